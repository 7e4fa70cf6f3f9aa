"""Limits on the size of a request's body and on the time it takes to arrive."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from claimx.apps.serve.problems import problem
from claimx.apps.serve.settings import Settings

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class _TooLargeError(Exception):
    pass


class LimitedBody:
    """ASGI middleware: 413 for a body that is too large, 408 for one that arrives too slowly."""

    def __init__(self, app: Any, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Read the whole body, then pass it on, or answer with the error."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        most = self.settings.max_body_bytes
        try:
            body = await asyncio.wait_for(_read(scope, receive, most), self.settings.body_seconds)
        except _TooLargeError:
            message = f"The body has more than {most} bytes. Send fewer or shorter texts."
            await problem(413, "body", message, {"Connection": "close"})(scope, receive, send)
            return
        except TimeoutError:
            message = f"The body did not come within {self.settings.body_seconds:g} seconds."
            await problem(408, "body", message, {"Connection": "close"})(scope, receive, send)
            return
        if body is None:  # the client has disconnected
            return
        given = False

        async def again() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app(scope, again, send)


async def _read(scope: MutableMapping[str, Any], receive: Receive, most: int) -> bytes | None:
    declared = dict(scope["headers"]).get(b"content-length", b"0")
    if not declared.isdigit() or int(declared) > most:
        raise _TooLargeError
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise _TooLargeError
        if not message.get("more_body"):
            return b"".join(parts)
