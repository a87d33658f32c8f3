/** A log as a server writes it, line by line. */
export interface GeneratedLog {
  readonly name: string;
  readonly languageId: string;
  readonly line: (number: number) => string;
}

const pick = <T>(from: readonly T[], number: number): T => from[number % from.length] as T;
const statuses = [200, 200, 200, 304, 200, 404, 200, 201, 500, 200];

export const generatedLogs: readonly GeneratedLog[] = [
  {
    name: 'an access log',
    languageId: 'log',
    line: (number) =>
      `10.0.${number % 7}.${number % 255} - - [21/Nov/2026:01:02:03 +0000] "GET /v1/orders/${number % 997}?page=${number % 30} HTTP/1.1" ${pick(statuses, number)} ${(number * 7) % 90_000} "https://shop.example/cart" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36"`,
  },
  {
    name: "an application's log",
    languageId: 'log',
    line: (number) =>
      pick(
        [
          `2026-11-21T01:02:03.${100 + (number % 800)}Z INFO  [worker-${number % 16}] c.e.orders.OrderService - order ${number} loaded in ${number % 900} ms from cache, ${number % 50} items`,
          `2026-11-21T01:02:03.${100 + (number % 800)}Z DEBUG [worker-${number % 16}] c.e.http.Client - request completed method=GET path=/v1/orders/${number % 999} status=${number % 40 ? 200 : 503} duration=${number % 900} bytes=${number % 5000}`,
          `    at com.example.orders.OrderService.load(OrderService.java:${number % 900})`,
          `2026-11-21T01:02:03.${100 + (number % 800)}Z WARN  [worker-${number % 16}] c.e.orders.Retry - TOKEN_EXPIRED_1 from https://api-${number % 1000}.example.com, attempt ${number % 5}`,
        ],
        number,
      ),
  },
  {
    name: 'a log in JSON',
    languageId: 'jsonl',
    line: (number) =>
      `{"level":"info","time":${1_732_150_923_000 + number},"pid":404,"hostname":"web-${number % 20}","req":{"id":${number},"method":"GET","url":"/orders/${number % 999}","remotePort":${30_000 + (number % 20_000)}},"res":{"statusCode":${pick(statuses, number)}},"responseTime":${number % 900},"msg":"request completed"}`,
  },
];
