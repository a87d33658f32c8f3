import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { skipBecause } from '../../reporting/skip-because';
import { snippetKinds } from '../../../src/core/snippets/snippet-catalog';
import { apply, offersAt, parse, snippets } from './workbench';

const libraries = `import axios from 'axios';\nimport got from 'got';\nimport ky from 'ky';\nimport { request } from 'undici';\n`;
const typedCalls = [
  'axios.‸get<T>(u)',
  'fetch‸(u as string)',
  'got.‸get(u)',
  'ky.‸put(u, { json: d } /* all */)',
  'request‸(u)',
];

/** For each language (with a word on what of it): calls, and places that they can stand in (`_`), each in a whole file. */
const languages: Record<string, { calls: string[]; places: string[] }> = {
  javascript: {
    calls: [
      'fetch‸(u)',
      `fetch‸(u, { method: 'PUT', body: '{}' /* all */ })`,
      'axios.‸get(u)',
      'axios.‸put(u, d)',
    ],
    places: [
      `import axios from 'axios';\nexport const f = (u, d) => _;\n`,
      `#!/usr/bin/env node\n'use strict';\nconst axios = require('axios');\nclass A { static x = (u, d) => [..._]; }\n`,
      `// top\nimport axios from "axios"; import fs from "fs"\nasync function* f(u, d) { for await (const x of await _) yield x }\n`,
      `import axios from 'axios';\nconst f = async (u, d) => ({ ...(await _), a: \`\${await _2}\` });`.replace(
        '_2',
        'u',
      ),
      `import axios from 'axios';\nswitch (1) { case 1: { if (a) void _; else b(); } }\n`,
      `import axios from 'axios';\nlabel: try { _.then((r) => r) } catch {} finally { /* _ */ }\n`.replace(
        '/* _ */',
        '',
      ),
    ],
  },
  'javascript, other libraries': {
    calls: ['got.‸get(u)', 'ky.‸put(u, { json: d } /* all */)', 'request‸(u)'],
    places: [
      `import got from 'got';\nimport ky from 'ky';\nimport { request } from 'undici';\nexport const f = (u, d) => [_]?.[0];\n`,
      `// top\nimport got from "got"; import ky from "ky"; import { request } from "undici"\nexport default class { static #x = async (u, d) => { do { await _ } while (0) } }\n`,
      `"use strict"\nconst got = require("got"), ky = require("ky")\nconst { request } = require("undici")\nmodule.exports = { async f(u, d) { if (u) return _; else throw d } }`,
    ],
  },
  'typescript, all libraries': {
    calls: typedCalls,
    places: [
      `${libraries}\nabstract class A<T> {\n  constructor(private readonly u: string) {}\n  async f(u: string, d: object): Promise<unknown> {\n    return (await _) as unknown;\n  }\n}\n`,
      `${libraries.replaceAll(';', '')}namespace N { export const f = <T>(u: string, d: object) => [_] as const }\n`,
      `// all\n${libraries}\nexport default class {\n\t@log()\n\tstatic async *f<T>(u: string, d: object): AsyncGenerator<unknown> {\n\t\tfor await (const x of [_]) yield x!;\n\t}\n}\n\ndeclare const z: number;`,
    ],
  },
  'typescriptreact, all libraries': {
    calls: typedCalls.map((call) => call.replace('<T>', '')),
    places: [
      `${libraries}\nexport const C = ({ u, d }: P) => <button onClick={async () => { await _; }}>get</button>;\n`,
      `${libraries}export default function D({ u, d }: P) {\n  useEffect(() => {\n    void _;\n  }, [u]);\n  return <><E {...d} /></>;\n}`,
    ],
  },
  go: {
    calls: ['http.‸Get(u)', 'c.‸Do(r)', 'c.\n\t\t‸Do(r /* all */)'],
    places: [
      `package a\nimport "net/http"\nfunc f(c *http.Client, u string, r *http.Request) { go func() { defer g(); _ }() }\n`,
      `package a\n\nimport (\n\t"net/http"\n\n\t"x.org/y"\n)\n\nvar f = func(c http.Client, u string, r *http.Request) { if resp, err := _; err != nil { _2 } }`.replace(
        '_2',
        'g(resp)',
      ),
      `// Package a\npackage a\n\nimport "fmt"\nimport "net/http"\n\ntype t[T any] struct{ c *http.Client }\n\nfunc (x t[T]) f(c *http.Client, u string, r *http.Request) (a, b any) {\n\tswitch a, b = _; {\n\tdefault:\n\t}\n\treturn\n}\n`,
      `package a\n\nimport h "fmt"\nimport (\n\t"net/http" // client\n)\n\nfunc f(c *http.Client, u string, r *http.Request) {\n\th.Println(_)\n}\n`,
    ],
  },
  'go, resty': {
    calls: ['c.R().‸Get(u)', 'c.R().\n\t\tSetBody(d). // all\n\t\t‸Put(u)', 'req.‸Execute("GET", u)'],
    places: [
      `package a\nimport "github.com/go-resty/resty/v2"\nvar c = resty.New()\nfunc f(u string, d any) { go func() { defer g(); _ }() }\n`,
      `// Package a\npackage a\n\nimport (\n\t"context"\n\n\t"github.com/go-resty/resty/v2"\n)\n\ntype s struct{ c *resty.Client }\n\nfunc n() *s {\n\treturn &s{c: resty.New().\n\t\tSetHeader("a", "b"). // all\n\t\tSetDebug(true)}\n}\n\nfunc (s *s) f(c *resty.Client, u string) (a, b any) {\n\tswitch a, b = _; {\n\tdefault:\n\t}\n\treturn\n}\n`,
      `package a\n\nimport (\n\tr "github.com/go-resty/resty/v2"\n\t"x.org/y"\n)\n\nfunc f(u string) {\n\tc := r.NewWithClient(y.C())\n\ty.Println(_)\n}`,
    ],
  },
  java: {
    calls: [
      'c.‸send(r, h)',
      'this.c.‸send(r, h /* all */)',
      'c\n  .‸send(HttpRequest.newBuilder(u).GET().build(), h)',
    ],
    places: [
      `import java.net.http.*;\nclass A { HttpClient c; Object f() throws Exception { return (Object) _; } }\n`,
      `package a;\n\nimport java.net.http.HttpClient;\n\n@Deprecated\npublic class A<T> {\n\tHttpClient c;\n\n\tclass B {\n\t\tvoid f() throws Exception {\n\t\t\tvar x = a ? _ : null;\n\t\t}\n\t}\n}`,
      `package a;\nimport java.net.http.HttpClient;\nimport java.util.List;\n\nrecord A(HttpClient c) {\n  A { try (var x = g(() -> _)) { } catch (Exception e) { } }\n}\n`,
      `import java.net.http.HttpClient;\n// all\ninterface A {\n  HttpClient c = null;\n  default void f() throws Exception { switch (1) { case 1 -> _; default -> { } } }\n}\n`,
      `import java.net.http.HttpClient;\n\nenum A {\n  X { void f() throws Exception { _; } };\n\n  HttpClient c;\n}\n`,
    ],
  },
  'java, OkHttp': {
    calls: ['c.new‸Call(r).execute()', 'this.c\n  .new‸Call(r /* all */)\n  .execute()'],
    places: [
      `import okhttp3.*;\nclass A { OkHttpClient c; Object f(Request r) throws Exception { return (Object) _; } }\n`,
      `package a;\n\nimport java.util.List;\nimport okhttp3.OkHttpClient;\n\npublic final class A {\n\tprivate final OkHttpClient c = new OkHttpClient();\n\n\tvoid f() throws Exception {\n\t\ttry (var x = _) { }\n\t}\n}`,
      `import okhttp3.OkHttpClient;\n\nenum A {\n  X { void f() throws Exception { g(_, 1); } };\n\n  OkHttpClient c;\n}\n`,
    ],
  },
  'java, Spring': {
    calls: [
      't.‸getForObject(u, S.class)',
      'this.c.‸get().uri(u)\n  .retrieve() /* all */\n  .body(S.class)',
      't\n  .‸put(u, d)',
    ],
    places: [
      `import org.springframework.web.client.*;\nclass A { RestTemplate t; RestClient c; Object f() { return (Object) _; } }\n`,
      `package a;\n\nimport org.springframework.web.client.RestClient;\nimport org.springframework.web.client.RestTemplate;\n\n@Service\npublic class A<T> {\n\tprivate final RestTemplate t;\n\tprivate final RestClient c;\n\n\tA(RestTemplate t, RestClient.Builder b) { this.t = t; this.c = b.build(); }\n\n\t@Async\n\tvoid f() {\n\t\tg(() -> _);\n\t}\n}`,
      `package a;\nimport org.springframework.web.client.RestClient;\nimport org.springframework.web.client.RestTemplate;\n\nrecord A(RestTemplate t, RestClient c) {\n  int f() { return switch (g(_)) { case 1 -> 2; default -> 3; }; }\n}\n`,
    ],
  },
  ruby: {
    calls: ['Net::HTTP.‸get(u)', 'h.‸request(r)', 'h\n  .‸get("/x", { a: 1 })'],
    places: [
      `require 'net/http'\nh = Net::HTTP.new('a')\nputs(_) if x\n`,
      `#!/usr/bin/env ruby\n# frozen_string_literal: true\nrequire "json"; require "net/http"\nmodule M; class << self; def f(u, r) = Net::HTTP.start(u) { |h| _ }; end; end\n`,
      `require 'net/http'\nrequire_relative 'x'\n\nh = Net::HTTP.new 'a'\ncase (a, b = _)\nwhen 1 then 2\nend\n`,
      `require 'net/http'\nh = Net::HTTP.new('a')\nx = begin\n  "#{_}"\nrescue StandardError => e\n  e\nensure\n  y\nend`,
    ],
  },
  'ruby, Faraday': {
    calls: ['Faraday.‸get(u)', 'c\n  .‸put(u, d)', 'c.‸delete(u)'],
    places: [
      `require 'faraday'\nc = Faraday.new(url: 'https://a.example')\nputs(_) unless x\n`,
      `# frozen_string_literal: true\n\nrequire "faraday"\nrequire "json"\n\nc = Faraday.new\nx = [*y.map { |u| _ }, 1]\n__END__\nall`,
      `require 'faraday'\nc = Faraday.new 'a' do |f|\n  f.adapter :x\nend\ncase _\nin { status: 200 } then 1\nend\n`,
    ],
  },
  'ruby, HTTParty': {
    calls: ['HTTParty.‸get(u)', 'self.class\n  .‸put(u, body: d)', 'A.‸delete(u)'],
    places: [
      `require 'httparty'\nclass A\n  include HTTParty\n  def f(u, d) = puts(_)\nend\n`,
      `# frozen_string_literal: true\n\nrequire "httparty"\n\nmodule M\n\tclass A < B\n\t\tinclude HTTParty\n\t\tformat :json\n\n\t\tdef f(u, d) = x { |y| [*_, y] }\n\tend\nend`,
      `require 'httparty'\nA = Class.new\nclass A\n  include HTTParty\n  def f(u:, d: {})\n    case _\n    in { code: 200 } then 1\n    end\n  rescue StandardError => e\n    raise\n  end\nend\n`,
    ],
  },
  php: {
    calls: ['$c->‸get($u)', '$c\n  ->‸request("GET", $u /* all */)', '‸curl_exec($h)', '\\‸curl_exec($h)'],
    places: [
      `<?php\nuse GuzzleHttp\\Client;\n$c = new Client;\necho _, 1;\n`,
      `#!/usr/bin/env php\n<?php declare(strict_types=1);\nnamespace A;\nuse GuzzleHttp\\{Client, HandlerStack};\nfinal class B { function f(Client $c, $u, $h) { return fn () => [...g(_)]; } }\n`,
      `<html>\n<?php use GuzzleHttp\\Client; $c = new Client(); ?>\n<p><?= _ ?></p>\n`,
      `<?php\nuse GuzzleHttp\\Client as H; // all\n$c = new H();\nif (!($x = _)) : ?>\n<p>no</p>\n<?php endif;\n?>`,
      `<?php\nnamespace A;\n\nuse GuzzleHttp\\ClientInterface;\n\ntrait T {\n\tpublic function __construct(private ClientInterface $c) {}\n\tfunction f(?ClientInterface $c, $u, $h) { try { yield from _; } finally { } }\n}\n`,
    ],
  },
  'php, Laravel': {
    calls: [
      'Http::‸get($u)',
      'Http::withToken($t)\n  ->‸put($u, $d /* all */)',
      "Http::baseUrl($u)->‸send('GET', $u)",
    ],
    places: [
      `<?php\nuse Illuminate\\Support\\Facades\\Http;\nRoute::get('/', fn () => _->json());\n`,
      `<?php\n\nnamespace App\\Services;\n\nuse Illuminate\\Support\\Facades\\{Cache, Log};\nuse Illuminate\\Support\\Facades\\Http;\n\nfinal class A extends B\n{\n\tpublic function f(string $u, array $d): array\n\t{\n\t\treturn Cache::remember('a', 60, function () use ($u) { return match (true) { default => _ }; });\n\t}\n}`,
      `<?php declare(strict_types=1);\nuse Illuminate\\Support\\Facades\\Http;\ntry { if (($r = _)->successful()) { yield $r; } } catch (\\Throwable) { }\n`,
    ],
  },
  shellscript: {
    calls: ['‸curl -sS "$u"', '‸curl \\\n  -X PUT -d "{}" "$u" # all', '‸curl "${a[@]}" "$u"'],
    places: [
      `#!/bin/sh\n# Doc.\n\nset -eu\ncase $1 in\n  a | b)\n    _\n    ;;\nesac\n`,
      `for u in a b; do\n\tif ! _\n\tthen\n\t\tbreak\n\tfi\ndone < in > out\n`,
      `f() (\n  cd /tmp\n  local x; x=$(\n    _\n  )\n)\nf "$@"`,
      `. ./lib.sh; u=$1\nreadonly u\nwhile read -r u; do _\ndone <<EOF\na\nEOF\n`,
      `{ _\n} | tee log\n`,
    ],
  },
  csharp: {
    calls: ['c.‸GetAsync(u)', 'c\n    .‸PutAsync(u, b /* all */)', 'c.‸GetFromJsonAsync<T>(u, x: 1)'],
    places: [
      `using System.Net.Http;\n\nHttpClient c = new();\nConsole.WriteLine(await _);\n`,
      `// Licence\n\nnamespace A.B;\n\npublic record D(HttpClient c) { public async Task F(HttpClient c, Uri u) => await G(_ ?? throw new E()); }\n`,
      `global using X;\nusing System;\nusing Y = System.Net.Http;\n\n[assembly: Z]\nnamespace A\n{\n\tstruct S\n\t{\n\t\tHttpClient c;\n\t\tasync IAsyncEnumerable<T> F() { await foreach (var x in H(_)) yield return x; }\n\t}\n}`,
      `using System.Net.Http;\n#nullable enable\n#region R\nclass A\n{\n  HttpClient? c;\n  object F => (Func<object>)(() => { lock (this) { return $"{_}"; } });\n}\n#endregion\n\nclass Z { }\n`,
      `using System.Net.Http;\n\nswitch (await _) { case { } r when r.Ok: break; default: goto end; }\nend: return;\n\npartial class Program { static HttpClient c; }\n`,
    ],
  },
  rust: {
    calls: [
      'c.get(u).‸send().await',
      'c\n    .put(u) // all\n    .‸send()\n    .await',
      'reqwest::Client::new().delete(u).‸send().await',
    ],
    places: [
      `#![allow(unused)]\nuse reqwest::Client;\n#[tokio::main]\nasync fn main() { let r = match _ { Ok(r) => r, Err(_e) => return }; }\n`,
      `//! Doc.\n\nextern crate reqwest;\n\nimpl<'a> A<'a> where Self: Sized {\n\tasync fn f(&self) -> Result<(), reqwest::Error> {\n\t\tif let Some(x) = (_)?.headers().get("a") { g!(x); }\n\t\tOk(())\n\t}\n}`,
      `use reqwest as r;\n\nfn f() -> impl Future<Output = ()> { async move { loop { let x = || async { _ }; break } } }\n`,
      `use std::{fmt, time::Duration};\nuse reqwest::{self, Client};\n\nmacro_rules! m { () => {} }\n\nasync fn f(c: Client) { futures::join!(); drop((_, 1)); }\n`,
    ],
  },
  'rust, that waits': {
    calls: [
      'c.get(u).‸send()',
      'c\n    .put(u) // all\n    .‸send()',
      'reqwest::blocking::Client::new().delete(u).‸send()',
    ],
    places: [
      `use reqwest::blocking::Client;\nfn main() { let r = match _ { Ok(r) => r, Err(_e) => return }; }\n`,
      `//! Doc.\nuse reqwest::{blocking::Client, Error};\n\nimpl A {\n\tfn f(&self) -> Result<(), Error> {\n\t\tif let Some(x) = (_)?.headers().get("a") { g(x); }\n\t\tOk(())\n\t}\n}`,
      `use reqwest::blocking;\n\nfn f(c: blocking::Client) -> impl Fn() { move || loop { drop((_, 1)); } }\n`,
    ],
  },
  'rust, ureq': {
    calls: [
      'c.get(u).‸call()',
      'ureq::put(u)\n    .set("a", "b") // all\n    .‸send_json(d)',
      'request.‸call()',
    ],
    places: [
      `use ureq::Agent;\nfn main() { let r = match _ { Ok(r) => r, Err(_e) => return }; }\n`,
      `#![allow(unused)]\n\nimpl<'a> A<'a> {\n\tfn f(&self) -> Result<(), ureq::Error> {\n\t\tlet x: Vec<T> = (_)?.into_json()?;\n\t\tOk(())\n\t}\n}`,
      `use std::fmt;\n\nfn f(c: ureq::Agent) -> impl Fn() { move || loop { drop((_, 1)); } }\n`,
    ],
  },
  python: {
    calls: ['requests.g‸et(u)', 'requests.p‸ut(\n    u,  # where\n    "x")', 's.g‸et(u)'],
    places: [
      `import requests\ns = requests.Session()\nx = [_ for u in y if u]\n`,
      `#!/usr/bin/env python3\n"""Doc."""\nfrom __future__ import annotations\nimport os, requests\ns = requests.Session()\nprint(f"{a}", (lambda u: _)(1), *b)`,
      `import requests\ns = requests.Session()\nclass A:\n    @property\n    async def f(self, u):\n        with _ as r, open("x"): return (yield r)\n`,
      `import requests\ns = requests.Session()\nif (r := _) and r.ok: pass\n`,
    ],
  },
  'python, other libraries': {
    calls: [
      'httpx.g‸et(u)',
      'c.p‸ut(\n            u,  # where\n            json=d)',
      'await a.g‸et(u)',
      'await s.g‸et(u)',
      'urllib.request.url‸open(u)',
    ],
    places: [
      `import aiohttp\nimport httpx\nimport urllib.request\n\nc = httpx.Client()\n\n\nasync def f(u, d):\n    async with httpx.AsyncClient() as a, aiohttp.ClientSession() as s:\n        return (_)\n`,
      `"""Doc."""\nfrom __future__ import annotations\nimport os, urllib.request, aiohttp, httpx\nc = httpx.Client()\nclass A:\n\tasync def f(self, u, d):\n\t\ta = httpx.AsyncClient()\n\t\ts = aiohttp.ClientSession()\n\t\ttry: x = [_ for u in d]\n\t\tfinally: pass`,
    ],
  },
};

/** Ways to write the same file. */
const spellings: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'without its last line end': (text) => text.trimEnd(),
};

describe('Applied to calls in odd places', function () {
  this.timeout(20_000);

  let tried = 0;
  let all = 0;
  const clients = new Set<string>();

  for (const [name, { calls, places }] of Object.entries(languages)) {
    const [languageId = ''] = name.split(',');
    it(`${name}: what was there still stands there, and it parses`, async () => {
      let applied = 0;
      for (const place of places) {
        for (const call of calls) {
          for (const [spelling, spell] of Object.entries(spellings)) {
            const source = spell(place.replace(/(?<!\w)_(?!\w)/, () => call));
            const where = `${spelling}: ${source}`;
            const before = await parse(source.replace('‸', ''), languageId);
            assert.ok(!before.tree.rootNode.hasError, `does not parse by itself, ${where}`);
            for (const kind of snippetKinds) {
              const [site] = (await offersAt(source, languageId)).map((offer) => offer.site);
              if (site) clients.add(`${site.language.id} ${site.client.id}`);
              const after = await apply(kind, source, languageId);
              assert.ok(after, `${kind} is not offered, ${where}`);
              if (after.startsWith('disabled')) continue;
              const { tree } = await parse(after, languageId);
              assert.ok(!tree.rootNode.hasError, `${kind}, ${where}\nbecame\n${after}`);
              if (spelling === 'with CRLF') assert.ok(!/[^\r]\n/.test(after), `mixed line ends, ${where}`);
              assertKept(source.replace('‸', ''), after, where);
              applied++;
            }
          }
        }
      }
      assert.ok(applied >= 30, `${applied} programs`);
      all += applied;
      tried++;
    });
  }

  it('are more than 200 programs, of every language and client', function () {
    if (tried < Object.keys(languages).length) skipBecause(this, 'not all of the programs were tried');
    assert.ok(all >= 200, `${all} programs`);
    const known = snippets.languages.flatMap(({ id, clients }) =>
      clients.map((client) => `${id} ${client.id}`),
    );
    assert.deepEqual([...clients].sort(), known.sort());
  });
});

/** Every line of the file but those of the call is in the result, in order. */
function assertKept(before: string, after: string, where: string): void {
  const lines = after.split(/\r?\n/);
  let at = 0;
  let missing = 0;
  for (const line of before.split(/\r?\n/)) {
    const found = lines.indexOf(line, at);
    if (found < 0) missing++;
    else at = found + 1;
  }
  assert.ok(missing <= 3, `${missing} lines are gone, ${where}\nbecame\n${after}`);
}
