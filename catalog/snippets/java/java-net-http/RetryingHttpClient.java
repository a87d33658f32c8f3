package snippets;

import java.io.Closeable;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/**
 * A client that sends again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections. Only what may
 * be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice. An interrupt ends it.
 */
final class RetryingHttpClient extends HttpClient {
  private static final int ATTEMPTS = 5;
  private static final double BASE_DELAY = 0.5; // seconds, as all times here
  private static final double MAX_DELAY = 60;
  private static final double DEADLINE = 120;
  // The three of RFC 9110 §5.6.7
  private static final DateTimeFormatter DATE_FORMS = DateTimeFormatter.ofPattern(
      "[EEE, d MMM yyyy HH:mm:ss 'GMT'][EEEE, dd-MMM-yy HH:mm:ss 'GMT'][EEE MMM ppd HH:mm:ss yyyy]", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofMillis(30_000);

  private final HttpClient client;

  RetryingHttpClient(HttpClient client) {
    this.client = client;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    String method = request.method();
    double endsAt = now() + DEADLINE;
    boolean repeatable = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE").contains(method);
    HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
    // when: idempotency
    if (Set.of("POST", "PATCH").contains(method)) {
      // One key for all attempts: by it the API knows that they are one request.
      if (request.headers().firstValue("Idempotency-Key").isEmpty()) {
        copy.header("Idempotency-Key", UUID.randomUUID().toString());
      }
      repeatable = true;
    }
    // end
    double timeout = request.timeout().orElse(ATTEMPT_TIMEOUT).toNanos() / 1e9;

    for (int attempt = 1; ; attempt++) {
      boolean last = !repeatable || attempt >= ATTEMPTS;
      double delay = upTo(Math.min(MAX_DELAY, BASE_DELAY * Math.pow(2, attempt - 1)));
      long left = (long) (Math.max(0.001, Math.min(timeout, endsAt - now())) * 1e9);
      HttpResponse<T> response = null;
      try {
        response = client.send(copy.timeout(Duration.ofNanos(left)).build(), handler);
      } catch (SSLHandshakeException error) {
        throw error; // a certificate does not get better
      } catch (IOException error) {
        if (last || now() + delay > endsAt) {
          throw error;
        }
      }
      if (response != null) {
        int status = response.statusCode();
        if (last || !Set.of(408, 429, 500, 502, 503, 504).contains(status)) {
          return response;
        }
        double wait = requestedWait(response);
        if (response.body() instanceof Closeable) {
          ((Closeable) response.body()).close();
        }
        if (wait > 0) {
          delay = Math.max(delay, wait + upTo(BASE_DELAY));
        }
        if (wait > MAX_DELAY || now() + delay > endsAt) {
          String message = "%s: status %d, and %.0f s to wait is too long";
          throw new IOException(String.format(Locale.ROOT, message, method, status, delay));
        }
      }
      Thread.sleep((long) (delay * 1000));
    }
  }

  /** Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3); 0 where it does not. */
  private static double requestedWait(HttpResponse<?> response) {
    String field = response.headers().firstValue("Retry-After").orElse("").strip();
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
    if (response.body() instanceof String) {
      wait = Math.max(wait, numberAt((String) response.body(), "wait_seconds"));
    }
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

  /** Not tried again: wait for the answer with {@link #send} on a thread of your own instead. */
  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    return client.sendAsync(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushed) {
    return client.sendAsync(request, handler, pushed);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
