import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

const program = ({ method = 'GET' }: Scenario) => `package orders;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.*;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Orders {
  private static final String BASE_URL = System.getenv("BASE_URL");
  private static final String ELSEWHERE = System.getenv("ELSEWHERE");
  private static final String ACCESS_TOKEN = System.getenv("ACCESS_TOKEN");
  private static final String REFRESH_TOKEN = System.getenv("REFRESH_TOKEN");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build(); // shared

  String list() throws Exception {
    // the call
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
    return "{\\"status\\":" + response.statusCode() + ",\\"body\\":\\"\\"}";
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

/** Java's own client. */
export function javaRunner(): Runner {
  const compile = compileOnce((text, folder) => {
    const file = join(folder, 'Orders.java');
    writeFileSync(file, text);
    const built = spawnSync('javac', ['-d', folder, file], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    return ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', folder, 'orders.Orders'];
  });
  return {
    name: 'Java, java.net.http',
    languageId: 'java',
    program,
    async run(text, scenario) {
      const [command = '', ...args] = compile(text);
      return execute(command, args, scenario);
    },
    quick: [
      ['BASE_DELAY = 0.5', 'BASE_DELAY = 0.01'],
      ['Duration.ofMillis(30_000)', 'Duration.ofMillis(300)'],
    ],
    deadline: ['DEADLINE = 120', 'DEADLINE = 40'],
    call: /HttpResponse<String> response = /,
    missing: works('javac', '-version') ? undefined : 'no JDK',
  };
}
