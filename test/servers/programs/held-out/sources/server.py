"""Python's own http.server with a handler as people write it for a stub. Prints its port once it listens."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/orders":
            return self.answer(200, {"orders": [{"id": 7}]})
        if self.path == "/crash":
            raise RuntimeError("the stub is broken")
        if self.path == "/teach":
            return self.send_error(403, "Keep out", "This stub keeps everybody out.")
        if self.path == "/named":
            # What json.dumps writes by default for a number that is none, which is not JSON.
            return self.answer(200, {"ratio": float("nan")})
        if self.path == "/quoted":
            body = str({"id": 7, "name": "seven", "paid": True}).encode()
            return self.send("application/json", body)
        if self.path == "/lines":
            return self.send("application/x-ndjson", b'{"id":1}\n{"id":2}\n{"id":3}\n')
        if self.path == "/bom":
            return self.send("application/json", "\ufeff[1,2]".encode())
        self.send_error(404)

    def answer(self, status, data):
        self.send("application/json", json.dumps(data).encode(), status)

    def send(self, kind, body, status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
server.handle_error = lambda *_: None
print(f"port {server.server_port}", flush=True)
server.serve_forever()
