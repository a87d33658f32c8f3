import asyncio
import aiohttp


class Prices:
    async def of(self, sku):
        async with aiohttp.ClientSession() as session:
            async with session.get("https://api.example.com/v2/prices", params={"sku": sku}) as response:
                response.raise_for_status()
                return (await response.json())["price"]  # in cents


if __name__ == "__main__":
    print(asyncio.run(Prices().of("A-1")))
