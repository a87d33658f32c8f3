#!/usr/bin/env python3
import json
import urllib.request


def changes(since):
    # Whoever asks for more than a year gets nothing.
    with urllib.request.urlopen(f"https://api.example.com/v2/changes?since={since}", timeout=5) as answer:
        return json.load(answer)


print(len(changes("2026-01-01")))
