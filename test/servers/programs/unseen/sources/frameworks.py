"""An API of orders in Flask, FastAPI and Falcon, a port each, with the errors that these frameworks make by themselves."""

import threading
from datetime import date
from typing import List, Literal, Optional
from wsgiref.simple_server import WSGIRequestHandler, make_server

import falcon
import uvicorn
from fastapi import FastAPI, HTTPException
from flask import Flask, abort, jsonify, request
from pydantic import BaseModel, conint

flask = Flask("shop")
flask.config["MAX_CONTENT_LENGTH"] = 2000


@flask.post("/orders")
def flask_create():
    order = request.get_json()
    return jsonify(id=7, sku=order["sku"]), 201


@flask.post("/forms")
def flask_form():
    return jsonify(name=request.form["name"])


@flask.get("/orders/<int:number>")
def flask_read(number):
    if number == 9:
        abort(410)
    return jsonify(id=number)


@flask.route("/customers/", methods=["GET", "POST"])
def flask_customers():
    return jsonify(customers=[{"id": 1}])


@flask.put("/orders/<int:number>")
def flask_replace(number):
    if "If-Match" not in request.headers:
        abort(428)
    if request.headers["If-Match"] != '"5"':
        abort(412)
    return jsonify(id=number)


@flask.post("/orders/<int:number>/ship")
def flask_ship(number):
    abort(409, f"Order {number} is already being shipped")


@flask.get("/crash")
def flask_crash():
    return jsonify(total=1 / 0)


class Line(BaseModel):
    sku: str
    quantity: conint(gt=0, le=100)


class Order(BaseModel):
    customer: str
    currency: Literal["EUR", "USD", "BRL"]
    due: date
    lines: List[Line]
    note: Optional[str] = None


fast = FastAPI()


@fast.post("/v1/orders", status_code=201)
def fast_create(order: Order):
    return {"id": 7, "customer": order.customer}


@fast.get("/v1/orders")
def fast_list(limit: int = 10):
    return {"orders": [{"id": 7}], "limit": limit}


@fast.get("/v1/orders/{number}")
def fast_read(number: int):
    if number != 7:
        raise HTTPException(404, f"Order {number} does not exist")
    return {"id": 7}


class Orders:
    def on_get(self, req, resp):
        resp.media = {"orders": [], "limit": req.get_param_as_int("limit", required=True, max_value=100)}

    def on_post(self, req, resp):
        resp.media = {"id": 7, "sku": req.get_media()["sku"]}
        resp.status = falcon.HTTP_201


bare = falcon.App()
bare.add_route("/orders", Orders())


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


def serve(app):
    server = make_server("127.0.0.1", 0, app, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


class Uvicorn(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        port = self.servers[0].sockets[0].getsockname()[1]
        print(f"ports {serve(flask)} {serve(bare)} {port}", flush=True)


Uvicorn(uvicorn.Config(fast, host="127.0.0.1", port=0, log_level="critical")).run()
