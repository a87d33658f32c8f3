import { request } from 'undici';

/** Reads shipments. */
export class Shipments {
  async track(code: string): Promise<unknown> {
    const { statusCode, body } = await request('https://api.example.com/v2/shipments', {
      query: { code },
      headersTimeout: 5_000,
    });
    if (statusCode !== 200) throw new Error(`shipments: ${statusCode}`);
    return body.json();
  }
}
