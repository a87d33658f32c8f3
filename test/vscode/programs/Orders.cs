using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Shop
{
    /// <summary>Reads orders.</summary>
    public sealed class Orders
    {
        private readonly HttpClient client = new HttpClient();

        /// <summary>All open orders, as JSON.</summary>
        public async Task<string> Open(CancellationToken cancellationToken)
        {
            // The list is short: it has no pages.
            using (var response = await client.GetAsync("https://api.stateset.com/api/v1/orders?status=open", cancellationToken))
            {
                if ((int)response.StatusCode == 429) throw new HttpRequestException("too many requests");
                return await response.Content.ReadAsStringAsync();
            }
        }

        public async Task<bool> IsAlive() => (await client.GetAsync("https://api.stateset.com/health")).IsSuccessStatusCode;
    }
}
