import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileOnce, execute, works } from './execute';
import type { Runner, Scenario } from './runner';

const assemblies = ['System.Net.Http', 'System.Runtime.Serialization', 'System.Xml', 'System.Xml.Linq'];

const program = ({ method = 'GET' }: Scenario) => `using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Orders
{
    internal sealed class Service
    {
        public static readonly string BASE_URL = Environment.GetEnvironmentVariable("BASE_URL");
        public static readonly string ELSEWHERE = Environment.GetEnvironmentVariable("ELSEWHERE");
        private readonly HttpClient client = new HttpClient(); // shared

        public async Task<string> List(CancellationToken cancellationToken)
        {
            // the call
            var request = new HttpRequestMessage(HttpMethod.${method[0]}${method.slice(1).toLowerCase()}, BASE_URL + Environment.GetEnvironmentVariable("CALL_PATH"));
            foreach (string field in Environment.GetEnvironmentVariable("HEADERS").Split('\\n').Where(line => line != ""))
            {
                request.Headers.Add(field.Split(':')[0], field.Split(':')[1]);
            }
            HttpResponseMessage response = await ‸client.SendAsync(request, cancellationToken); // as documented
            // the answer
            await response.Content.ReadAsStringAsync();
            return "{\\"status\\":" + (int)response.StatusCode + ",\\"body\\":\\"\\"}";
        }
    }

    internal static class Program
    {
        private static async Task<string> Outcome(Service service, CancellationToken cancellationToken)
        {
            try
            {
                return await service.List(cancellationToken);
            }
            catch (Exception error)
            {
                string text = error.GetType().Name + ": " + error.Message;
                return "{\\"error\\":\\"" + text.Replace("\\"", "'").Replace("\\n", " ") + "\\"}";
            }
        }

        private static void Main()
        {
            var cancelled = new CancellationTokenSource();
            cancelled.CancelAfter(int.Parse(Environment.GetEnvironmentVariable("CANCEL_AFTER")));
            Console.WriteLine("ready");
            System.Net.ServicePointManager.DefaultConnectionLimit = 20;
            var service = new Service();
            int callers = int.Parse(Environment.GetEnvironmentVariable("CALLERS"));
            Task<string>[] outcomes = Enumerable.Range(0, callers)
                .Select(caller => Task.Run(() => Outcome(service, cancelled.Token)))
                .ToArray();
            Console.WriteLine("[" + string.Join(",", Task.WhenAll(outcomes).Result) + "]");
        }
    }
}
`;

/** .NET's own client, by Mono: every program compiles as C# 7, with warnings being errors. */
export function csharpRunner(): Runner {
  const compile = compileOnce((text, folder) => {
    const file = join(folder, 'Orders.cs');
    const out = join(folder, 'orders.exe');
    writeFileSync(file, text);
    const options = ['-langversion:7', '-warnaserror', `-r:${assemblies.join(',')}`, `-out:${out}`];
    const built = spawnSync('mcs', [...options, file], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    return [out];
  });
  return {
    name: 'C#, HttpClient',
    languageId: 'csharp',
    program,
    // Mono hears of no SIGINT without a terminal: the program cancels by itself.
    run: (text, { cancelAfter = 60_000, ...scenario }) =>
      execute('env', [`CANCEL_AFTER=${cancelAfter}`, 'mono', ...compile(text)], scenario),
    // Mono's client, one time in fifty, never hears of an answer when ten requests are sent at once.
    retries: 2,
    quick: [
      ['BaseDelay = 0.5', 'BaseDelay = 0.01'],
      ['AttemptTimeout = 30', 'AttemptTimeout = 0.3'],
      ['"https://api.example.com"', 'Environment.GetEnvironmentVariable("BASE_URL")'],
      ['STATESET_ACCESS_TOKEN', 'ACCESS_TOKEN'],
      ['STATESET_REFRESH_TOKEN', 'REFRESH_TOKEN'],
    ],
    deadline: ['Deadline = 120', 'Deadline = 40'],
    call: /response = await client/,
    missing: works('mcs', '--version') && works('mono', '--version') ? undefined : 'no Mono',
  };
}
