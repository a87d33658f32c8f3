import dayjs, { type ManipulateType } from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { randomValue } from './random-values';

dayjs.extend(utc);

export interface SystemValues {
  readonly now: Date;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The variables of the request's environment, a `.env` among them. */
  readonly variable: (name: string) => Promise<string | undefined>;
}

/** `-3 h`, `1 y`: how far from now. */
const offset = String.raw`(?:\s+(?<amount>-?\d+)\s+(?<unit>ms|[yMwdhms]))?`;
const patterns = {
  timestamp: new RegExp(`^\\$timestamp${offset}$`),
  datetime: new RegExp(
    `^\\$(?<zone>datetime|localDatetime)\\s+(?<format>rfc1123|iso8601|"[^"]+"|'[^']+')${offset}$`,
  ),
  randomInt: /^\$randomInt\s+(-?\d+)\s+(-?\d+)$/,
  setting: /^\$(processEnv|dotenv)\s+(%?)(\S+)$/,
  random: /^\$random\.(\w+)\.(\w+)$/,
};

/** Where JetBrains' own examples are sent. */
const exampleServer = 'https://examples.http-client.intellij.net';

/**
 * The value of a system variable (`$guid`, `$timestamp -3 h`, `$datetime "YYYY-MM-DD"`, `$processEnv %name`) as REST
 * Client and Visual Studio define them, seconds for a timestamp, and JetBrains where these have none; undefined for
 * every other expression, and where a variable of the process or of a `.env` is not set.
 */
export async function systemVariable(expression: string, values: SystemValues): Promise<string | undefined> {
  if (expression === '$guid') return crypto.randomUUID();
  if (expression === '$exampleServer') return exampleServer;
  const timestamp = patterns.timestamp.exec(expression)?.groups;
  if (timestamp) return String(moment(values, timestamp).unix());
  const datetime = patterns.datetime.exec(expression)?.groups;
  if (datetime) return formatted(moment(values, datetime), datetime);
  const [, least, most] = patterns.randomInt.exec(expression) ?? [];
  if (least !== undefined && most !== undefined) return randomBetween(Number(least), Number(most));
  const [, source, isIndirect, name = ''] = patterns.setting.exec(expression) ?? [];
  if (source !== undefined) {
    const known = isIndirect ? ((await values.variable(name)) ?? '') : name;
    return source === 'processEnv' ? values.environment[known] : values.variable(known);
  }
  const [, kind, detail] = patterns.random.exec(expression) ?? [];
  return kind !== undefined && detail !== undefined ? randomValue(kind, detail) : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function moment({ now }: SystemValues, { amount, unit }: Groups): dayjs.Dayjs {
  const start = dayjs.utc(now);
  return amount === undefined ? start : start.add(Number(amount), unit as ManipulateType);
}

function formatted(time: dayjs.Dayjs, { zone, format = '' }: Groups): string {
  const isLocal = zone === 'localDatetime';
  const shown = isLocal ? time.local() : time;
  if (format === 'iso8601') return isLocal ? shown.format() : shown.toISOString();
  if (format === 'rfc1123')
    return isLocal ? shown.format('ddd, DD MMM YYYY HH:mm:ss ZZ') : shown.toDate().toUTCString();
  return shown.format(ofDotnet(format.slice(1, -1)));
}

/** A format of Visual Studio, by .NET's letters, in those of REST Client; the small `y` tells it. */
function ofDotnet(format: string): string {
  if (!/y/.test(format)) return format;
  const letters: Readonly<Record<string, string>> = {
    yyyy: 'YYYY',
    yy: 'YY',
    dd: 'DD',
    d: 'D',
    fff: 'SSS',
    tt: 'A',
    zzz: 'Z',
    K: 'Z',
  };
  return format.replace(
    /(?<![a-z])(?:yyyy|yy|dd|d|fff|tt|zzz|K)(?![a-z])|(?:yyyy|yy)/g,
    (each) => letters[each] ?? each,
  );
}

function randomBetween(one: number, other: number): string {
  const [least, most] = one < other ? [one, other] : [other, one];
  return String(Math.floor(Math.random() * (most - least)) + least);
}
