/** A unit of a file whose methods each make a call; `#` is its number. */
interface LongFile {
  grammar: string;
  head: string;
  unit: string;
  /** What the call in the unit begins with. */
  call: string;
  foot?: string;
}

/** Files of 5,000 lines, full of calls and of clients to look at, by VS Code's language ids. */
const files: Record<string, LongFile> = {
  typescript: {
    grammar: 'tree-sitter-typescript',
    head: '',
    unit: `export async function load#(id: string): Promise<unknown> {
  const response = await fetch(\`https://api.example.com/v1/orders/\${id}\`);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
`,
    call: 'fetch(',
  },
  python: {
    grammar: 'tree-sitter-python',
    head: 'import requests\n\n',
    unit: `def load#(id):
    response = requests.get(f"https://api.example.com/v1/orders/{id}")
    response.raise_for_status()
    return response.json()


`,
    call: 'requests.get',
  },
  go: {
    grammar: 'tree-sitter-go',
    head: 'package orders\n\nimport "net/http"\n\n',
    unit: `type service# struct{ client *http.Client }

func (s *service#) load(id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+id, nil)
	if err != nil {
		return nil, err
	}
	return s.client.Do(req)
}

`,
    call: 's.client.Do',
  },
  java: {
    grammar: 'tree-sitter-java',
    head: 'import java.net.URI;\nimport java.net.http.*;\n\nclass Orders {\n  HttpClient client = HttpClient.newHttpClient();\n\n',
    unit: `  String load#(String id) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + id)).GET().build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return response.body();
  }

`,
    call: 'client.send',
    foot: '}\n',
  },
  csharp: {
    grammar: 'tree-sitter-c-sharp',
    head: 'using System.Net.Http;\nusing System.Threading.Tasks;\n\n',
    unit: `class Orders#
{
    private readonly HttpClient client = new HttpClient();

    async Task<string> Load(string id) => await client.GetStringAsync(Base + id);
}
`,
    call: 'client.Get',
  },
  ruby: {
    grammar: 'tree-sitter-ruby',
    head: "require 'net/http'\n\n",
    unit: `def load#(id)
  uri = URI("https://api.example.com/v1/orders/#{id}")
  http = Net::HTTP.new(uri.host, uri.port)
  http.request(Net::HTTP::Get.new(uri))
end

`,
    call: 'http.request',
  },
  php: {
    grammar: 'tree-sitter-php',
    head: '<?php\n\nuse GuzzleHttp\\Client;\n\n',
    unit: `final class Orders#
{
    private Client $client;

    function load($id)
    {
        return $this->client->get("https://api.example.com/v1/orders/$id")->getBody();
    }
}

`,
    call: 'client->get',
  },
  rust: {
    grammar: 'tree-sitter-rust',
    head: 'use reqwest::Client;\n\n',
    unit: `async fn load#(client: &Client, id: &str) -> reqwest::Result<String> {
    let response = client.get(format!("https://api.example.com/v1/orders/{id}")).send().await?;
    response.error_for_status()?.text().await
}

`,
    call: 'send()',
  },
};

export const longFileLanguages = Object.keys(files);

/** The file, its grammar, and the offset of a call in its middle. */
export function longFile(languageId: string): { grammar: string; source: string; offset: number } {
  const file = files[languageId];
  if (!file) throw new Error(`There is no long file of ${languageId}.`);
  const { grammar, head, unit, call, foot = '' } = file;
  const times = Math.ceil(5000 / (unit.split('\n').length - 1));
  const units = Array.from({ length: times }, (_, number) => unit.replace(/#(?!\{)/g, String(number)));
  const source = head + units.join('') + foot;
  return { grammar, source, offset: source.indexOf(call, source.length / 2) };
}
