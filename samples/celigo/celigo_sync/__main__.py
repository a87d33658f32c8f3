"""Runs a flow and says, for each error of its imports, who has to look at it."""

import argparse
import logging
import sys

import requests

from . import client

log = logging.getLogger("celigo_sync")

OWNERS = {
    "FIELD_VALIDATION_ERROR": "whoever maintains the mapping",
    "DUPLICATE_RECORD": "whoever chose the upsert key",
    "CONNECTION_ERROR": "the administrator of the destination",
    "LOOKUP_NOT_FOUND": "whoever maintains the reference data",
}


def run(flow_id):
    flow = client.get_flow(flow_id)
    if flow["disabled"]:
        log.warning("flow %s is disabled", flow["name"])
        return 1
    job = client.run_flow(flow_id)
    log.info("flow %s runs as job %s", flow["name"], job)
    for processor in flow["pageProcessors"]:
        for error in client.import_errors(flow_id, processor["_importId"]):
            log.error("%s: %s (%s)", error["code"], error["message"], OWNERS.get(error["code"], "anybody"))
    return 0


def main():
    logging.basicConfig(format="%(asctime)s %(levelname)s:%(name)s:%(message)s", level=logging.INFO)
    parser = argparse.ArgumentParser(prog="celigo-sync")
    parser.add_argument("flow")
    try:
        return run(parser.parse_args().flow)
    except client.CeligoError as error:
        if error.status == requests.codes.too_many_requests or "rate_limit_exceeded" in error.codes:
            log.error("too many requests: the flow was not run")
        elif "unauthorized" in error.codes:
            log.error("check CELIGO_API_KEY, and that it belongs to this environment")
        elif "forbidden" in error.codes:
            log.error("the key may monitor but not manage")
        elif "connection_timeout" in error.codes:
            log.error("the application behind the connection does not answer")
        else:
            log.error("%s", error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
