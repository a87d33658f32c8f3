package snippets;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends the API's access token, which is refreshed before it expires and, once a request, after a 401. */
final class TokenRefreshInterceptor implements Interceptor {
  private static final HttpUrl API = HttpUrl.parse("https://api.example.com");

  // One account's tokens. After log-in: TokenRefreshInterceptor.keepTokens(access, refresh, 0).
  private static String access;
  private static String refresh;
  private static String refused; // a refresh token that the API has refused: asking again is no use
  private static double renewAt; // seconds since 1970

  static {
    keepTokens("ACCESS_TOKEN", "REFRESH_TOKEN", 0);
  }

  /** A client that sends the token; it shares the connections of the given one. */
  static OkHttpClient around(OkHttpClient client) {
    OkHttpClient.Builder builder = client.newBuilder();
    builder.interceptors().add(0, new TokenRefreshInterceptor()); // around those that are there
    return builder.build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The token goes to the API's own origin and nowhere else.
    if (!isOfApi(chain.request().url())) {
      return chain.proceed(chain.request());
    }
    String token = token("");
    Response response = chain.proceed(withToken(chain.request(), token));
    if (response.code() != 401 || !isOfApi(response.request().url())) {
      return response;
    }
    response.close();
    return chain.proceed(withToken(chain.request(), token(token)));
  }

  private static Request withToken(Request request, String token) {
    return request.newBuilder().header("Authorization", "Bearer " + token).build();
  }

  private static boolean isOfApi(HttpUrl url) {
    return url.scheme().equals(API.scheme()) && url.host().equals(API.host()) && url.port() == API.port();
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
    Request request = new Request.Builder()
        .url(API.resolve("/auth/refresh"))
        .post(RequestBody.create(MediaType.parse("application/json"), body))
        .build();
    // A client of its own, which follows no redirects.
    OkHttpClient client =
        new OkHttpClient.Builder().followRedirects(false).callTimeout(30, TimeUnit.SECONDS).build();
    double sentAt = now();
    int status;
    String answer;
    try (Response response = client.newCall(request).execute()) {
      status = response.code();
      answer = response.body().string();
    }
    if (status < 200 || status > 299) {
      if (status == 400 || status == 401 || status == 403) {
        refused = refresh;
      }
      throw new ProtocolException("The token was not refreshed (status " + status + "): log in again");
    }
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
