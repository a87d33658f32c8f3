import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

/** A class whose method makes one call, which a number of threads run. */
const program = (imports: string, client: string, call: string) => `package orders;

${imports}
import java.util.*;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Orders {
  private static final String BASE_URL = System.getenv("BASE_URL");
  private static final String ELSEWHERE = System.getenv("ELSEWHERE");
  private static final String ACCESS_TOKEN = System.getenv("ACCESS_TOKEN");
  private static final String REFRESH_TOKEN = System.getenv("REFRESH_TOKEN");

${client}

  String list() throws Exception {
${call}
  }

  private static String outcome(Orders orders) {
    try {
      return orders.list();
    } catch (Exception error) {
      return "{\\"error\\":\\"" + error.toString().replace("\\"", "'") + "\\"}";
    }
  }

  public static void main(String[] arguments) throws Exception {
    Thread caller = Thread.currentThread();
    sun.misc.Signal.handle(new sun.misc.Signal("INT"), signal -> caller.interrupt());
    System.out.println("ready");
    int callers = Integer.parseInt(System.getenv("CALLERS"));
    Orders orders = new Orders();
    List<String> outcomes = new ArrayList<>();
    if (callers == 1) {
      outcomes.add(outcome(orders));
    } else {
      var pool = Executors.newFixedThreadPool(callers);
      List<Future<String>> futures = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        futures.add(pool.submit(() -> outcome(orders)));
      }
      for (Future<String> future : futures) {
        outcomes.add(future.get());
      }
      pool.shutdown();
    }
    System.out.println("[" + String.join(",", outcomes) + "]");
    System.exit(0);
  }
}
`;

const javaNetHttp = ({ method = 'GET' }: Scenario) =>
  program(
    `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;`,
    `  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build(); // shared`,
    `    // the call
    HttpRequest.Builder builder = HttpRequest.newBuilder();
    for (String field : System.getenv("HEADERS").split("\\n")) {
      if (!field.isEmpty()) {
        builder.header(field.split(":")[0], field.split(":")[1]);
      }
    }
    HttpRequest request = builder.uri(URI.create(BASE_URL + System.getenv("CALL_PATH")))
        .method("${method}", HttpRequest.BodyPublishers.ofString("{}"))
        .build();
    HttpResponse<String> response = ‸client.send(request, HttpResponse.BodyHandlers.ofString()); // as documented
    // the answer
    return "{\\"status\\":" + response.statusCode() + ",\\"body\\":\\"\\"}";`,
  );

/** With the cursor where the client is made, or on the call. */
const okHttpProgram =
  (made: string, called: string) =>
  ({ method = 'GET' }: Scenario) =>
    program(
      `import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;`,
      `  private final OkHttpClient client =
      ${made === '‸' ? made : ''}new OkHttpClient.Builder().readTimeout(java.time.Duration.ofSeconds(1)).build(); // shared`,
      `    // the call
    Request.Builder builder = new Request.Builder();
    for (String field : System.getenv("HEADERS").split("\\n")) {
      if (!field.isEmpty()) {
        builder.header(field.split(":")[0], field.split(":")[1]);
      }
    }
    RequestBody body = ${/P/.test(method) ? 'RequestBody.create(MediaType.parse("application/json"), "{}")' : 'null'};
    Request request = builder.url(BASE_URL + System.getenv("CALL_PATH")).method("${method}", body).build();
    try (Response response = ${called}client.newCall(request).execute()) { // as documented
      // the answer
      return "{\\"status\\":" + response.code() + ",\\"body\\":\\"\\"}";
    }`,
    );

/** With the cursor where the template is made, or on the call. */
const restTemplate =
  (made: string, called: string) =>
  ({ method = 'GET' }: Scenario) =>
    program(
      `import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.DefaultResponseErrorHandler;
import org.springframework.web.client.RestTemplate;`,
      `  private final RestTemplate template = ${made}new RestTemplate(requestFactory()); // shared

  {
    template.setErrorHandler(new DefaultResponseErrorHandler() {
      @Override
      public boolean hasError(ClientHttpResponse response) {
        return false;
      }
    });
  }

  private static SimpleClientHttpRequestFactory requestFactory() {
    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
    factory.setReadTimeout(1000);
    return factory;
  }`,
      `    // the call
    HttpHeaders headers = new HttpHeaders();
    for (String field : System.getenv("HEADERS").split("\\n")) {
      if (!field.isEmpty()) {
        headers.add(field.split(":")[0], field.split(":")[1]);
      }
    }
    String url = BASE_URL + System.getenv("CALL_PATH");
    ResponseEntity<String> response = ${called}template.exchange(url, HttpMethod.${method}, new HttpEntity<>(headers), String.class); // as documented
    // the answer
    return "{\\"status\\":" + response.getStatusCodeValue() + ",\\"body\\":\\"\\"}";`,
    );

const javaFolder = '/usr/share/java';

/** Compiles programs against Debian's libraries, by their names. */
function runner(
  name: string,
  program: Runner['program'],
  libraries: readonly string[],
  changes: Pick<Runner, 'quick' | 'call' | 'waitsForBodies'>,
): Runner {
  const jars = libraries.map((library) => join(javaFolder, `${library}.jar`));
  const lacking = jars.filter((jar) => !existsSync(jar));
  const compile = compileOnce((text, folder) => {
    const file = join(folder, 'Orders.java');
    writeFileSync(file, text);
    const path = [folder, ...jars].join(delimiter);
    const built = spawnSync('javac', ['-cp', path, '-d', folder, file], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    return ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', path, 'orders.Orders'];
  });
  return {
    name: `Java, ${name}`,
    languageId: 'java',
    program,
    async run(text, scenario) {
      const [command = '', ...args] = compile(text);
      return execute(command, args, scenario);
    },
    deadline: ['DEADLINE = 120', 'DEADLINE = 40'],
    missing: !works('javac', '-version')
      ? 'no JDK'
      : lacking.length > 0
        ? `no ${lacking.join(', ')}`
        : undefined,
    ...changes,
  };
}

const spring = ['spring3-web', 'spring3-core', 'spring3-beans', 'commons-logging'];
const okHttp = ['okhttp', 'okio'];

/** Java's own client, and libraries; each program is compiled once. */
export const javaRunners = () => [
  runner('java.net.http', javaNetHttp, [], {
    quick: [
      ['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01'],
      ['Duration.ofMillis(30_000)', 'Duration.ofMillis(300)'],
    ],
    call: /HttpResponse<String> response = /,
    waitsForBodies: true,
  }),
  runner('OkHttp', okHttpProgram('', '‸'), okHttp, {
    quick: [['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01']],
    call: /try \(Response response = /,
  }),
  runner('a client of OkHttp', okHttpProgram('‸', ''), okHttp, {
    quick: [['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01']],
    call: /private final OkHttpClient client =\s*/,
  }),
  runner("Spring's RestTemplate", restTemplate('', '‸'), spring, {
    quick: [['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01']],
    call: /ResponseEntity<String> response = /,
  }),
  runner('a template of Spring', restTemplate('‸', ''), spring, {
    quick: [['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01']],
    call: /RestTemplate template = /,
  }),
];
