import { strict as assert } from 'node:assert';
import type { Api } from '../../src/core/catalog/catalog';
import type { Node } from '@vscode/tree-sitter-wasm';
import { apply, parse } from '../unit/snippets/workbench';

/** A call in each language, for both actions, in a file with the language's other quotes where it has two. */
const documents: readonly (readonly [languageId: string, source: string])[] = [
  ['typescript', "import axios from 'axios';\nconst a = 'b';\nawait axios.‸put('https://a.example/x');\n"],
  ['javascript', 'const a = "b";\nconst c = "d";\nawait ‸fetch("https://a.example/x", { method: "PUT" });\n'],
  ['python', 'import requests\n\na = "b"\nrequests.‸put("https://a.example/x")\n'],
  ['python', "import requests\n\na = 'b'\nc = 'd'\nrequests.‸put('https://a.example/x')\n"],
  ['ruby', "require 'net/http'\n\na = 'b'\nNet::HTTP.‸get(URI('https://a.example/x'))\n"],
  ['ruby', 'require "net/http"\n\na = "b"\nc = "d"\nNet::HTTP.‸get(URI("https://a.example/x"))\n'],
  ['php', "<?php\n\nuse GuzzleHttp\\Client;\n\n$c = new Client();\n$c->‸put('https://a.example/x');\n"],
  ['shellscript', '#!/bin/sh\n\n‸curl -X PUT "https://a.example/x"\n'],
  ['go', 'package a\n\nimport "net/http"\n\nfunc f(u string) {\n\thttp.‸Get(u)\n}\n'],
  ['csharp', 'using System.Net.Http;\n\nclass A\n{\n    async void F(HttpClient client)\n    {\n        await client.‸GetAsync("https://a.example/x");\n    }\n}\n'],
  ['java', 'import java.net.http.HttpClient;\n\nclass A {\n  Object f(HttpClient c, java.net.http.HttpRequest r, java.net.http.HttpResponse.BodyHandler h) throws Exception {\n    return c.‸send(r, h);\n  }\n}\n'],
  ['rust', 'use reqwest::Client;\n\nasync fn f(client: &Client) {\n    client.get("https://a.example/x").‸send().await;\n}\n'],
]; // prettier-ignore

const hostile: readonly string[] = [
  '"; process.exit(1); "',
  "'; system('id'); '",
  '"+system("id")+"',
  '$(id)',
  '`id`',
  '${id}',
  '#{`id`}',
  '#$0',
  '\\',
  '\\"; id; "',
  "\\'; id; '",
  'a\n; id\n',
  'a\r\nid',
  '*/ id /*',
  '\u2028id',
  '\0',
  '{{constructor}}',
  '{{__proto__}}',
  '?> <?php id',
  '"""',
  "'''",
  '\uE0001\uE001id\uE002',
  '%s{}',
];

const api = (text: string): Api => ({
  id: 'acme',
  name: text,
  authentication: [
    {
      scheme: 'bearer',
      header: text,
      refresh: {
        request: `POST /auth/${text.replace(/\s/g, '')}`,
        body: { [text]: text, token: '{{refreshToken}}' },
        token: `data.${text}`,
        refreshToken: `${text}.token`,
      },
    },
  ],
  rateLimits: { wait: `error.${text}` },
  idempotency: { header: text, methods: ['POST', 'PUT', text] },
}) as unknown as Api; // prettier-ignore

describe('hostile texts of a catalog in inserted code', () => {
  for (const kind of ['retry', 'tokenRefresh'] as const)
    documents.forEach(([languageId, source], number) =>
      it(`${kind} in ${languageId} (${number}) are nothing but texts`, async () => {
        for (const text of hostile) {
          const plain = await codeOf(
            languageId,
            await apply(kind, source, languageId, api(text.replace(/[^\w.[\]]/g, '-'))),
          );
          assert.ok(plain && !plain.startsWith('disabled'), plain);
          const code = await apply(kind, source, languageId, api(text));
          const found = await codeOf(languageId, code);
          assert.ok(found === plain, `${JSON.stringify(text)}\n${differing(plain, found ?? '')}`);
        }
      }),
    );
});

/** Where two texts part. */
const differing = (one: string, other: string): string => {
  const at = Array.from(one).findIndex((char, place) => char !== other[place]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60)).join('\n');
};

/** What of a file is code: its tokens but for what stands in strings. */
async function codeOf(languageId: string, source: string | undefined): Promise<string | undefined> {
  if (source === undefined || source.startsWith('disabled')) return source;
  const tokens: string[] = [];
  const visit = (node: Node, inString: boolean): void => {
    const isString = inString || /string|encapsed|heredoc|raw_text/.test(node.type);
    const isCode = /interpolation|substitution|expansion|variable_name|^ERROR$/.test(node.type);
    if (isCode) tokens.push(node.type);
    if (node.children.length === 0 && !isString) tokens.push(node.text);
    for (const child of node.children) if (child) visit(child, isString && !isCode);
  };
  visit((await parse(source, languageId)).tree.rootNode as unknown as Node, false);
  return tokens.join(' ');
}
