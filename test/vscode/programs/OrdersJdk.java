package shop.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads orders. */
public class OrdersJdk {
  private final HttpClient client = HttpClient.newHttpClient();

  /** All open orders, as JSON. */
  public String open(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://api.stateset.com/api/v1/orders?status=open"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(5))
            .build();
    // The list is short: it has no pages.
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() == 429) {
      throw new IOException("too many requests");
    }
    return response.body();
  }
}
