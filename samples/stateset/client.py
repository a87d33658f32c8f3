"""Copies a StateSet store's customers and stock into the warehouse."""

import os
import sys

import requests

BASE_URL = os.environ.get("STATESET_URL", "http://localhost:8080")


class StatesetError(Exception):
    def __init__(self, status, code, message):
        super().__init__(f"{code}: {message}")
        self.status = status
        self.code = code


def login(email, password):
    response = requests.post(
        f"{BASE_URL}/api/v1/auth/login",
        json={"email": email, "password": password},
        timeout=10,
    )
    raise_for_code(response)
    return response.json()["access_token"]


def customers(token, page=1):
    response = requests.get(
        f"{BASE_URL}/api/v1/customers",
        headers={"Authorization": f"Bearer {token}"},
        params={"page": page, "limit": 100},
    )
    raise_for_code(response)
    return response.json()["data"]


def stock(token, product_id):
    response = requests.get(f"{BASE_URL}/api/v1/inventory?product_id={product_id}", headers={"Authorization": f"Bearer {token}"})
    if response.status_code == 404:
        return 0
    raise_for_code(response)
    data = response.json()["data"]
    return data[0]["quantity"] if data else 0


def register_return(token, order_id, reason):
    response = requests.post(
        f"{BASE_URL}/api/v1/returns",
        headers={"Authorization": f"Bearer {token}"},
        json={"order_id": order_id, "reason": reason},
    )
    if response.status_code == requests.codes.unprocessable_entity:
        if response.json()["error"]["code"] == "RETURN_WINDOW_EXPIRED":
            return None
    raise_for_code(response)
    return response.json()


def raise_for_code(response):
    if response.ok:
        return
    error = response.json()["error"]
    raise StatesetError(response.status_code, error["code"], error["message"])


def main():
    try:
        token = login(os.environ["STATESET_EMAIL"], os.environ["STATESET_PASSWORD"])
        for customer in customers(token):
            print(customer["id"], customer["email"])
    except StatesetError as error:
        if error.code == "INVALID_CREDENTIALS":
            sys.exit("Check STATESET_EMAIL and STATESET_PASSWORD.")
        if error.code == "TOKEN_EXPIRED":
            sys.exit("The token has expired.")
        raise


if __name__ == "__main__":
    main()
