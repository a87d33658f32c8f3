import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

/** Where Debian's packages keep the sources of libraries. */
const registry = '/usr/share/cargo/registry';
/** The libraries are compiled here once. */
const target = join(__dirname, '../../../out/snippets/rust');

const manifest = `[package]
name = "orders"
version = "0.1.0"
edition = "2021"

[dependencies]
reqwest = { version = "0.11", features = ["blocking"] }
tokio = { version = "1", features = ["macros", "parking_lot", "rt-multi-thread", "signal", "sync", "time"] }
ureq = "2"

[profile.dev]
debug = 0
`;
const config = `[source.crates-io]
replace-with = "debian"

[source.debian]
directory = "${registry}"

[net]
offline = true
`;

const asynchronous = ({ method = 'GET' }: Scenario) => `use reqwest::{Client, Method};
use std::env;

const BASE_URL: &str = "BASE_URL";
const ELSEWHERE: &str = "ELSEWHERE";

struct Orders {
    client: Client, // shared
}

impl Orders {
    async fn list(&self) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
        let _ = (BASE_URL, ELSEWHERE);
        // the call
        let url = env::var(BASE_URL)? + &env::var("CALL_PATH")?;
        let mut request = self.client.request(Method::${method}, url).body("{}");
        for field in env::var("HEADERS")?.lines() {
            let (name, value) = field.split_once(':').unwrap_or_default();
            request = request.header(name, value);
        }
        let response = request.‸send().await?; // as documented
        // the answer
        Ok(format!(r#"{{"status":{},"body":""}}"#, response.status().as_u16()))
    }
}

async fn outcome(orders: &Orders) -> String {
    let listed = tokio::select! {
        listed = orders.list() => listed,
        _ = tokio::signal::ctrl_c() => Err("Interrupted".into()),
    };
    listed.unwrap_or_else(|error| format!(r#"{{"error":{:?}}}"#, error.to_string()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    println!("ready");
    let callers = env::var("CALLERS")?.parse::<usize>()?;
    let orders = std::sync::Arc::new(Orders { client: Client::new() });
    let tasks: Vec<_> = (0..callers)
        .map(|_| {
            let orders = orders.clone();
            tokio::spawn(async move { outcome(&orders).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await?);
    }
    println!("[{}]", outcomes.join(","));
    Ok(())
}
`;

/** A program whose threads wait for their answers, and which a signal ends. */
const synchronous = (uses: string, client: string, call: string) => `${uses}
use std::env;

const BASE_URL: &str = "BASE_URL";
const ELSEWHERE: &str = "ELSEWHERE";

struct Orders {
    client: ${client}, // shared
}

impl Orders {
    fn list(&self) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
        let _ = (BASE_URL, ELSEWHERE);
        // the call
        let url = env::var(BASE_URL)? + &env::var("CALL_PATH")?;
${call}
    }
}

fn outcome(orders: &Orders) -> String {
    orders
        .list()
        .unwrap_or_else(|error| format!(r#"{{"error":{:?}}}"#, error.to_string()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    println!("ready");
    let callers = env::var("CALLERS")?.parse::<usize>()?;
    std::thread::spawn(move || {
        let orders = std::sync::Arc::new(Orders { client: ${client}::new() });
        let threads: Vec<_> = (0..callers)
            .map(|_| {
                let orders = orders.clone();
                std::thread::spawn(move || outcome(&orders))
            })
            .collect();
        let outcomes: Vec<_> = threads.into_iter().flat_map(|each| each.join()).collect();
        println!("[{}]", outcomes.join(","));
        std::process::exit(0);
    });
    tokio::signal::ctrl_c().await?;
    println!(r#"[{{"error":"Interrupted"}}]"#);
    std::process::exit(0);
}
`;

const blocking = ({ method = 'GET' }: Scenario) =>
  synchronous(
    'use reqwest::blocking::Client;\nuse reqwest::Method;',
    'Client',
    `        let mut request = self.client.request(Method::${method}, url).body("{}");
        for field in env::var("HEADERS")?.lines() {
            let (name, value) = field.split_once(':').unwrap_or_default();
            request = request.header(name, value);
        }
        let response = request.‸send()?; // as documented
        // the answer
        Ok(format!(r#"{{"status":{},"body":""}}"#, response.status().as_u16()))`,
  );

const ureq = ({ method = 'GET' }: Scenario) =>
  synchronous(
    'use ureq::Agent;',
    'Agent',
    `        let mut request = self.client.request("${method}", &url);
        for field in env::var("HEADERS")?.lines() {
            let (name, value) = field.split_once(':').unwrap_or_default();
            request = request.set(name, value);
        }
        let answered = request.‸call(); // as documented
        // the answer
        match answered {
            Ok(response) => Ok(response.status()),
            Err(ureq::Error::Status(status, _)) => Ok(status),
            Err(error) => Err(error.into()),
        }
        .map(|status| format!(r#"{{"status":{},"body":""}}"#, status))`,
  );

/** Every program compiles without a warning, by Debian's compiler and with its packages. */
export function rustRunners(): Runner[] {
  const build = (text: string, folder: string) => {
    mkdirSync(join(folder, 'src'), { recursive: true });
    mkdirSync(join(folder, '.cargo'), { recursive: true });
    writeFileSync(join(folder, 'Cargo.toml'), manifest);
    writeFileSync(join(folder, '.cargo/config.toml'), config);
    writeFileSync(join(folder, 'src/main.rs'), text);
    const built = spawnSync('/usr/bin/cargo', ['build', '--quiet', '--offline'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CARGO_TARGET_DIR: target, RUSTC: '/usr/bin/rustc', RUSTFLAGS: '-D warnings' },
    });
    if (built.status !== 0) throw new Error(built.stderr);
  };
  const compile = compileOnce((text, folder) => {
    build(text, folder);
    const program = join(folder, 'orders');
    copyFileSync(join(target, 'debug/orders'), program);
    return [program];
  });
  const installed = works('/usr/bin/cargo', '-V') && existsSync(registry);
  const shared: Omit<Runner, 'name' | 'program' | 'call'> = {
    languageId: 'rust',
    // A reqwest::Error has no room for words of ours: they are on standard error.
    async run(text, scenario) {
      const [command = ''] = compile(text);
      return execute(command, [], scenario, { withErrors: true });
    },
    prepare: () => compile('fn main() {}\n'),
    quick: [
      ['BASE_DELAY: f64 = 0.5', 'BASE_DELAY: f64 = 0.01'],
      ['ATTEMPT_TIMEOUT: f64 = 30.0', 'ATTEMPT_TIMEOUT: f64 = 0.3'],
      ['"https://api.example.com".into()', 'std::env::var("BASE_URL").unwrap_or_default()'],
      ['STATESET_ACCESS_TOKEN', 'ACCESS_TOKEN'],
      ['STATESET_REFRESH_TOKEN', 'REFRESH_TOKEN'],
    ],
    deadline: ['DEADLINE: f64 = 120.0', 'DEADLINE: f64 = 40.0'],
    missing: installed ? undefined : "no Rust with Debian's packages",
  };
  return [
    { ...shared, name: 'Rust, reqwest', program: asynchronous, call: /response = request\./ },
    { ...shared, name: 'Rust, reqwest::blocking', program: blocking, call: /response = request\./ },
    { ...shared, name: 'Rust, ureq', program: ureq, call: /answered = request\./ },
  ];
}
