package shop.orders;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class OrdersOkHttp {

	private final OkHttpClient client = new OkHttpClient();

	/** What is in stock, as JSON. */
	public String stock(String sku) throws IOException {
		Request request = new Request.Builder().url("https://api.example.com/v2/stock?sku=" + sku).build();
		try (Response response = client.newCall(request).execute()) {
			return response.body().string();
		}
	}
}
