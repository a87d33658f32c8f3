"""A thin client of the integrator.io API."""

import os

import requests

BASE_URL = os.environ.get("CELIGO_URL", "https://api.integrator.io")
API_KEY = os.environ.get("CELIGO_API_KEY", "")


class CeligoError(Exception):
    def __init__(self, status, errors):
        self.status = status
        self.codes = [error.get("code") for error in errors]
        super().__init__("; ".join(error.get("message", "") for error in errors) or f"HTTP {status}")


def headers():
    return {"Authorization": f"Bearer {API_KEY}"}


def get_flow(flow_id):
    response = requests.get(f"{BASE_URL}/v1/flows/{flow_id}", headers=headers(), timeout=35)
    raise_for_errors(response)
    return response.json()


def run_flow(flow_id):
    response = requests.post(f"{BASE_URL}/v1/flows/{flow_id}/run", headers=headers(), timeout=35)
    raise_for_errors(response)
    return response.json()["_jobId"]


def ping(connection_id):
    """Whether the application behind a connection takes its credentials: errors come in a 200."""
    response = requests.post(f"{BASE_URL}/v1/connections/{connection_id}/ping", headers=headers(), timeout=35)
    raise_for_errors(response)
    return response.json().get("errors", [])


def import_errors(flow_id, import_id):
    response = requests.get(
        f"{BASE_URL}/v1/flows/{flow_id}/imports/{import_id}/errors",
        headers=headers(),
        timeout=35,
    )
    raise_for_errors(response)
    return response.json()["errors"]


def jobs(limit=20):
    """All jobs, page by page. An empty page is a 204 without a body."""
    url = f"{BASE_URL}/v1/jobs?limit={limit}"
    while url:
        response = requests.get(url, headers=headers(), timeout=35)
        raise_for_errors(response)
        if response.status_code == 204:
            return
        yield from response.json()
        following = response.links.get("next", {}).get("url")
        url = requests.compat.urljoin(url, following) if following else None


def raise_for_errors(response):
    if response.ok:
        return
    try:
        errors = response.json()["errors"]
    except (ValueError, KeyError):
        errors = []
    raise CeligoError(response.status_code, errors)
