using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace Shop
{
    internal static class ShopClient
    {
        private static readonly HttpClient Client = new HttpClient { BaseAddress = new Uri("https://shop.example.com/v2/") };

        public static Task<string> Orders(string status = "open") => Client.GetStringAsync($"orders?status={status}");
    }
}
