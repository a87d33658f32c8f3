import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

/** A program with a client, and with what its method does before the answer is there. */
const program = (imports: string[], client: [type: string, made: string], call: string) => `package main

import (
${[...imports, ...['context', 'encoding/json', 'fmt', 'os', 'os/signal', 'strconv', 'strings', 'sync']]
  .sort()
  .map((name) => `\t"${name}"`)
  .join('\n')}
)

var (
	BASE_URL      = os.Getenv("BASE_URL")
	ELSEWHERE     = os.Getenv("ELSEWHERE")
	ACCESS_TOKEN  = os.Getenv("ACCESS_TOKEN")
	REFRESH_TOKEN = os.Getenv("REFRESH_TOKEN")
)

type orders struct {
	client *${client[0]} // shared
}

func (o *orders) list(ctx context.Context) (map[string]any, error) {
${call}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	fmt.Println("ready")
	callers, _ := strconv.Atoi(os.Getenv("CALLERS"))
	outcomes := make([]map[string]any, callers)
	service := &orders{client: ${client[1]}}
	var group sync.WaitGroup
	for i := range outcomes {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			outcome, err := service.list(ctx)
			if err != nil {
				outcome = map[string]any{"error": err.Error()}
			}
			outcomes[i] = outcome
		}(i)
	}
	group.Wait()
	_ = json.NewEncoder(os.Stdout).Encode(outcomes)
}
`;

/** Debian's source of a module, and the modules that it needs. */
interface Library {
  module: string;
  folder: string;
  needs?: Library[];
}

const sources = '/usr/share/gocode/src';
const retryablehttp: Library = {
  module: 'github.com/hashicorp/go-retryablehttp',
  folder: 'github.com/hashicorp/go-retryablehttp',
  needs: [{ module: 'github.com/hashicorp/go-cleanhttp', folder: 'github.com/hashicorp/go-cleanhttp' }],
};
const backoff: Library = { module: 'github.com/cenkalti/backoff/v4', folder: 'github.com/cenkalti/backoff' };

const restyLibrary: Library = {
  module: 'github.com/go-resty/resty/v2',
  folder: 'github.com/go-resty/resty',
  needs: [{ module: 'golang.org/x/net/publicsuffix', folder: 'golang.org/x/net/publicsuffix' }],
};

/** Gives a program's module the libraries that it needs, as `go mod vendor` does. */
function vendor(library: Library | undefined, folder: string): void {
  const libraries = library ? [library, ...(library.needs ?? [])] : [];
  const version = (module: string) => (/\/v\d+$/.exec(module)?.[0].slice(1) ?? 'v0') + '.0.0';
  const required = libraries.map(({ module }) => `require ${module} ${version(module)}\n`);
  writeFileSync(join(folder, 'go.mod'), `module orders\n\ngo 1.19\n\n${required.join('')}`);
  if (!library) return;
  for (const { module, folder: source } of libraries) {
    mkdirSync(join(folder, 'vendor', dirname(module)), { recursive: true });
    symlinkSync(join(sources, source), join(folder, 'vendor', module));
  }
  const listed = libraries.map(({ module }) => `# ${module} ${version(module)}\n## explicit\n${module}\n`);
  writeFileSync(join(folder, 'vendor/modules.txt'), listed.join(''));
}

const netHttp = ({ method = 'GET' }: Scenario) =>
  program(
    ['io', 'net/http'],
    ['http.Client', 'http.DefaultClient'],
    `	// the call
	req, err := http.NewRequestWithContext(ctx, "${method}", BASE_URL+os.Getenv("CALL_PATH"), strings.NewReader(\`{"a":1}\`))
	if err != nil {
		return nil, err
	}
	for _, field := range strings.Split(os.Getenv("HEADERS"), "\\n") {
		if name, value, found := strings.Cut(field, ":"); found {
			req.Header.Set(name, value)
		}
	}
	resp, err := o.client.‸Do(req) // as documented
	// the answer
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return map[string]any{"status": resp.StatusCode, "body": string(body)}, err`,
  );

/** With the cursor on the call, or where the client is made. */
const resty =
  (made: string, called: string) =>
  ({ method = 'GET' }: Scenario) =>
    program(
      ['github.com/go-resty/resty/v2'],
      ['resty.Client', `${made}resty.New()`],
      `	// the call
	req := o.client.R().SetContext(ctx)
	for _, field := range strings.Split(os.Getenv("HEADERS"), "\\n") {
		if name, value, found := strings.Cut(field, ":"); found {
			req.SetHeader(name, value)
		}
	}
	resp, err := req.${called}Execute("${method}", BASE_URL+os.Getenv("CALL_PATH")) // as documented
	// the answer
	if err != nil {
		return nil, err
	}
	return map[string]any{"status": resp.StatusCode(), "body": resp.String()}, nil`,
    );

/** Every program is as gofmt writes it. */
function goRunner(
  library?: Library,
  own: Pick<Runner, 'name' | 'program' | 'call'> = {
    name: `Go, net/http${library ? ` with ${library.module}` : ''}`,
    program: netHttp,
    call: /resp, err := \w+/,
  },
): Runner {
  const compile = compileOnce((text, folder) => {
    const file = join(folder, 'main.go');
    writeFileSync(file, text);
    vendor(library, folder);
    const formatted = spawnSync('gofmt', ['-d', file], { encoding: 'utf8' });
    if (formatted.stdout || formatted.stderr) throw new Error(formatted.stderr + formatted.stdout);
    const built = spawnSync('go', ['build', '-o', 'orders', '.'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GOFLAGS: library ? '-mod=vendor' : '-mod=mod', GOTOOLCHAIN: 'local' },
    });
    if (built.status !== 0) throw new Error(built.stderr);
    return [join(folder, 'orders')];
  });
  return {
    ...own,
    languageId: 'go',
    ...(library && { dependencies: [library.module] }),
    async run(text, scenario) {
      const [command = '', ...args] = compile(text);
      return execute(command, args, scenario);
    },
    quick: [
      ['500 * time.Millisecond', '10 * time.Millisecond'],
      ['ResponseHeaderTimeout = 30 * time.Second', 'ResponseHeaderTimeout = 300 * time.Millisecond'],
      ['answerTimeout: 30 * time.Second', 'answerTimeout: 300 * time.Millisecond'],
      ['AfterFunc(10*time.Second', 'AfterFunc(300*time.Millisecond'],
    ],
    deadline: ['2 * time.Minute', '40 * time.Second'],
    missing: missing(library),
  };
}

function missing(library?: Library): string | undefined {
  if (!works('go', 'version')) return 'Go is not installed';
  return library && !existsSync(join(sources, library.folder)) ? `no ${library.module}` : undefined;
}

/** net/http by itself, and in projects that depend on a library for retries; resty. */
export const goRunners = [
  goRunner(),
  goRunner(retryablehttp),
  goRunner(backoff),
  goRunner(restyLibrary, { name: 'Go, resty', program: resty('', '‸'), call: /resp, err := req\./ }),
  goRunner(restyLibrary, {
    name: 'Go, a client of resty',
    program: resty('‸', ''),
    call: /client: (?:with\w+\()*/,
  }),
];
