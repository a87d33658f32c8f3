/** A shape of an access log's line: where its status fields stand. Every capture group of `fields` is one. */
export interface LogShape {
  readonly name: string;
  readonly fields: RegExp;
}

const status = '([1-5]\\d\\d)';
const method = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE|PROPFIND)';

/** Shapes by the position of the status. What stands elsewhere on such a line is bytes, durations, ports and paths. */
export const logShapes: readonly LogShape[] = [
  // "GET /a HTTP/1.1" 502 157: Common Log Format and all that follow it. The request may be garbage or missing.
  {
    name: 'common log format',
    fields: new RegExp(
      String.raw`(?:HTTP\/\d(?:\.\d)?|\] "-|[+-]\d{4}\] "[^"]{1,2000})\\?" ${status}(?= |\\|$)`,
      'd',
    ),
  },
  {
    name: 'a request without its version',
    fields: new RegExp(String.raw`"(?:${method}|WebSocket) [^\s"]+(?: [\d.]{1,3})?" ${status}(?= |$)`, 'd'),
  },
  // Application and classic load balancers of AWS: three times, then the balancer's status and the target's
  {
    name: 'ELB',
    fields: new RegExp(
      String.raw`(?: (?:-1|\d+\.\d+)){3} (?:${status}|-) (?:${status}|-|0) \d+ \d+ "(?:.* "[\d.]+:\d+" "${status}" ")?`,
      'd',
    ),
  },
  {
    name: 'HAProxy',
    fields: new RegExp(String.raw` (?:[-+]?\d{1,9}\/){2,4}[-+]?\d{1,9} ${status} \+?\d+ `, 'd'),
  },
  {
    name: 'Squid',
    fields: new RegExp(String.raw`\b(?:TCP|UDP|NONE)_[A-Z_]{1,30}\/${status} \d+ ${method} `, 'd'),
  },
  {
    name: 'CloudFront',
    fields: new RegExp(
      String.raw`^\d{4}-\d\d-\d\d\t[^\t]*\t[^\t]*\t\d+\t[^\t]*\t${method}\t[^\t]*\t[^\t]*\t${status}\t`,
      'd',
    ),
  },
  {
    name: 'IIS',
    fields: new RegExp(
      String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:\S+ ){1,3}${method} .* ${status} \d{1,3} \d{1,10}(?: \d+){0,3}\s*$`,
      'd',
    ),
  },
  { name: 'Gin and Fiber', fields: new RegExp(String.raw`\| +${status} +\|(?:.*\|)? *${method}\b`, 'd') },
  { name: 'Fiber', fields: new RegExp(String.raw`\] ${status} - +[\d.]+[mµun]?s ${method} `, 'd') },
  { name: 'chi', fields: new RegExp(String.raw`HTTP\/\d(?:\.\d)?" from \S+ - ${status} \d+B in `, 'd') },
  { name: "PHP's server", fields: new RegExp(String.raw`\]?:\d+ \[${status}\]: ${method}\b`, 'd') },
  {
    name: 'ASP.NET',
    fields: new RegExp(String.raw`Request finished HTTP\/\d\S* [A-Z]+ \S+ (?:\S+ ){0,3}- ${status} `, 'd'),
  },
  {
    name: 'ASP.NET until 5',
    fields: new RegExp(String.raw`Request finished in [\d.,]+ ?ms ${status}\b`, 'd'),
  },
  {
    name: 'HttpClient of .NET',
    fields: new RegExp(String.raw`(?:headers|request) after [\d.,]+ ?ms - ${status}\b`, 'd'),
  },
  {
    name: 'HTTP GET /x responded 500',
    fields: new RegExp(String.raw`\bHTTP ${method} \S+ responded ${status} in\b`, 'd'),
  },
  {
    name: 'Completed 404 Not Found in 3ms',
    fields: new RegExp(String.raw`\b(?:Completed|Sent) ${status}\b(?! (?:rows|items|of))`, 'd'),
  },
  // GET /orders 404 12 ms · POST /login HTTP/1.1 401 · GET https://h/x 404 (Not Found) · <-- 502 Bad Gateway https://…
  {
    name: 'morgan, Koa, Next.js, consoles',
    fields: new RegExp(
      String.raw`\b${method} (?:\/|https?:\/\/)\S* (?:HTTP\/\d(?:\.\d)? )? ?(?:-+>? |→ |=> |\[)?${status}(?= |\]|$)(?! (?:of|or|and|ou|e|(?!ms\b)[a-z]{2,20}s)\b)`,
      'd',
    ),
  },
  {
    name: 'nginx proxy manager',
    fields: new RegExp(String.raw`\] (?:\S+ )?(?:${status}|-) (?:${status}|-) - ${method} https? `, 'd'),
  },
  { name: 'npm, proxies', fields: new RegExp(String.raw`\b${method} ${status} (?:https?:\/\/|\/\S)`, 'd') },
  // 404 GET /x (127.0.0.1) 0.4ms · 403: POST /api/sessions
  { name: 'Tornado', fields: new RegExp(String.raw`(?:^|[\s:\]])${status}:? ${method} \/`, 'd') },
  { name: 'OkHttp', fields: new RegExp(String.raw`(?:<-- |← |(?:^|[\]:|]) *<= )${status}\b`, 'd') },
];

/** Something that every line of an access log has; most lines of other texts have none of it. */
export const hint = new RegExp(
  String.raw`HTTP|${method}|WebSocket|\] "-|[+-]\d{4}\] "|\d\/[-+]?\d+ [1-5]\d\d|Request finished|after [\d.,]+ ?ms|Completed [1-5]|Sent [1-5]|<-- |← |<= `,
);
