import got from 'got'

const stock = got.extend({ prefixUrl: 'https://shop.example.com/v2', responseType: 'json' })

/** How many there are of an article, and of several. */
export const left = async (article: string) => (await stock.get(`stock/${article}`)).body
export const leftOf = (articles: string[]) => Promise.all(articles.map((each) => left(each)))
