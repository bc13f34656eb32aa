"""The page front alone, as Granian serves it for the measurement: a store with one page, and nothing behind it."""

import os

from nashra.press.front.app import Front, Receive, Scope, Send
from nashra.press.front.rsgi import Door
from nashra.press.pages import Address
from nashra.press.store import PageStore


async def _nothing_behind(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def _nothing_to_make(address: Address) -> None:
    raise LookupError(f"{address} is not in the store")


application = Front(PageStore(os.environ["BENCH_STORE"]), _nothing_behind, _nothing_to_make)
door = Door(application, application)
