import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The JDK's own server, with what it answers by itself. Prints its port once it listens. */
public class Server {
  public static void main(String[] arguments) throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/orders", exchange -> {
      var body = "{\"orders\":[{\"id\":7}]}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.createContext("/crash", exchange -> {
      throw new IllegalStateException("no connection in the pool");
    });
    server.createContext("/empty", exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.createContext("/forbidden", exchange -> {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
    });
    server.createContext("/private", exchange -> {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }).setAuthenticator(new BasicAuthenticator("members") {
      @Override
      public boolean checkCredentials(String name, String password) {
        return name.equals("ann") && password.equals("secret");
      }
    });
    server.start();
    System.out.println("port " + server.getAddress().getPort());
  }
}
