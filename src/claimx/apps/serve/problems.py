"""Errors as JSON: ``{"errors": [{"field": "texts[2].text", "message": "..."}]}``."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from claimx.apps.serve.schemas import TAGS
from claimx.apps.serve.settings import Settings
from claimx.apps.serve.workers import BusyError, FailedError
from claimx.errors import ArgumentError, ClaimxError

_log = logging.getLogger("claimx.serve")
# FastAPI puts this before the names of the body's fields.
_BODY = "body"
# The prefix of pydantic before the messages of our own checks.
_VALUE_ERROR = "Value error, "
# The type of pydantic's error where an object is expected.
_NO_OBJECT = "model_attributes_type"
# Of one answer; and characters of the name of a field, which may be the client's own.
MAX_ERRORS, MAX_NAME = 20, 100


class TooLargeError(Exception):
    """A part of a request exceeds a limit of the server."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


def problem(status: int, field: str, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """An answer with one error."""
    return JSONResponse({"errors": [{"field": field, "message": message}]}, status, headers)


def handle_problems(app: FastAPI, settings: Settings) -> None:
    """Answer every exception with JSON that names the field; no answer or log quotes a text."""

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        found = error.errors()
        if _is_no_object(found[0]) and "json" not in request.headers.get("content-type", "").lower():
            message = "Send JSON, with the header Content-Type: application/json."
            return problem(415, "Content-Type", message)
        return JSONResponse({"errors": [_described(item) for item in found[:MAX_ERRORS]]}, 422)

    @app.exception_handler(TooLargeError)
    async def too_large(_: Request, error: TooLargeError) -> JSONResponse:
        return problem(413, error.field, error.message)

    @app.exception_handler(BusyError)
    async def busy(_: Request, __: BusyError) -> JSONResponse:
        wait = {"Retry-After": str(settings.retry_seconds)}
        return problem(503, "", "All workers are busy and the queue is full. Try again later.", wait)

    @app.exception_handler(ClaimxError)
    async def refused(_: Request, error: ClaimxError) -> JSONResponse:
        # The other arguments are checked before a text is read.
        return problem(422, "claims" if isinstance(error, ArgumentError) else "text", str(error))

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        if error.status_code == 400:  # FastAPI's answer to what the parser of JSON refuses
            return problem(422, _BODY, "The body is no JSON in UTF-8, or is nested too deeply.")
        return problem(error.status_code, "", str(error.detail), dict(error.headers or {}))

    @app.exception_handler(FailedError)
    async def failed(request: Request, error: FailedError) -> JSONResponse:
        _log.error("%s failed: %s", request.url.path, error)
        return problem(500, "", "claimx failed on this request. This is a bug: please report it.")


def _is_no_object(item: dict[str, Any]) -> bool:
    return {*item["loc"]} <= {_BODY, *TAGS} and item["type"] in ("missing", _NO_OBJECT)


def _described(item: dict[str, Any]) -> dict[str, str]:
    """An error of pydantic as a field and a message."""
    if _is_no_object(item):
        return {"field": _BODY, "message": 'A JSON object is expected, such as {"text": "..."}.'}
    if item["type"] == "json_invalid":
        reason = item.get("ctx", {}).get("error", item["msg"])
        return {"field": _BODY, "message": f"The body is no JSON at character {item['loc'][-1]}: {reason}."}
    message = item["msg"].removeprefix(_VALUE_ERROR)
    if item["type"] == _NO_OBJECT:
        message = "An object is expected."
    return {"field": _field(item["loc"])[:MAX_NAME] or _BODY, "message": message}


def _field(place: tuple[Any, ...]) -> str:
    """The name of a field: ("body", "texts", 2, "text") is texts[2].text."""
    name = ""
    for part in place:
        if part in (_BODY, *TAGS):
            continue
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name
