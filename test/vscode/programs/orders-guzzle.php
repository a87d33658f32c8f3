<?php

namespace Shop;

use GuzzleHttp\Client;

class Stock
{
	private Client $client;

	public function __construct()
	{
		$this->client = new Client(['base_uri' => 'https://api.example.com']);
	}

	public function count(string $sku): int
	{
		// units, not boxes
		return json_decode($this->client->get('/v2/stock', ['query' => ['sku' => $sku]])->getBody(), true)['quantity'];
	}
}
