<?php

declare(strict_types=1);

namespace Shop;

use GuzzleHttp\Client;

/** Everything that the shop is asked for. */
final class ShopClient
{
    private Client $client;

    public function __construct(string $shop)
    {
        $this->client = new Client(['base_uri' => 'https://shop.example.com/v2/', 'headers' => ['X-Shop' => $shop]]);
    }

    public function orders(string $status = 'open'): array
    {
        $answer = $this->client->get('orders', ['query' => ['status' => $status]]);

        return json_decode((string) $answer->getBody(), true);
    }
}
