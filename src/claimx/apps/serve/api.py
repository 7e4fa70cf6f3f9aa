"""The HTTP API: claims of one text or many, explanations, the schema, health, metrics."""

# No `from __future__ import annotations`: FastAPI reads the annotations.
from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from claimx import __version__
from claimx.apps.serve import tasks
from claimx.apps.serve.problems import TooLargeError, problem
from claimx.apps.serve.schemas import ManyTexts, OneOrMany, OneText
from claimx.apps.serve.settings import Settings
from claimx.output import FORMATS

JSON = "application/json"
JSON_LINES = "application/x-ndjson"
# Texts per worker task; small, so that the first results of a large request arrive early.
TEXTS_PER_TASK = 8
# Values of `format`, with the media type of the answer.
WRITTEN = {name: f"{form.mime}; charset=utf-8" for name, form in FORMATS.items() if form.is_text}
router = APIRouter()
Format = Annotated[
    str | None,
    Query(
        alias="format", description=f"Of one text: {', '.join(WRITTEN)}. Left out, its extraction as JSON."
    ),
]


def checked(settings: Settings, texts: list[tasks.Text]) -> list[tasks.Text]:
    """The texts of a request. Raises TooLargeError for too many texts or one that is too long."""
    if len(texts) > settings.max_texts:
        message = f"{len(texts)} texts; at most {settings.max_texts} are read at once."
        raise TooLargeError("texts", message)
    for number, item in enumerate(texts):
        if len(item["text"]) > settings.max_characters:
            field = "text" if len(texts) == 1 else f"texts[{number}].text"
            message = f"{len(item['text'])} characters; at most {settings.max_characters} are read."
            raise TooLargeError(field, message)
    return texts


async def run(request: Request, task: Callable[..., bytes], texts: list[tasks.Text], *options: Any) -> bytes:
    """Run a task on one text or several in a worker."""
    state = request.app.state
    checked(state.settings, texts)
    async with state.workers.place() as do:
        state.metrics.count(*(item["text"] for item in texts))
        found: bytes = await do(task, *options)
    return found


@router.post("/api/extract", summary="The claims of one text, or of many")
async def extract(
    request: Request,
    body: OneOrMany,
    written: Format = None,
    stream: Annotated[
        bool, Query(description="Of many texts: a line of JSON each, as they are read.")
    ] = False,
) -> Response:
    """One text gives its extraction; many give ``{"documents": [...]}``, or lines of JSON with ``stream``."""
    if isinstance(body, ManyTexts):
        if written is not None:
            return problem(422, "format", "A format is of one text: give text, not texts, or leave it out.")
        return await _many(request, body, stream=stream)
    if stream:
        return problem(422, "stream", "Lines are of several texts: give texts, not text, or leave it out.")
    item = body.item()
    if written is None:
        return Response(await run(request, tasks.one, [item], item, body.options()), media_type=JSON)
    if written not in WRITTEN:
        message = f"unknown format {written!r}. Give one of: {', '.join(WRITTEN)}."
        return problem(422, "format", message)
    data = await run(request, tasks.written, [item], item, body.options(), written)
    return Response(data, media_type=WRITTEN[written])


async def _many(request: Request, body: ManyTexts, *, stream: bool) -> Response:
    state = request.app.state
    items = checked(state.settings, body.items())
    place = state.workers.place()
    do = await place.__aenter__()  # before the answer starts, so that a full queue gives 503

    async def groups() -> AsyncIterator[bytes]:
        try:
            for start in range(0, len(items), TEXTS_PER_TASK):
                group = items[start : start + TEXTS_PER_TASK]
                state.metrics.count(*(item["text"] for item in group))
                yield await do(tasks.lines, group, body.options())
        finally:
            await place.__aexit__(None, None, None)

    if stream:
        return StreamingResponse(groups(), media_type=JSON_LINES)
    found = b"".join([group async for group in groups()])
    documents = found.rstrip(b"\n").replace(b"\n", b",\n")
    return Response(b'{"documents": [\n' + documents + b"\n]}", media_type=JSON)


@router.post("/api/explain", summary="Why each claim of a text has its level")
async def explain(request: Request, body: OneText) -> Response:
    """The level, score and reasons of every claim, as data and as lines of text."""
    options: tasks.Options = {**body.options(), "include": "all"}
    return Response(await run(request, tasks.explained, [body.item()], body.item(), options), media_type=JSON)


@router.get("/api/schema", summary="The JSON Schema of a claim")
async def schema(request: Request) -> Response:
    """The JSON Schema of claims."""
    return Response(request.app.state.schema, media_type="application/schema+json")


@router.get("/healthz", summary="Whether the server works")
async def health(request: Request) -> dict[str, Any]:
    """``ready`` is true once the model is loaded. Answers at once, also when all workers are busy."""
    workers = request.app.state.workers
    return {"status": "ok", "ready": workers.ready, "waiting": workers.taken, "version": __version__}


@router.get("/metrics", summary="Counters for Prometheus")
async def metrics(request: Request) -> Response:
    """Counts and times of requests and texts; never their content."""
    return Response(request.app.state.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
