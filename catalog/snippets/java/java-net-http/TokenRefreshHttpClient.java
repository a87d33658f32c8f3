package snippets;

import java.io.Closeable;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A client that sends the API's access token, which is refreshed before it expires and, once a request, after a 401. */
final class TokenRefreshHttpClient extends HttpClient {
  private static final URI API = URI.create("https://api.example.com");

  // One account's tokens. After log-in: TokenRefreshHttpClient.keepTokens(access, refresh, 0).
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static String access;
  private static String refresh;
  private static String refused; // a refresh token that the API has refused: asking again is no use
  private static double renewAt; // seconds since 1970

  static {
    keepTokens("ACCESS_TOKEN", "REFRESH_TOKEN", 0);
  }

  private final HttpClient client;

  TokenRefreshHttpClient(HttpClient client) {
    this.client = client;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    // The token goes to the API's own origin and nowhere else.
    if (!origin(request.uri()).equals(origin(API))) {
      return client.send(request, handler);
    }
    String token = token("");
    HttpResponse<T> response = client.send(withToken(request, token), handler);
    if (response.statusCode() != 401) {
      return response;
    }
    if (response.body() instanceof Closeable) {
      ((Closeable) response.body()).close();
    }
    return client.send(withToken(request, token(token)), handler);
  }

  private static HttpRequest withToken(HttpRequest request, String token) {
    return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase("Authorization"))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  static void keepTokens(String accessToken, String refreshToken, double receivedAt) {
    LOCK.lock();
    try {
      access = accessToken == null ? "" : accessToken;
      refresh = refreshToken == null ? "" : refreshToken;
      renewAt = renewalTime(access, receivedAt);
    } finally {
      LOCK.unlock();
    }
  }

  /** The access token, refreshed where it is the one that failed or is about to expire. */
  private static String token(String failed) throws IOException, InterruptedException {
    // Once for all threads: where refresh tokens rotate, a second refresh revokes them all.
    LOCK.lockInterruptibly();
    try {
      if (access.equals(failed) || now() >= renewAt) {
        requestTokens();
      }
      return access;
    } finally {
      LOCK.unlock();
    }
  }

  private static void requestTokens() throws IOException, InterruptedException {
    if (!refresh.isEmpty() && refresh.equals(refused)) {
      throw new IOException("The token was not refreshed: log in again");
    }
    String body = "{\"refresh_token\":" + quoted(refresh) + "}";
    HttpRequest request = HttpRequest.newBuilder(API.resolve("/auth/refresh"))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    double sentAt = now();
    // A client of its own, which follows no redirects.
    HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    int status = response.statusCode();
    if (status < 200 || status > 299) {
      if (status == 400 || status == 401 || status == 403) {
        refused = refresh;
      }
      throw new IOException("The token was not refreshed (status " + status + "): log in again");
    }
    String renewed = stringAt(response.body(), "access_token");
    if (renewed.isEmpty()) {
      throw new IOException("The token was not refreshed: the answer holds none");
    }
    String rotated = stringAt(response.body(), "refresh_token");
    keepTokens(renewed, rotated.isEmpty() ? refresh : rotated, sentAt);
  }

  /** Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm. */
  private static double renewalTime(String token, double receivedAt) {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      return Double.POSITIVE_INFINITY; // not a JWT: only the API knows when it expires
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      double issued = Double.parseDouble(valueAt(claims, "(\\d+)", "iat"));
      double expires = Double.parseDouble(valueAt(claims, "(\\d+)", "exp"));
      return (receivedAt > 0 ? receivedAt : issued) + (expires - issued) * 0.9;
    } catch (IllegalArgumentException noTimes) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static String stringAt(String json, String... path) {
    return valueAt(json, "\"((?:[^\"\\\\]|\\\\.)*)\"", path);
  }

  /** A value of a JSON text, by the names that lead to it, for the JDK has no parser of JSON; "" where it is not there. */
  private static String valueAt(String json, String pattern, String... path) {
    String names = Arrays.stream(path)
        .map(name -> name.equals("[]") ? "\\[" : Pattern.quote('"' + name + '"') + "\\s*:\\s*")
        .collect(Collectors.joining(".*?"));
    Matcher found = Pattern.compile(names + pattern, Pattern.DOTALL).matcher(json);
    return found.find() ? found.group(1) : "";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String origin(URI uri) {
    int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    String origin = uri.getScheme() + "://" + uri.getHost() + ":" + (uri.getPort() < 0 ? standard : uri.getPort());
    return origin.toLowerCase(Locale.ROOT);
  }

  private static double now() {
    return System.currentTimeMillis() / 1000.0;
  }

  /** Sends no token: use {@link #send} on a thread of your own instead. */
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
