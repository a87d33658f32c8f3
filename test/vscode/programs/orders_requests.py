"""Orders, read from the shop."""

from __future__ import annotations

import logging

import requests

BASE = "https://api.stateset.com/api/v1"
log = logging.getLogger(__name__)


class Orders:
    """Reads and writes orders."""

    def __init__(self, token: str) -> None:
        self.token = token

    def open(self) -> list[dict]:
        # The list is short: it has no pages.
        response = requests.get(
            f"{BASE}/orders",
            params={"status": "open"},
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=5,
        )
        if response.status_code == 429:
            log.warning("too many requests")
        response.raise_for_status()
        return response.json()

    def titles(self, ids: list[str]) -> list[str]:
        return [requests.get(f"{BASE}/orders/{each}", timeout=5).json()["title"] for each in ids]
