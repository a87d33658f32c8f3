package snippets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Sends the API's access token, which is refreshed before it expires and, once a request, after a 401. */
final class TokenRefreshInterceptor implements ClientHttpRequestInterceptor {
  private static final URI API = URI.create("https://api.example.com");

  // One account's tokens. After log-in: TokenRefreshInterceptor.keepTokens(access, refresh, 0).
  private static String access;
  private static String refresh;
  private static String refused; // a refresh token that the API has refused: asking again is no use
  private static double renewAt; // seconds since 1970

  static {
    keepTokens("ACCESS_TOKEN", "REFRESH_TOKEN", 0);
  }

  // when: rest-template
  /** A template like the given one, which sends the token with what that sends. */
  static RestTemplate around(RestTemplate template) {
    RestTemplate refreshing = new RestTemplate(template.getMessageConverters());
    refreshing.setErrorHandler(template.getErrorHandler());
    refreshing.setUriTemplateHandler(template.getUriTemplateHandler());
    refreshing.setRequestFactory(template.getRequestFactory());
    refreshing.setInterceptors(Collections.singletonList(new TokenRefreshInterceptor()));
    return refreshing;
  }

  // end
  // when: rest-client
  /** A client like the given one, which sends the token. */
  static RestClient around(RestClient client) {
    // Around the interceptors that are there.
    return client.mutate().requestInterceptors(all -> all.add(0, new TokenRefreshInterceptor())).build();
  }

  // end
  @Override
  public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
      throws IOException {
    // The token goes to the API's own origin and nowhere else.
    if (!isOfApi(request.getURI())) {
      return execution.execute(request, body);
    }
    String token = token("");
    request.getHeaders().set("Authorization", "Bearer " + token);
    ClientHttpResponse response = execution.execute(request, body);
    if (!isRefused(response)) {
      return response;
    }
    response.close();
    String renewed = token(token);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("Interrupted while the token was refreshed");
    }
    request.getHeaders().set("Authorization", "Bearer " + renewed);
    return execution.execute(request, body);
  }

  private static boolean isRefused(ClientHttpResponse response) throws IOException {
    try {
      return response.getStatusCode().value() == 401;
    } catch (IllegalArgumentException unknown) {
      return false; // a status that Spring does not know
    }
  }

  private static boolean isOfApi(URI uri) {
    return String.valueOf(uri.getScheme()).equalsIgnoreCase(API.getScheme())
        && String.valueOf(uri.getHost()).equalsIgnoreCase(API.getHost())
        && portOf(uri) == portOf(API);
  }

  private static int portOf(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  static synchronized void keepTokens(String accessToken, String refreshToken, double receivedAt) {
    access = accessToken == null ? "" : accessToken;
    refresh = refreshToken == null ? "" : refreshToken;
    renewAt = renewalTime(access, receivedAt);
  }

  /** The access token, refreshed where it is the one that failed or is about to expire. */
  private static synchronized String token(String failed) throws IOException {
    // Once for all threads: where refresh tokens rotate, a second refresh revokes them all.
    if (access.equals(failed) || now() >= renewAt) {
      requestTokens();
    }
    return access;
  }

  private static void requestTokens() throws IOException {
    if (!refresh.isEmpty() && refresh.equals(refused)) {
      throw new ProtocolException("The token was not refreshed: log in again");
    }
    String body = "{\"refresh_token\":" + quoted(refresh) + "}";
    double sentAt = now();
    // A connection of its own, which follows no redirects.
    HttpURLConnection connection = (HttpURLConnection) API.resolve("/auth/refresh").toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(30_000);
    connection.setReadTimeout(30_000);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    StreamUtils.copy(body, StandardCharsets.UTF_8, connection.getOutputStream());
    int status = connection.getResponseCode();
    if (status < 200 || status > 299) {
      if (status == 400 || status == 401 || status == 403) {
        refused = refresh;
      }
      throw new ProtocolException("The token was not refreshed (status " + status + "): log in again");
    }
    String answer = StreamUtils.copyToString(connection.getInputStream(), StandardCharsets.UTF_8);
    String renewed = stringAt(answer, "access_token");
    if (renewed.isEmpty()) {
      throw new ProtocolException("The token was not refreshed: the answer holds none");
    }
    String rotated = stringAt(answer, "refresh_token");
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

  private static double now() {
    return System.currentTimeMillis() / 1000.0;
  }
}
