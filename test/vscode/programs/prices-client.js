'use strict';

import ky from 'ky';

// One client for all prices.
const prices = ky.create({ prefixUrl: 'https://shop.example.com/v2', headers: { 'X-Shop': 'main' } });

export async function priceOf(article) {
	const { price } = await prices.get('prices', { searchParams: { article } }).json();
	return price;
}
