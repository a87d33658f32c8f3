import { asNumber, holdsPitfalls, key, noDelay, post, refresh, secret, tls } from './table';

const go = (body: string, imports = '"net/http"'): string =>
  `package client\n\nimport (\n\t${imports}\n)\n\n${body}\n`;
const goLoop = (body: string, header = 'for attempt := 0; attempt < 5; attempt++'): string =>
  go(`func load(url string) (*http.Response, error) {\n\t${header} {\n${body}\n\t}\n\treturn nil, nil\n}`);

holdsPitfalls(
  'go',
  [
    {
      ids: [noDelay],
      source: goLoop(
        '\t\tresp, err := http.Get(url)\n\t\tif err == nil && resp.StatusCode < 500 {\n\t\t\treturn resp, nil\n\t\t}',
      ),
      fixed: `package client

import (
	"math"
	"math/rand"
	"net/http"
	"time"
)

func load(url string) (*http.Response, error) {
	for attempt := 0; attempt < 5; attempt++ {
		if attempt > 0 {
			limit := math.Min(20, 0.5*math.Pow(2, float64(attempt))) // seconds
			time.Sleep(time.Duration(rand.Float64() * limit * float64(time.Second)))
		}
		resp, err := http.Get(url)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return nil, nil
}
`,
    },
    {
      ids: [noDelay],
      source: goLoop(
        '\t\tresp, err := http.Get(url)\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\treturn resp, nil',
        'for',
      ),
    },
    {
      ids: [post],
      left: [post],
      source: goLoop(
        '\t\tresp, err := http.Post("https://api.example.com/v1/orders", "application/json", body)\n\t\tif err == nil {\n\t\t\treturn resp, nil\n\t\t}\n\t\ttime.Sleep(time.Second)',
      ),
    },
    {
      ids: [post],
      left: [post],
      source: go(
        'func pay() {\n\tretryablehttp.Post(url, "application/json", body)\n}',
        '"github.com/hashicorp/go-retryablehttp"',
      ),
    },
    {
      ids: [asNumber],
      source: go(
        'func wait(resp *http.Response) int {\n\tseconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))\n\treturn seconds\n}',
        '"net/http"\n\t"strconv"',
      ),
    },
    {
      ids: [asNumber],
      left: [asNumber],
      source: go(
        'func wait(resp *http.Response) {\n\tvalue := resp.Header.Get("Retry-After")\n\tseconds, _ := strconv.ParseInt(value, 10, 64)\n\tsleep(seconds)\n}',
        '"net/http"\n\t"strconv"',
      ),
    },
    {
      ids: [refresh],
      source: go(
        'func f(req *http.Request) {\n\treq.Header.Set("Authorization", "Bearer "+tokens.RefreshToken)\n}',
      ),
    },
    {
      ids: [refresh],
      source: go(
        'func f(req *http.Request) {\n\treq.Header.Set("Authorization", fmt.Sprintf("Bearer %s", c.refreshToken))\n}',
      ),
    },
    {
      ids: [tls],
      source: go(
        'var c = &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true}',
        '"crypto/tls"',
      ),
    },
    { ids: [tls], source: go('func f() {\n\tconfig.InsecureSkipVerify = true\n}', '"crypto/tls"') },
    {
      ids: [secret],
      source: go(`var token = "${key}"`),
      fixed: go('var token = os.Getenv("TOKEN")', '"net/http"\n\t"os"'),
    },
    { ids: [secret], left: [secret], source: go(`const token = "${key}"`) },
  ],
  [
    goLoop(
      '\t\tresp, err := http.Get(url)\n\t\tif err == nil {\n\t\t\treturn resp, nil\n\t\t}\n\t\ttime.Sleep(time.Second << attempt)',
    ),
    goLoop(
      '\t\tresp, err := http.Get(url)\n\t\tif err == nil {\n\t\t\treturn resp, nil\n\t\t}\n\t\tselect {\n\t\tcase <-time.After(d):\n\t\tcase <-ctx.Done():\n\t\t\treturn nil, ctx.Err()\n\t\t}',
    ),
    goLoop(
      '\t\tresp, err := http.Get(url)\n\t\tif err == nil {\n\t\t\treturn resp, nil\n\t\t}\n\t\tlimiter.Take()',
    ),
    goLoop(
      '\t\tresp, err := http.Get(u)\n\t\tif err == nil {\n\t\t\treturn resp, nil\n\t\t}',
      'for _, u := range urls',
    ),
    goLoop(
      '\t\tresp, err := http.Get(urls[i])\n\t\tif err == nil {\n\t\t\treturn resp, nil\n\t\t}',
      'for i := 0; i < len(urls); i++',
    ),
    goLoop(
      '\t\tresp, err := http.Get(fmt.Sprintf("%s?page=%d", url, page))\n\t\tif err != nil {\n\t\t\treturn nil, err\n\t\t}\n\t\tuse(resp)',
      'for page := 1; page < 9; page++',
    ),
    goLoop(
      '\t\tresp, err := http.Get(url)\n\t\tif err != nil {\n\t\t\treturn nil, err\n\t\t}\n\t\treturn resp, nil',
    ),
    go(
      'func wait(v string) int {\n\tif s, err := strconv.Atoi(r.Header.Get("Retry-After")); err == nil {\n\t\treturn s\n\t}\n\tt, _ := http.ParseTime(v)\n\treturn int(time.Until(t).Seconds())\n}',
    ),
    go(
      'func f() {\n\tn, _ := strconv.Atoi(r.Header.Get("Content-Length"))\n\tw.Header().Set("Retry-After", strconv.Itoa(n))\n}',
    ),
    go('func refresh(req *http.Request) {\n\treq.Header.Set("Authorization", "Bearer "+refreshToken)\n}'),
    go('func f(req *http.Request) {\n\treq.Header.Set("Authorization", "Bearer "+accessToken)\n}'),
    go('var c = &tls.Config{InsecureSkipVerify: *insecure}'),
    go('func f() {\n\tif insecure {\n\t\tconfig.InsecureSkipVerify = true\n\t}\n}'),
    go(
      'func f() *tls.Config {\n\treturn &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: verify}\n}',
    ),
    go('var c = &tls.Config{InsecureSkipVerify: false}'),
    go('var token = os.Getenv("TOKEN")'),
    go(`// ${key}\nvar token = ""`),
  ],
);

const java = (body: string): string => `import java.net.http.HttpClient;\n\nclass Client {\n${body}\n}\n`;
const javaLoop = (body: string, header = 'for (int attempt = 0; attempt < 5; attempt++)'): string =>
  java(
    `  HttpResponse<String> load(HttpClient client, HttpRequest request) throws Exception {\n    ${header} {\n${body}\n    }\n    return null;\n  }`,
  );
const send = 'client.send(request, BodyHandlers.ofString())';

holdsPitfalls(
  'java',
  [
    {
      ids: [noDelay],
      source: javaLoop(
        `      try {\n        return ${send};\n      } catch (IOException e) {\n        log.warn("failed", e);\n      }`,
      ),
      fixed: javaLoop(`      if (attempt > 0) {
        double limit = Math.min(20e9, 0.5e9 * Math.pow(2, attempt));
        java.util.concurrent.locks.LockSupport.parkNanos((long) (Math.random() * limit));
      }
      try {
        return ${send};
      } catch (IOException e) {
        log.warn("failed", e);
      }`),
    },
    {
      ids: [noDelay],
      source: javaLoop(
        `      HttpResponse<String> response = ${send};\n      if (response.statusCode() < 500) return response;`,
        'while (true)',
      ),
    },
    {
      ids: [asNumber],
      source: java(
        '  long wait(HttpResponse<String> r) {\n    return Long.parseLong(r.headers().firstValue("Retry-After").orElse("1"));\n  }',
      ),
    },
    {
      ids: [asNumber],
      source: java(
        '  int wait(Response r) {\n    String value = r.header("Retry-After");\n    return Integer.parseInt(value);\n  }',
      ),
    },
    {
      ids: [refresh],
      source: java('  String header(Tokens tokens) {\n    return "Bearer " + tokens.getRefreshToken();\n  }'),
    },
    { ids: [refresh], source: java('  String header() {\n    return "Bearer " + this.refreshToken;\n  }') },
    {
      ids: [tls],
      left: [tls],
      source: java(
        '  X509TrustManager all() {\n    return new X509TrustManager() {\n      public void checkServerTrusted(X509Certificate[] c, String a) {}\n    };\n  }',
      ),
    },
    {
      ids: [tls],
      source: java(
        '  OkHttpClient client() {\n    return new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build();\n  }',
      ),
    },
    {
      ids: [tls],
      source: java(
        '  void open() {\n    HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> true);\n    start();\n  }',
      ),
    },
    {
      ids: [secret],
      source: java(`  private String apiToken = "${key}";`),
      fixed: java('  private String apiToken = System.getenv("API_TOKEN");'),
    },
  ],
  [
    javaLoop(
      `      try {\n        return ${send};\n      } catch (IOException e) {\n        Thread.sleep(1000L << attempt);\n      }`,
    ),
    javaLoop(
      `      try {\n        return ${send};\n      } catch (IOException e) {\n        recover(e);\n      }`,
    ),
    javaLoop(
      `      try {\n        return ${send};\n      } catch (IOException e) {\n        throw new IllegalStateException(e);\n      }`,
    ),
    javaLoop(
      `      try {\n        use(client.send(requests.get(i), BodyHandlers.ofString()));\n      } catch (IOException e) {\n        log.warn("failed");\n      }`,
      'for (int i = 0; i < requests.size(); i++)',
    ),
    javaLoop(
      `      HttpResponse<String> response = ${send};\n      use(response);`,
      'for (HttpRequest request : requests)',
    ),
    java(
      '  long wait(String v) {\n    try {\n      return Long.parseLong(r.header("Retry-After"));\n    } catch (NumberFormatException e) {\n      return ZonedDateTime.parse(v, RFC_1123_DATE_TIME).toEpochSecond();\n    }\n  }',
    ),
    java('  int length() {\n    return Integer.parseInt(r.header("Content-Length"));\n  }'),
    java('  int wait() {\n    return Integer.parseInt(properties.get("retry.after"));\n  }'),
    java('  String refresh() {\n    return "Bearer " + refreshToken;\n  }'),
    java('  String header() {\n    return "Bearer " + accessToken;\n  }'),
    java(
      '  public void checkServerTrusted(X509Certificate[] c, String a) throws CertificateException {\n    delegate.checkServerTrusted(c, a);\n  }',
    ),
    java(
      '  OkHttpClient client() {\n    return new OkHttpClient.Builder().hostnameVerifier((host, session) -> host.equals(expected)).build();\n  }',
    ),
    java('  void insecure() {\n    HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> true);\n  }'),
    java('  String token = System.getenv("TOKEN");'),
    java('  String token = "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";'),
  ],
);

const ruby = (body: string): string => `require 'net/http'\n\n${body}\n`;

holdsPitfalls(
  'ruby',
  [
    {
      ids: [noDelay],
      source: ruby(
        'def load(uri)\n  5.times do |attempt|\n    response = Net::HTTP.get_response(uri)\n    return response if response.is_a?(Net::HTTPSuccess)\n  end\nend',
      ),
      fixed: ruby(
        'def load(uri)\n  5.times do |attempt|\n    sleep(rand * [20, 0.5 * 2**attempt].min) if attempt > 0\n    response = Net::HTTP.get_response(uri)\n    return response if response.is_a?(Net::HTTPSuccess)\n  end\nend',
      ),
    },
    {
      ids: [noDelay],
      fixed: ruby(
        'def load(uri)\n  (0..).each do |attempt|\n    sleep(rand * [20, 0.5 * 2**attempt].min) if attempt > 0\n    begin\n      return Net::HTTP.get_response(uri)\n    rescue SocketError => e\n      warn e.message\n    end\n  end\nend',
      ),
      source: ruby(
        'def load(uri)\n  loop do\n    begin\n      return Net::HTTP.get_response(uri)\n    rescue SocketError => e\n      warn e.message\n    end\n  end\nend',
      ),
    },
    { ids: [asNumber], source: ruby("def wait(response)\n  sleep response['Retry-After'].to_i\nend") },
    { ids: [asNumber], source: ruby("def wait(response)\n  sleep Integer(response['Retry-After'])\nend") },
    { ids: [refresh], source: ruby('headers = { \'Authorization\' => "Bearer #{tokens[:refresh_token]}" }') },
    {
      ids: [refresh],
      source: ruby('access_token = 1\nrequest[\'Authorization\'] = "Bearer #{refresh_token}"'),
    },
    {
      ids: [tls],
      source: ruby('http.verify_mode = OpenSSL::SSL::VERIFY_NONE'),
      fixed: ruby('http.verify_mode = OpenSSL::SSL::VERIFY_PEER'),
    },
    {
      ids: [tls],
      source: ruby('Net::HTTP.start(host, 443, use_ssl: true, verify_mode: OpenSSL::SSL::VERIFY_NONE)'),
    },
    { ids: [tls], source: ruby('Faraday.new(url, ssl: { verify: false })') },
    { ids: [secret], source: ruby(`token = '${key}'`), fixed: ruby("token = ENV.fetch('TOKEN', '')") },
  ],
  [
    ruby(
      'def load(uri)\n  5.times do |attempt|\n    response = Net::HTTP.get_response(uri)\n    return response if response.is_a?(Net::HTTPSuccess)\n    sleep 2**attempt\n  end\nend',
    ),
    ruby(
      'def load(uri)\n  5.times do |attempt|\n    response = Net::HTTP.get_response(uri)\n    return response if response.is_a?(Net::HTTPSuccess)\n    cool_off(attempt)\n  end\nend',
    ),
    ruby(
      'def load(uris)\n  uris.each do |uri|\n    begin\n      return Net::HTTP.get_response(uri)\n    rescue SocketError\n      next\n    end\n  end\nend',
    ),
    ruby(
      'def load(uri)\n  while uri\n    response = Net::HTTP.get_response(uri)\n    uri = next_page(response)\n  end\nend',
    ),
    ruby('def load(uri)\n  Net::HTTP.get_response(uri)\nend'),
    ruby(
      "def wait(r)\n  value = r['Retry-After']\n  value =~ /\\A\\d+\\z/ ? value.to_i : Time.httpdate(value) - Time.now\nend",
    ),
    ruby("length = response['Content-Length'].to_i"),
    ruby("response['Retry-After'] = seconds.to_i.to_s"),
    ruby('def refresh\n  post("/auth/refresh", "Bearer #{refresh_token}")\nend'),
    ruby('headers = { \'Authorization\' => "Bearer #{access_token}" }'),
    ruby('http.verify_mode = OpenSSL::SSL::VERIFY_PEER'),
    ruby('http.verify_mode = insecure ? OpenSSL::SSL::VERIFY_NONE : OpenSSL::SSL::VERIFY_PEER'),
    ruby('http.verify_mode = OpenSSL::SSL::VERIFY_NONE if options[:insecure]'),
    ruby('validates :name, verify: false'),
    ruby("token = ENV.fetch('TOKEN')"),
  ],
);

const php = (body: string): string => `<?php\n${body}\n`;

holdsPitfalls(
  'php',
  [
    {
      ids: [noDelay],
      source: php(
        'function load($ch) {\n    for ($i = 0; $i < 5; $i++) {\n        $body = curl_exec($ch);\n        if ($body !== false) {\n            return $body;\n        }\n    }\n}',
      ),
      fixed: php(
        'function load($ch) {\n    for ($i = 0; $i < 5; $i++) {\n        if ($i > 0) {\n            usleep(random_int(0, (int) min(20000000, 500000 * 2 ** $i)));\n        }\n        $body = curl_exec($ch);\n        if ($body !== false) {\n            return $body;\n        }\n    }\n}',
      ),
    },
    {
      ids: [noDelay],
      source: php(
        'use GuzzleHttp\\Client;\nfunction load(Client $client, $url) {\n    while (true) {\n        try {\n            return $client->get($url);\n        } catch (ConnectException $e) {\n            error_log("failed");\n        }\n    }\n}',
      ),
    },
    { ids: [asNumber], source: php("$wait = (int) $response->getHeaderLine('Retry-After');") },
    {
      ids: [asNumber],
      source: php("$value = $response->getHeaderLine('Retry-After');\nsleep(intval($value));"),
    },
    { ids: [refresh], source: php('$headers = ["Authorization: Bearer {$tokens[\'refresh_token\']}"];') },
    { ids: [refresh], source: php("$headers = ['Authorization' => 'Bearer ' . $this->refreshToken];") },
    {
      ids: [tls],
      source: php('curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);'),
      fixed: php('curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);'),
    },
    {
      ids: [tls, tls],
      source: php('curl_setopt_array($ch, [CURLOPT_SSL_VERIFYPEER => false, CURLOPT_SSL_VERIFYHOST => 0]);'),
    },
    {
      ids: [tls],
      source: php("use GuzzleHttp\\Client;\n$client = new Client(['timeout' => 5, 'verify' => false]);"),
    },
    { ids: [secret], source: php(`$token = '${key}';`), fixed: php("$token = getenv('TOKEN') ?: '';") },
  ],
  [
    php(
      'function load($ch) {\n    for ($i = 0; $i < 5; $i++) {\n        $body = curl_exec($ch);\n        if ($body !== false) {\n            return $body;\n        }\n        usleep(1000);\n    }\n}',
    ),
    php(
      'function load($ch) {\n    for ($i = 0; $i < 5; $i++) {\n        $body = curl_exec($ch);\n        if ($body !== false) {\n            return $body;\n        }\n        recover($i);\n    }\n}',
    ),
    php(
      'foreach ($urls as $url) {\n    $body = curl_exec($ch);\n    if ($body !== false) {\n        break;\n    }\n}',
    ),
    php(
      'for ($i = 0; $i < count($urls); $i++) {\n    $body = curl_exec($handles[$i]);\n    if ($body !== false) {\n        break;\n    }\n}',
    ),
    php('$body = curl_exec($ch);'),
    php(
      "function wait($r) {\n    $v = $r->getHeaderLine('Retry-After');\n    return is_numeric($v) ? (int) $v : strtotime($v) - time();\n}",
    ),
    php("$length = (int) $response->getHeaderLine('Content-Length');"),
    php("$wait = (int) $config['retry_after'];"),
    php("header('Retry-After: ' . (int) $seconds);"),
    php("function refresh($t) {\n    return ['Authorization' => 'Bearer ' . $t->refreshToken];\n}"),
    php("$headers = ['Authorization' => 'Bearer ' . $accessToken];"),
    php('curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);'),
    php('if ($insecure) {\n    curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);\n}'),
    php("$rules = ['verify' => false];"),
    php("$token = getenv('TOKEN');"),
  ],
);

const cs = (body: string): string => `using System;\nusing System.Net.Http;\n\nclass Client\n{\n${body}\n}\n`;
const csLoop = (body: string, header = 'for (var attempt = 0; attempt < 5; attempt++)'): string =>
  cs(
    `    async Task<HttpResponseMessage> Load(HttpClient client, string url)\n    {\n        ${header}\n        {\n${body}\n        }\n        return null;\n    }`,
  );

holdsPitfalls(
  'csharp',
  [
    {
      ids: [noDelay],
      source: csLoop(
        '            var response = await client.GetAsync(url);\n            if (response.IsSuccessStatusCode) return response;',
      ),
    },
    {
      ids: [noDelay],
      source: csLoop(
        '            try\n            {\n                return await client.GetAsync(url);\n            }\n            catch (HttpRequestException e)\n            {\n                Console.WriteLine(e);\n            }',
        'while (true)',
      ),
    },
    {
      ids: [asNumber],
      source: cs(
        '    int Wait(HttpResponseMessage r) => int.Parse(r.Headers.GetValues("Retry-After").First());',
      ),
    },
    {
      ids: [asNumber],
      source: cs(
        '    int Wait(HttpResponseMessage r)\n    {\n        var value = r.Headers.GetValues("Retry-After").First();\n        return Convert.ToInt32(value);\n    }',
      ),
    },
    {
      ids: [refresh],
      source: cs(
        '    void F() { client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.RefreshToken); }',
      ),
    },
    {
      ids: [refresh],
      source: cs(
        '    string accessToken;\n    void F() { request.Headers.Add("Authorization", $"Bearer {refreshToken}"); }',
      ),
    },
    {
      ids: [tls],
      source: cs(
        '    void F()\n    {\n        handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;\n    }',
      ),
      fixed: cs('    void F()\n    {\n    }'),
    },
    {
      ids: [tls],
      source: cs(
        '    HttpClientHandler handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };',
      ),
    },
    {
      ids: [secret],
      source: cs(`    string token = "${key}";`),
      fixed: cs('    string token = Environment.GetEnvironmentVariable("TOKEN") ?? "";'),
    },
    { ids: [secret], left: [secret], source: cs(`    const string Token = "${key}";`) },
  ],
  [
    csLoop(
      '            var response = await client.GetAsync(url);\n            if (response.IsSuccessStatusCode) return response;\n            await Task.Delay(1000);',
    ),
    csLoop(
      '            var response = await client.GetAsync(url);\n            if (response.IsSuccessStatusCode) return response;\n            await Recover();',
    ),
    csLoop(
      '            var response = await client.GetAsync(item);\n            if (response.IsSuccessStatusCode) return response;',
      'foreach (var item in urls)',
    ),
    csLoop(
      '            var response = await client.GetAsync(urls[i]);\n            if (response.IsSuccessStatusCode) return response;',
      'for (var i = 0; i < urls.Length; i++)',
    ),
    csLoop('            return await client.GetAsync(url);'),
    cs(
      '    double Wait(string v) => int.TryParse(v, out var s) ? s : (DateTimeOffset.Parse(v) - DateTimeOffset.UtcNow).TotalSeconds;',
    ),
    cs('    int Length(HttpResponseMessage r) => int.Parse(r.Headers.GetValues("Content-Length").First());'),
    cs('    TimeSpan? Wait(HttpResponseMessage r) => r.Headers.RetryAfter?.Delta;'),
    cs('    int Wait() => int.Parse(configuration["RetryAfter"]);'),
    cs(
      '    void Refresh() { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", refreshToken); }',
    ),
    cs(
      '    void F() { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken); }',
    ),
    cs(
      '    void F() { handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == SslPolicyErrors.None; }',
    ),
    cs(
      '    void F()\n    {\n        if (env.IsDevelopment())\n        {\n            handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;\n        }\n    }',
    ),
    cs('    string token = Environment.GetEnvironmentVariable("TOKEN");'),
    cs('    string token = "<your token>";'),
  ],
);

const rust = (body: string): string =>
  `use reqwest::blocking::Client;\n\nfn load(url: &str) -> Result<String, Error> {\n    let client = Client::new();\n${body}\n}\n`;

holdsPitfalls(
  'rust',
  [
    {
      ids: [tls],
      source: rust('    Client::builder().danger_accept_invalid_certs(true).build()'),
      fixed: rust('    Client::builder().build()'),
    },
    {
      ids: [tls],
      source: rust('    Client::builder().timeout(t).danger_accept_invalid_hostnames(true).build()'),
    },
    {
      ids: [asNumber],
      left: [asNumber],
      source: rust('    response.headers().get("retry-after").unwrap().to_str()?.parse::<u64>()'),
    },
    {
      ids: [asNumber],
      left: [asNumber],
      source: rust(
        '    let value = response.headers().get("Retry-After")?.to_str()?;\n    value.parse::<u64>()',
      ),
    },
    { ids: [refresh], source: rust('    client.get(url).bearer_auth(&tokens.refresh_token).send()') },
    {
      ids: [refresh],
      source: rust('    let access_token = a;\n    client.get(url).bearer_auth(refresh_token).send()'),
    },
    {
      ids: [refresh],
      left: [refresh],
      source: rust('    client.get(url).header("Authorization", format!("Bearer {}", refresh_token)).send()'),
    },
    {
      ids: [secret],
      source: rust(`    let token = "${key}";`),
      fixed: rust('    let token = std::env::var("TOKEN").unwrap_or_default();'),
    },
    { ids: [secret], left: [secret], source: `const TOKEN: &str = "${key}";\n` },
  ],
  [
    rust('    Client::builder().danger_accept_invalid_certs(args.insecure).build()'),
    rust('    Client::builder().danger_accept_invalid_certs(false).build()'),
    rust('    if insecure {\n        builder = builder.danger_accept_invalid_certs(true);\n    }'),
    rust('    response.headers().get("content-length").unwrap().to_str()?.parse::<u64>()'),
    rust(
      '    let v = response.headers().get("Retry-After")?.to_str()?;\n    v.parse::<u64>().or_else(|_| httpdate::parse_http_date(v))',
    ),
    rust('    config.get("retry_after").unwrap().parse::<u64>()'),
    rust('    client.get(url).bearer_auth(&tokens.access_token).send()'),
    rust('    client.post("https://api.example.com/auth/refresh").bearer_auth(refresh_token).send()'),
    rust('    format!("{} {}", scheme, refresh_token)'),
    rust('    std::env::var("TOKEN")'),
    rust(`    // ${key}\n    load()`),
    rust('    let token = "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";'),
    rust(
      '    for attempt in 0..5 {\n        if let Ok(r) = client.get(url).send() {\n            return r.text();\n        }\n        std::thread::sleep(wait);\n    }',
    ),
    rust(
      '    for url in urls {\n        if let Ok(r) = client.get(url).send() {\n            return r.text();\n        }\n    }',
    ),
    rust('    client.get(url).send()?.text()'),
  ],
);

holdsPitfalls(
  'shellscript',
  [
    {
      ids: [noDelay],
      source: '#!/bin/sh\nfor i in 1 2 3; do\n  curl -fsS https://api.example.com/v1/orders && break\ndone\n',
      fixed:
        '#!/bin/sh\nfor i in 1 2 3; do\n  curl -fsS https://api.example.com/v1/orders && break\n  sleep 2\ndone\n',
    },
    { ids: [noDelay], source: 'until curl -fsS https://api.example.com/health; do\n  echo failed\ndone\n' },
    { ids: [noDelay], source: 'while ! curl -fsS https://api.example.com/health; do\n  :\ndone\n' },
    {
      ids: [tls],
      source: 'curl -sk https://api.example.com/v1/orders\n',
      fixed: 'curl -s https://api.example.com/v1/orders\n',
    },
    {
      ids: [tls],
      source: 'curl -s --insecure \\\n  https://api.example.com/v1/orders\n',
      fixed: 'curl -s \\\n  https://api.example.com/v1/orders\n',
    },
    { ids: [tls], source: 'wget --no-check-certificate https://api.example.com/v1/orders\n' },
    {
      ids: [refresh],
      source:
        'ACCESS_TOKEN=$1\ncurl -H "Authorization: Bearer $REFRESH_TOKEN" https://api.example.com/v1/orders\n',
    },
    {
      ids: [post],
      source: "curl --retry 5 -d '{}' https://api.example.com/v1/orders\n",
      fixed: 'curl -H "Idempotency-Key: $(uuidgen)" --retry 5 -d \'{}\' https://api.example.com/v1/orders\n',
    },
    { ids: [secret], source: `TOKEN=${key}\n`, fixed: 'TOKEN="${TOKEN:-}"\n' },
    {
      ids: [secret],
      source: `curl -H 'Authorization: Bearer ${key}' https://api.example.com\n`,
      fixed: 'curl -H "Authorization: Bearer ${GITHUB_TOKEN:-}" https://api.example.com\n',
    },
  ],
  [
    'for i in 1 2 3; do\n  curl -fsS https://api.example.com/v1/orders && break\n  sleep "$i"\ndone\n',
    'until curl -fsS https://api.example.com/health; do\n  sleep 1\ndone\n',
    'until curl -fsS https://api.example.com/health; do\n  nap\ndone\n',
    'for url in $urls; do\n  curl -fsS "$url" && break\ndone\n',
    'for i in 1 2 3; do\n  curl -fsS "https://api.example.com/v1/orders?page=$i" || break\ndone\n',
    'while read -r url; do\n  curl -fsS "$url"\ndone\n',
    'curl -fsS --retry 5 https://api.example.com/v1/orders\n',
    'curl --retry 5 -X PUT -d "{}" https://api.example.com/v1/orders/1\n',
    'curl --retry 5 -H "Idempotency-Key: $key" -d "{}" https://api.example.com/v1/orders\n',
    'curl -k https://localhost:8443/health\n',
    'curl -sS -o kept https://api.example.com/v1/orders\n',
    'grep -k file\n',
    'curl -H "Authorization: Bearer $ACCESS_TOKEN" https://api.example.com/v1/orders\n',
    'curl -X POST -H "Authorization: Bearer $REFRESH_TOKEN" https://api.example.com/auth/refresh\n',
    'TOKEN="${TOKEN:-}"\n',
  ],
);
