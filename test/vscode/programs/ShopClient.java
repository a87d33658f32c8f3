package shop;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Everything that the shop is asked for. */
public final class ShopClient {
    private static final String BASE_URL = "https://shop.example.com/v2";

    private final OkHttpClient client = new OkHttpClient.Builder().callTimeout(10, TimeUnit.SECONDS).build();

    public String orders(String status) throws IOException {
        Request request = new Request.Builder().url(BASE_URL + "/orders?status=" + status).build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
