using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.Serialization.Json;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

internal static class HttpRetry
{
    /// <summary>
    /// The client, sending again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
    /// Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
    /// </summary>
    public static HttpClient WithRetry(this HttpClient client)
    {
        return new HttpClient(new RetryHandler(client))
        {
            BaseAddress = client.BaseAddress,
            MaxResponseContentBufferSize = client.MaxResponseContentBufferSize,
            Timeout = TimeSpan.FromSeconds(RetryHandler.Deadline),
        };
    }
}

/// <summary>Times are in seconds.</summary>
internal sealed class RetryHandler : HttpMessageHandler
{
    public const double Deadline = 120;
    private const int Attempts = 5;
    private const double BaseDelay = 0.5;
    private const double MaxDelay = 60;
    private const double AttemptTimeout = 30;

    private readonly HttpClient client;

    public RetryHandler(HttpClient client)
    {
        this.client = client;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        DateTime endsAt = DateTime.UtcNow.AddSeconds(Deadline);
        string method = request.Method.Method;
        bool repeatable = new[] { "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE" }.Contains(method);
        // when: idempotency
        if (new[] { "POST", "PATCH" }.Contains(method))
        {
            // One key for all attempts: by it the API knows that they are one request.
            if (!request.Headers.Contains("Idempotency-Key"))
            {
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            }
            repeatable = true;
        }
        // end
        byte[] body = Array.Empty<byte>();
        if (request.Content != null)
        {
            body = await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        }

        for (int attempt = 1; ; attempt++)
        {
            bool last = !repeatable || attempt >= Attempts;
            double delay = Random(Math.Min(MaxDelay, BaseDelay * Math.Pow(2, attempt - 1)));
            try
            {
                HttpResponseMessage response = await SendOnce(CopyOf(request, body), endsAt, cancellationToken)
                    .ConfigureAwait(false);
                int status = (int)response.StatusCode;
                if (last || !new[] { 408, 429, 500, 502, 503, 504 }.Contains(status))
                {
                    return response;
                }
                double wait = RequestedWait(response);
                // when: wait-field
                byte[] answer = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                wait = Math.Max(wait, NumberAt(answer, "wait_seconds"));
                // end
                response.Dispose();
                if (wait > 0)
                {
                    delay = Math.Max(delay, wait + Random(BaseDelay));
                }
                if (wait > MaxDelay || delay > SecondsUntil(endsAt))
                {
                    throw new TimeoutException(FormattableString.Invariant(
                        $"{method}: status {status}, and {delay:F0} s to wait is too long"));
                }
            }
            catch (Exception error) when (error is HttpRequestException || error is OperationCanceledException)
            {
                if (last || cancellationToken.IsCancellationRequested || delay > SecondsUntil(endsAt))
                {
                    throw;
                }
            }
            await Task.Delay(TimeSpan.FromSeconds(delay), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendOnce(
        HttpRequestMessage request, DateTime endsAt, CancellationToken cancellationToken)
    {
        using (var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            timeout.CancelAfter(TimeSpan.FromSeconds(Math.Min(AttemptTimeout, Math.Max(0, SecondsUntil(endsAt)))));
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token)
                .ConfigureAwait(false);
        }
    }

    /// <summary>A message can be sent only once.</summary>
    private static HttpRequestMessage CopyOf(HttpRequestMessage request, byte[] body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        CopyFields(request.Headers, copy.Headers);
        if (request.Content != null)
        {
            copy.Content = new ByteArrayContent(body);
            CopyFields(request.Content.Headers, copy.Content.Headers);
        }
        return copy;
    }

    private static void CopyFields(HttpHeaders from, HttpHeaders to)
    {
        foreach (KeyValuePair<string, IEnumerable<string>> field in from)
        {
            to.TryAddWithoutValidation(field.Key, field.Value);
        }
    }

    /// <summary>Seconds that the answer asks to wait, as a number or a date (RFC 9110 §10.2.3), or 0.</summary>
    private static double RequestedWait(HttpResponseMessage response)
    {
        double wait = 0;
        if (response.Headers.TryGetValues("Retry-After", out var fields))
        {
            string field = fields.First().Trim();
            if (field.Length > 0 && field.All(letter => letter >= '0' && letter <= '9'))
            {
                wait = field.Length < 10 ? double.Parse(field, CultureInfo.InvariantCulture) : 1e9;
            }
            else if (DateTime.TryParseExact(
                field,
                new[] { "r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy" },
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite,
                out DateTime date))
            {
                wait = SecondsUntil(date);
            }
        }
        return Math.Max(0, wait);
    }

    // when: wait-field
    /// <summary>The number that names lead to in a JSON text; 0 where it is not there.</summary>
    private static double NumberAt(byte[] json, params string[] names)
    {
        try
        {
            using (XmlReader reader = JsonReaderWriterFactory.CreateJsonReader(json, XmlDictionaryReaderQuotas.Max))
            {
                IEnumerable<XElement> root = new[] { XElement.Load(reader) };
                IEnumerable<XElement> found = names.Aggregate(
                    root, (parents, name) => parents.Elements(name == "[]" ? "item" : name));
                return found.Select(element => XmlConvert.ToDouble(element.Value)).FirstOrDefault();
            }
        }
        catch (Exception error) when (error is XmlException || error is FormatException)
        {
            return 0;
        }
    }

    // end
    private static double SecondsUntil(DateTime time) => (time - DateTime.UtcNow).TotalSeconds;

    // A source of its own: to share one, it would have to be locked.
    private static double Random(double limit) => new Random(Guid.NewGuid().GetHashCode()).NextDouble() * limit;
}
