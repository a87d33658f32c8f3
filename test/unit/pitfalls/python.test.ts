import {
  asNumber,
  holdsPitfalls,
  key,
  noDelay,
  post,
  refresh,
  secret,
  tls,
  token,
  type Wrong,
} from './table';

const wrong: Wrong[] = [
  {
    ids: [noDelay],
    source: `import requests


def load(url):
    for attempt in range(5):
        try:
            response = requests.get(url, timeout=5)
            response.raise_for_status()
            return response.json()
        except requests.RequestException as error:
            print("failed", error)
    raise RuntimeError("gave up")
`,
    fixed: `import random
import requests
import time


def load(url):
    for attempt in range(5):
        if attempt > 0:
            time.sleep(random.uniform(0, min(20, 0.5 * 2**attempt)))
        try:
            response = requests.get(url, timeout=5)
            response.raise_for_status()
            return response.json()
        except requests.RequestException as error:
            print("failed", error)
    raise RuntimeError("gave up")
`,
  },
  {
    ids: [noDelay],
    source: `import asyncio
import random

import httpx


async def load(client: httpx.AsyncClient, url):
	for _ in range(3):
		response = await client.get(url)
		if response.status_code == 200:
			return response
`,
    fixed: `import asyncio
import random

import httpx


async def load(client: httpx.AsyncClient, url):
	for attempt in range(3):
		if attempt > 0:
			await asyncio.sleep(random.uniform(0, min(20, 0.5 * 2**attempt)))
		response = await client.get(url)
		if response.status_code == 200:
			return response
`,
  },
  {
    ids: [noDelay],
    source: `import requests

def load(url):
    while True:
        try:
            return requests.get(url, timeout=5)
        except requests.ConnectionError:
            continue
`,
  },
  {
    ids: [noDelay],
    source: `import requests

def load(session: requests.Session, url):
    retries = 0
    while retries < 3:
        response = session.get(url)
        if response.ok:
            break
        retries += 1
    return response
`,
  },
  {
    ids: [noDelay],
    source: `import logging
import requests

logger = logging.getLogger(__name__)

class Client:
    def load(self, url):
        for attempt in range(1, 4):
            try:
                response = requests.get(url, timeout=5)
            except requests.Timeout:
                logger.warning("attempt %d", attempt)
                continue
            return response
`,
  },
  {
    ids: [noDelay],
    left: [noDelay],
    source: `import requests

def load(url):
    retries = 3
    while retries > 0:
        try:
            return requests.get(url, timeout=5)
        except requests.ConnectionError:
            retries -= 1
`,
  },
  {
    ids: [post],
    source: `import requests
import time

def pay(order):
    for attempt in range(3):
        try:
            return requests.post("https://api.example.com/v1/payments", json=order, timeout=5)
        except requests.RequestException:
            time.sleep(2**attempt)
`,
    fixed: `import requests
import time
import uuid

def pay(order):
    idempotency_key = str(uuid.uuid4())
    for attempt in range(3):
        try:
            return requests.post("https://api.example.com/v1/payments", json=order, timeout=5, headers={"Idempotency-Key": idempotency_key})
        except requests.RequestException:
            time.sleep(2**attempt)
`,
  },
  {
    ids: [post],
    source: `from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry
session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=1, allowed_methods=None)))
session.post("https://api.example.com/v1/orders", json={})
`,
    fixed: `from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry
session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=1)))
session.post("https://api.example.com/v1/orders", json={})
`,
  },
  {
    ids: [post],
    source: `from urllib3.util import Retry
retry = Retry(total=3, backoff_factor=1, allowed_methods=["GET", "POST"])
`,
    fixed: `from urllib3.util import Retry
retry = Retry(total=3, backoff_factor=1, allowed_methods=["GET"])
`,
  },
  {
    ids: [post, post],
    source: `import urllib3
retry = urllib3.Retry(
    total=3,
    allowed_methods=frozenset({"POST", "PATCH", "GET"}),
)
`,
  },
  {
    ids: [post],
    source:
      'from urllib3 import Retry\nretry = Retry(3, method_whitelist=False)\nhttp.request("POST", url)\n',
  },
  {
    ids: [asNumber],
    source: `import time
import requests


def load(url):
    response = requests.get(url, timeout=5)
    if response.status_code == 429:
        time.sleep(int(response.headers.get("Retry-After", 1)))
    return response
`,
  },
  { ids: [asNumber], source: "wait = float(resp.headers['Retry-After'])\n" },
  {
    ids: [asNumber],
    source:
      'def wait(e):\n    value = e.response.headers.get("retry-after")\n    return int(value) if value else 1\n',
  },
  {
    ids: [asNumber],
    source:
      'def wait(e):\n    try:\n        return int(e.headers["Retry-After"])\n    except ValueError:\n        return 1\n',
  },
  {
    ids: [refresh],
    source: 'headers = {"Authorization": f"Bearer {tokens.refresh_token}"}\n',
    fixed: 'headers = {"Authorization": f"Bearer {tokens.access_token}"}\n',
  },
  { ids: [refresh], source: 'headers = {"Authorization": "Bearer " + tokens["refresh_token"]}\n' },
  { ids: [refresh], source: 'headers = {"Authorization": "Bearer {}".format(self.refresh_token)}\n' },
  { ids: [refresh], source: 'access_token = a\nheaders = {"Authorization": "Bearer %s" % refresh_token}\n' },
  {
    ids: [refresh],
    left: [refresh],
    source: 'session.headers["Authorization"] = f"Bearer {refresh_token}"\n',
  },
  {
    ids: [tls],
    source: 'import requests\nrequests.get("https://api.example.com/v1/orders", verify=False, timeout=5)\n',
    fixed: 'import requests\nrequests.get("https://api.example.com/v1/orders", timeout=5)\n',
  },
  {
    ids: [tls],
    source: 'import httpx\nclient = httpx.Client(\n    timeout=5,\n    verify=False,\n)\n',
    fixed: 'import httpx\nclient = httpx.Client(\n    timeout=5,\n)\n',
  },
  { ids: [tls], source: 'import requests\nsession = requests.Session()\nsession.verify = False\n' },
  { ids: [tls], source: 'import aiohttp\nconnector = aiohttp.TCPConnector(limit=5, ssl=False)\n' },
  {
    ids: [tls],
    source:
      'import ssl\nfrom urllib.request import urlopen\nurlopen(url, context=ssl._create_unverified_context())\n',
    fixed:
      'import ssl\nfrom urllib.request import urlopen\nurlopen(url, context=ssl.create_default_context())\n',
  },
  {
    ids: [tls],
    source: 'import ssl\nssl._create_default_https_context = ssl._create_unverified_context\nstart()\n',
  },
  {
    ids: [tls, tls],
    source:
      'import ssl\ncontext = ssl.create_default_context()\ncontext.check_hostname = False\ncontext.verify_mode = ssl.CERT_NONE\n',
  },
  { ids: [tls], source: 'import urllib3\nhttp = urllib3.PoolManager(cert_reqs="CERT_NONE")\n' },
  {
    ids: [secret],
    source: `import requests\n\nAPI_TOKEN = "${key}"\n`,
    fixed: `import os\nimport requests\n\nAPI_TOKEN = os.environ.get("API_TOKEN", "")\n`,
  },
  {
    ids: [secret],
    source: `import os\n\nheaders = {'Authorization': 'Bearer ${token}'}\n`,
    fixed: `import os\n\nheaders = {'Authorization': 'Bearer ' + os.environ.get('ACCESS_TOKEN', '')}\n`,
  },
];

const loop = (body: string, header = 'for attempt in range(5):'): string =>
  `import requests\nimport time\n\n\ndef load(url, session, ids):\n    ${header}\n${body}\n`;

const right: string[] = [
  loop(`        try:
            return requests.get(url, timeout=5)
        except requests.RequestException:
            time.sleep(random.uniform(0, 2**attempt))`),
  loop(`        response = requests.get(url, timeout=5)
        if response.ok:
            return response
        time.sleep(2**attempt)`),
  loop(`        response = requests.get(url, timeout=5)
        if response.ok:
            return response
        self.backoff(attempt)`),
  loop(`        response = requests.get(url, timeout=5)
        if response.ok:
            return response
        handle(response, attempt)`),
  loop(
    `        response = requests.get(url, timeout=5)
        if response.status_code != 401:
            return response
        session.renew()`,
    'for attempt in range(2):',
  ),
  loop(
    `        response = requests.get(url + str(i), timeout=5)
        if response.ok:
            found.append(response.json())`,
    'for i in ids:',
  ),
  loop(
    `        response = requests.get(f"{url}?page={page}", timeout=5)
        if not response.ok:
            break
        print(response.json())`,
    'for page in range(1, 10):',
  ),
  loop(
    `        response = requests.get(url, params={"cursor": cursor}, timeout=5)
        cursor = response.json().get("next")
        if not cursor:
            break`,
    'while True:',
  ),
  loop(
    `        response = requests.get(url, timeout=5)
        url = response.links.get("next", {}).get("url")
        if response.ok and not url:
            return`,
    'while True:',
  ),
  loop(
    `        response = requests.get(url, timeout=5)
        url = response.json().get("next")`,
    'while url:',
  ),
  loop(
    `        try:
            return requests.get(ids[i], timeout=5)
        except requests.RequestException:
            continue`,
    'for i in range(len(ids)):',
  ),
  loop(
    `        try:
            return requests.get(mirror + url, timeout=5)
        except requests.RequestException:
            pass`,
    'for mirror in ids:',
  ),
  loop(`        try:
            return requests.get(url, timeout=5)
        except requests.RequestException as error:
            raise RuntimeError("failed") from error`),
  loop(`        response = requests.post(url, json={}, headers={"Idempotency-Key": key}, timeout=5)
        if response.ok:
            return response
        time.sleep(1)`),
  loop(`        response = requests.put(url, json={}, timeout=5)
        if response.ok:
            return response
        time.sleep(1)`),
  loop(`        response = requests.post("https://api.example.com/oauth/token", data={}, timeout=5)
        if response.ok:
            return response
        time.sleep(1)`),
  loop(`        response = requests.post("https://api.example.com/v1/orders", json={}, timeout=5)
        if response.status_code != 429:
            return response
        time.sleep(1)`),
  'from urllib3.util import Retry\nretry = Retry(total=3, backoff_factor=1)\nsession.post(url)\n',
  'from urllib3.util import Retry\nretry = Retry(total=3, allowed_methods=["GET", "PUT"])\n',
  'from urllib3.util import Retry\nretry = Retry(total=3, allowed_methods=None)\nsession.get(url)\n',
  'from flask import Flask\n@app.route("/", methods=["GET", "POST"])\ndef index(): ...\n',
  'from email.utils import parsedate_to_datetime\n\ndef wait(r):\n    value = r.headers["Retry-After"]\n    try:\n        return int(value)\n    except ValueError:\n        return parsedate_to_datetime(value)\n',
  'def wait(r):\n    value = r.headers.get("Retry-After", "")\n    return int(value) if value.isdigit() else 1\n',
  'length = int(response.headers["Content-Length"])\nretry = response.headers["Retry-After"]\n',
  'wait = int(body["retry_after"])\n',
  'wait = int(os.environ["RETRY_AFTER"])\n',
  'response.headers["Retry-After"] = str(int(seconds))\n',
  'def refresh(self):\n    return requests.post(url, headers={"Authorization": f"Bearer {self.refresh_token}"})\n',
  'def logout(self):\n    return requests.delete(url, headers={"Authorization": f"Bearer {self.refresh_token}"})\n',
  'import ssl\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)\ncontext.check_hostname = False\n',
  'def context(validate_cert):\n    import ssl\n    made = ssl.create_default_context()\n    if not validate_cert:\n        made.check_hostname = False\n        made.verify_mode = ssl.CERT_NONE\n    return made\n',
  'requests.post("https://api.example.com/auth/refresh", headers={"Authorization": f"Bearer {refresh_token}"})\n',
  'headers = {"Authorization": f"Bearer {access_token}"}\nrefresh_token = load()\n',
  'import requests\nrequests.get(url, verify=True)\n',
  'import requests\nrequests.get(url, verify="/etc/ssl/ca.pem")\n',
  'import requests\nrequests.get(url, verify=not args.insecure)\n',
  'import requests\nrequests.get("https://localhost:8443/health", verify=False)\n',
  'import requests\nif args.insecure:\n    session.verify = False\n',
  'import jwt\nimport requests\nclaims = jwt.decode(token, options={"verify_signature": False})\n',
  'import ssl\nclass Context(ssl.SSLContext):\n    def __init__(self):\n        self.check_hostname = False\n',
  'import ssl\ndef disable_hostname_check(context):\n    context.check_hostname = False\n',
  'import smtplib\ncheck(verify=False)\n',
  'import ssl\ncontext = ssl.create_default_context(cafile="ca.pem")\n',
  'API_KEY = os.environ["API_KEY"]\n',
  'API_KEY = "sk_test_4eC39HqLyJWDarjtT1zdp7dc"\n',
  'API_KEY = "your-api-key"\nTOKEN = "ghp_your_token_goes_here_0000000000"\n',
  `def login():\n    """Like ${key}."""\n`,
  `# ${key}\nKEY = os.environ["KEY"]\n`,
  `example_token = "${token}"\n`,
  'TOKEN = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"\n',
];

holdsPitfalls('python', wrong, right);
