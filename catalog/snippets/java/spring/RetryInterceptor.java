package snippets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections. Only what may be repeated is
 * (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice. How long an attempt may last is up to the
 * request factory, which by default waits for ever: give it timeouts.
 */
final class RetryInterceptor implements ClientHttpRequestInterceptor {
  private static final int ATTEMPTS = 5;
  private static final double BASE_DELAY = 0.5; // seconds, as all times here
  private static final double MAX_DELAY = 60;
  private static final double DEADLINE = 120;
  // The three of RFC 9110 §5.6.7
  private static final DateTimeFormatter DATE_FORMS = DateTimeFormatter.ofPattern(
      "[EEE, d MMM yyyy HH:mm:ss 'GMT'][EEEE, dd-MMM-yy HH:mm:ss 'GMT'][EEE MMM ppd HH:mm:ss yyyy]", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  // when: rest-template
  /** A template like the given one, which retries what that sends, its interceptors with it. */
  static RestTemplate around(RestTemplate template) {
    RestTemplate retrying = new RestTemplate(template.getMessageConverters());
    retrying.setErrorHandler(template.getErrorHandler());
    retrying.setUriTemplateHandler(template.getUriTemplateHandler());
    retrying.setRequestFactory(template.getRequestFactory());
    retrying.setInterceptors(Collections.singletonList(new RetryInterceptor()));
    return retrying;
  }

  // end
  // when: rest-client
  /** A client like the given one, which retries. */
  static RestClient around(RestClient client) {
    return client.mutate().requestInterceptor(new RetryInterceptor()).build();
  }

  // end
  @Override
  public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
      throws IOException {
    String method = request.getMethod().name();
    double endsAt = now() + DEADLINE;
    boolean repeatable = Arrays.asList("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE").contains(method);
    // when: idempotency
    if (Arrays.asList("POST", "PATCH").contains(method)) {
      // One key for all attempts: by it the API knows that they are one request.
      if (request.getHeaders().getFirst("Idempotency-Key") == null) {
        request.getHeaders().set("Idempotency-Key", UUID.randomUUID().toString());
      }
      repeatable = true;
    }
    // end

    for (int attempt = 1; ; attempt++) {
      boolean last = !repeatable || attempt >= ATTEMPTS;
      double delay = upTo(Math.min(MAX_DELAY, BASE_DELAY * Math.pow(2, attempt - 1)));
      try {
        ClientHttpResponse response = execution.execute(request, body);
        int status = statusOf(response);
        if (last || !Arrays.asList(408, 429, 500, 502, 503, 504).contains(status)) {
          return response;
        }
        double wait = requestedWait(response);
        response.close();
        if (wait > 0) {
          delay = Math.max(delay, wait + upTo(BASE_DELAY));
        }
        if (wait > MAX_DELAY || now() + delay > endsAt) {
          String message = "%s: status %d, and %.0f s to wait is too long";
          throw new ProtocolException(String.format(Locale.ROOT, message, method, status, delay));
        }
      } catch (IOException error) {
        if (last || !passes(error) || now() + delay > endsAt) {
          throw error;
        }
      }
      pause(delay);
    }
  }

  /** 0 for a status that Spring does not know. */
  private static int statusOf(ClientHttpResponse response) throws IOException {
    try {
      return response.getStatusCode().value();
    } catch (IllegalArgumentException unknown) {
      return 0;
    }
  }

  /** Whether another attempt may help: not against a certificate, an interrupt or an answer that is none. */
  private static boolean passes(IOException error) {
    if (error instanceof InterruptedIOException) {
      return error instanceof SocketTimeoutException;
    }
    return !(error instanceof SSLException || error instanceof ProtocolException);
  }

  private static void pause(double delay) throws IOException {
    try {
      Thread.sleep((long) Math.ceil(delay * 1000));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted between two attempts");
    }
  }

  /** Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not. */
  private static double requestedWait(ClientHttpResponse response) throws IOException {
    String first = response.getHeaders().getFirst("Retry-After");
    String field = first == null ? "" : first.trim();
    double wait = 0;
    if (field.matches("\\d+")) {
      wait = Double.parseDouble(field);
    } else {
      try {
        Instant date = DATE_FORMS.parse(field, Instant::from);
        wait = Duration.between(Instant.now(), date).toMillis() / 1000.0;
      } catch (DateTimeException | ArithmeticException neither) {
        // Not a date either: the field says nothing.
      }
    }
    // when: wait-field
    wait = Math.max(wait, numberAt(StreamUtils.copyToString(response.getBody(), StandardCharsets.UTF_8), "wait_seconds"));
    // end
    return Math.max(0, wait);
  }

  // when: wait-field
  /** A number of a JSON text, by the names that lead to it, for the JDK has no parser of JSON; 0 where it is not there. */
  private static double numberAt(String json, String... path) {
    String names = Arrays.stream(path)
        .map(name -> name.equals("[]") ? "\\[" : Pattern.quote('"' + name + '"') + "\\s*:")
        .collect(Collectors.joining(".*?"));
    Matcher found = Pattern.compile(names + "\\s*(\\d+(?:\\.\\d+)?)", Pattern.DOTALL).matcher(json);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  // end
  private static double now() {
    return System.nanoTime() / 1e9;
  }

  private static double upTo(double limit) {
    return ThreadLocalRandom.current().nextDouble() * limit;
  }
}
