"""Talks to the shop through one session."""

from __future__ import annotations

import requests

BASE_URL = "https://shop.example.com/v2"


class Shop:
    """Everything that the shop is asked for."""

    def __init__(self, token: str) -> None:
        self.session = requests.Session()
        self.session.headers["X-Shop"] = "main"
        self.token = token

    def orders(self, status: str = "open") -> list[dict]:
        answer = self.session.get(f"{BASE_URL}/orders", params={"status": status}, timeout=10)
        answer.raise_for_status()
        return answer.json()
