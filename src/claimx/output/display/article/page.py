"""The view of an article: its text with the claims underlined, a panel beside it, and the data of cards."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from claimx.model import Claim
from claimx.output.display import labels
from claimx.output.display.article.links import links
from claimx.output.display.article.marked_text import marked_text
from claimx.output.display.article.panel import legend, panel
from claimx.output.display.article.paragraphs import paragraphs
from claimx.output.display.article.view_data import view_data
from claimx.output.display.article.wording import Words, day, wording
from claimx.values.dates.header import header

MAX_TITLE_CHARACTERS = 120
# The files of the script; the last one begins to work.
SCRIPTS = ("filters.js", "script.js")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_INDENTATION = re.compile(r"\n\s*")


def article_view(
    text: str,
    claims: Sequence[Claim],
    *,
    published: str | None = None,
    language: str = "en",
    prefix: str = "",
) -> str:
    """The view as one HTML element of the class ``claimx``, for a page with the files of `resource`.

    text: the article; claims: its claims, whose offsets count its code points. language: ``en`` or ``fr``, of
    the view's own words. prefix: of all ids, so that a page can hold several. Everything of the text is
    escaped. Raises ArgumentError for an unknown language.
    """
    words = wording(language)
    shown = f"<p class=day>{escape(words['published'])} {_time(published, words)}</p>" if published else ""
    hidden = "" if _has_headline(text) else f"<h1 class=unseen>{escape(words['claims'])}</h1>"
    label = escape(words["claims"])
    return (
        f'<div class=claimx lang={language} data-prefix="{prefix}"><header>{shown}{legend(claims, words)}'
        f'<a class=skip href="#{prefix}panel">{escape(words["skip"])}</a></header><div class=columns>'
        f"<article class=text>{hidden}<div lang=fr>{marked_text(text, claims, prefix)}</div></article>"
        f'<aside id="{prefix}panel" tabindex=-1 aria-label="{label}">'
        f"{panel(claims, words, published=published, prefix=prefix)}</aside></div>"
        f"<script type=application/json>{view_data(claims, words, links(claims))}</script></div>"
    )


def article_page(
    text: str, claims: Sequence[Claim], *, title: str = "", published: str | None = None, language: str = "en"
) -> str:
    """The view as one self-contained HTML file without network access.

    title: that of the window, by default the headline. The rest is as in `article_view`.
    """
    view = article_view(text, claims, published=published, language=language)
    return document(labels.one_line(title) or _headline(text), view, language)


def document(title: str, view: str, language: str, head: str = "") -> str:
    """A page around a view; it runs its own script only and loads nothing. head: what else is in its head."""
    script = _small("script.js")
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none';style-src 'unsafe-inline';script-src 'sha256-{digest}'"
    return (
        f"<!DOCTYPE html>\n<html lang={language}><head><meta charset=utf-8>{head}"
        f'<meta http-equiv=Content-Security-Policy content="{policy}">'
        '<meta name=viewport content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_small('style.css')}</style></head>"
        f"<body class=claimx-page><main>{view}</main><script>{script}</script></body></html>\n"
    )


@cache
def resource(name: str) -> str:
    """The style, ``style.css``, or the script, ``script.js``, of the view."""
    names = SCRIPTS if name == "script.js" else (name,)
    return "".join(files(__package__).joinpath(one).read_text(encoding="utf-8") for one in names)


@cache
def _small(name: str) -> str:
    """A resource without comments and indentation, which have no meaning in either language as ours are."""
    return _INDENTATION.sub("\n", _COMMENT.sub("", resource(name))).strip()


def _has_headline(text: str) -> bool:
    return any(block.tag == "h1" for block in paragraphs(text))


def _headline(text: str) -> str:
    """The first line after the header that gives the day."""
    _, start = header(text)
    line = next(iter(text[start:].strip().splitlines()), "")
    return labels.one_line(line)[:MAX_TITLE_CHARACTERS] or "claimx"


def _time(iso: str, words: Words) -> str:
    return f'<time datetime="{escape(iso)}">{escape(day(iso, words))}</time>'
