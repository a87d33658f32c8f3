using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

internal static class HttpTokenRefresh
{
    /// <summary>One account's tokens. After log-in: <c>HttpTokenRefresh.Tokens.Keep(access, refresh)</c>.</summary>
    public static readonly ApiTokens Tokens = new ApiTokens(
        "https://api.example.com",
        "ACCESS_TOKEN",
        "REFRESH_TOKEN");

    /// <summary>
    /// The client, sending the API's access token, which is refreshed before it expires and, once a request, after
    /// a 401.
    /// </summary>
    public static HttpClient WithTokenRefresh(this HttpClient client)
    {
        return new HttpClient(new TokenRefreshHandler(client, Tokens))
        {
            BaseAddress = client.BaseAddress,
            MaxResponseContentBufferSize = client.MaxResponseContentBufferSize,
            Timeout = Timeout.InfiniteTimeSpan, // the client's own holds
        };
    }
}

internal sealed class TokenRefreshHandler : HttpMessageHandler
{
    private readonly HttpClient client;
    private readonly ApiTokens tokens;

    public TokenRefreshHandler(HttpClient client, ApiTokens tokens)
    {
        this.client = client;
        this.tokens = tokens;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = Array.Empty<byte>();
        if (request.Content != null)
        {
            body = await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        }
        // The token goes to the API's own origin and nowhere else. On redirects, the client itself sees to that.
        if (!(request.RequestUri is Uri address && tokens.AreFor(address)))
        {
            return await Send(CopyOf(request, body), cancellationToken).ConfigureAwait(false);
        }
        string token = await tokens.Access("", cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await Send(CopyOf(request, body, token), cancellationToken)
            .ConfigureAwait(false);
        if ((int)response.StatusCode != 401)
        {
            return response;
        }
        // Read to its end, so that the connection can be used again.
        await response.Content.CopyToAsync(Stream.Null).ConfigureAwait(false);
        response.Dispose();
        token = await tokens.Access(token, cancellationToken).ConfigureAwait(false);
        return await Send(CopyOf(request, body, token), cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>A message can be sent only once.</summary>
    private static HttpRequestMessage CopyOf(HttpRequestMessage request, byte[] body, string token = "")
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        CopyFields(request.Headers, copy.Headers);
        if (token.Length > 0)
        {
            copy.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
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
}

internal sealed class ApiTokens
{
    // A client of its own, which follows no redirects.
    private static readonly HttpClient Bare = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private readonly SemaphoreSlim turn = new SemaphoreSlim(1);
    private readonly Uri api;
    private string access = "";
    private string refresh = "";
    private string refused = ""; // a refresh token that the API has refused: asking again is no use
    private DateTime renewAt;

    public ApiTokens(string apiUrl, string access, string refresh)
    {
        api = new Uri(apiUrl);
        Keep(access, refresh);
    }

    /// <summary>Keeps what a log-in gave.</summary>
    public void Keep(string accessToken, string refreshToken, DateTime? receivedAt = null)
    {
        access = accessToken;
        refresh = refreshToken;
        renewAt = RenewalTime(accessToken, receivedAt);
    }

    public bool AreFor(Uri address)
    {
        return address.GetLeftPart(UriPartial.Authority) == api.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The access token, refreshed where it is the one that failed or is about to expire.</summary>
    public async Task<string> Access(string failed, CancellationToken cancellationToken)
    {
        // Once for all callers: where refresh tokens rotate, a second refresh revokes them all.
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (access == failed || DateTime.UtcNow >= renewAt)
            {
                await Request().ConfigureAwait(false);
            }
            return access;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Request()
    {
        if (refresh.Length > 0 && refresh == refused)
        {
            throw new HttpRequestException("The token was not refreshed: log in again");
        }
        DateTime sentAt = DateTime.UtcNow;
        string body = "{\"refresh_token\":" + Quoted(refresh) + "}";
        using (var content = new StringContent(body, Encoding.UTF8, "application/json"))
        {
            Uri address = new Uri(api, "/auth/refresh");
            HttpResponseMessage response = await Bare.PostAsync(address, content).ConfigureAwait(false);
            int status = (int)response.StatusCode;
            if (!response.IsSuccessStatusCode)
            {
                if (status == 400 || status == 401 || status == 403)
                {
                    refused = refresh;
                }
                throw new HttpRequestException($"The token was not refreshed (status {status}): log in again");
            }
            byte[] answer = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            string renewed = ValueAt(answer, "access_token");
            if (renewed.Length == 0)
            {
                throw new HttpRequestException("The token was not refreshed: the answer holds none");
            }
            string rotated = ValueAt(answer, "refresh_token");
            Keep(renewed, rotated.Length > 0 ? rotated : refresh, sentAt);
        }
    }

    /// <summary>Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm.</summary>
    private static DateTime RenewalTime(string token, DateTime? receivedAt)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3)
        {
            return DateTime.MaxValue; // not a JWT: only the API knows when it expires
        }
        try
        {
            string payload = parts[1].Replace('-', '+').Replace('_', '/');
            byte[] claims = Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='));
            double issued = XmlConvert.ToDouble(ValueAt(claims, "iat"));
            double expires = XmlConvert.ToDouble(ValueAt(claims, "exp"));
            DateTime from = receivedAt ?? new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(issued);
            return from.AddSeconds((expires - issued) * 0.9);
        }
        catch (Exception error) when (error is FormatException || error is ArgumentException)
        {
            return DateTime.MaxValue;
        }
    }

    /// <summary>The value that names lead to in a JSON text; "" where it is not there.</summary>
    private static string ValueAt(byte[] json, params string[] names)
    {
        try
        {
            using (XmlReader reader = JsonReaderWriterFactory.CreateJsonReader(json, XmlDictionaryReaderQuotas.Max))
            {
                IEnumerable<XElement> root = new[] { XElement.Load(reader) };
                IEnumerable<XElement> found = names.Aggregate(
                    root, (parents, name) => parents.Elements(name == "[]" ? "item" : name));
                return found.Select(element => element.Value).FirstOrDefault() ?? "";
            }
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + '"';
}
