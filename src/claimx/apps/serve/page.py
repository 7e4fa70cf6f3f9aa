"""The web page: its files and the endpoints of its script."""

# No `from __future__ import annotations`: FastAPI reads the annotations.
import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query, Request, Response

from claimx.apps.serve import tasks
from claimx.apps.serve.api import JSON, WRITTEN, run
from claimx.apps.serve.schemas import OneText, TwoTexts
from claimx.apps.serve.wording import preferred, wording
from claimx.output.display.article.page import resource

router = APIRouter(include_in_schema=False)
Language = Annotated[Literal["en", "fr"], Query(alias="lang")]
# The files of the page: those of the article view, and its own.
VIEW_FILES = {"view.css": "style.css", "view.js": "script.js"}
OWN_FILES = ("page.css", "page.js")
KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
HTML = "text/html; charset=utf-8"
# A word of the page in its template.
_PLACE = re.compile(r"\{\{([\w-]+)\}\}")
COPIED = ("json", "csv", "markdown")


@router.get("/")
async def index(
    lang: Annotated[Literal["en", "fr"] | None, Query()] = None,
    accept_language: Annotated[str | None, Header()] = None,
) -> Response:
    """The page, in the requested language, else in that of the browser."""
    return Response(_index(lang or preferred(accept_language)), media_type=HTML)


@cache
def _index(language: str) -> str:
    words = {**wording(language), "language": language}
    words["other"] = "fr" if language == "en" else "en"
    page = _PLACE.sub(lambda match: escape(words[match[1]]), own("index.html"))
    buttons = "".join(
        f'<button type="button" data-format="{name}" data-name="{escape(words[f"format-{name}"])}">'
        f"{escape(words['copy'])} {escape(words[f'format-{name}'])}</button>"
        for name in COPIED
        if name in WRITTEN
    )
    save = f'<button type="button" id="save">{escape(words["save"])}</button>'
    return page.replace("<!-- copy -->", buttons + save)


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """A file of the page."""
    if name in VIEW_FILES:
        content = resource(VIEW_FILES[name])
    elif name in OWN_FILES:
        content = own(name)
    else:
        return Response(status_code=404)
    return Response(content, media_type=KINDS[name.rpartition(".")[2]])


@cache
def own(name: str) -> str:
    """A file of this package's ``static`` folder."""
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")


@router.post("/api/view")
async def view(request: Request, body: OneText, lang: Language = "en") -> Response:
    """The article view of a text."""
    item = body.item()
    return Response(await run(request, tasks.view, [item], item, body.options(), lang), media_type=JSON)


@router.post("/api/page")
async def page(request: Request, body: OneText, lang: Language = "en") -> Response:
    """The article view of a text as a page to keep."""
    item = body.item()
    return Response(await run(request, tasks.page, [item], item, body.options(), lang), media_type=HTML)


@router.post("/api/compare")
async def compare(request: Request, body: TwoTexts, lang: Language = "en") -> Response:
    """The views of two articles, and how their claims compare."""
    items = body.items()
    return Response(await run(request, tasks.both, items, items, body.options(), lang), media_type=JSON)


@router.post("/api/document")
async def document(request: Request, name: str = "file") -> Response:
    """The text of a file sent as the body."""
    data = await request.body()
    async with request.app.state.workers.place() as do:
        found = await do(tasks.document, name, data)
    return Response(found, media_type=JSON)
