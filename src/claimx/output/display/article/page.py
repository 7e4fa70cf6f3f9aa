"""The view of an article: its text with the claims underlined, a panel beside it, a card for each claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from claimx.model import Claim
from claimx.output.display import labels
from claimx.output.display.article.cards import card
from claimx.output.display.article.links import links
from claimx.output.display.article.marked_text import marked_text
from claimx.output.display.article.panel import legend, panel
from claimx.output.display.article.paragraphs import paragraphs
from claimx.output.display.article.wording import Words, day, wording
from claimx.values.dates.header import header

MAX_TITLE_CHARACTERS = 120


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
    linked = links(claims)
    shown = f'<p class="day">{escape(words["published"])} {_time(published, words)}</p>' if published else ""
    cards = "".join(card(claim, words, linked.get(claim.id, ()), prefix) for claim in claims)
    hidden = "" if _has_headline(text) else f'<h1 class="unseen">{escape(words["claims"])}</h1>'
    return (
        f'<div class="claimx" lang="{language}"><header>{shown}{legend(claims, words)}'
        f'<a class="skip" href="#{prefix}panel">{escape(words["skip"])}</a></header><div class="columns">'
        f'<article class="text">{hidden}<div lang="fr">'
        f"{marked_text(text, claims, words, prefix)}</div></article>"
        f'<aside id="{prefix}panel" tabindex="-1" aria-label="{escape(words["claims"])}">'
        f"{panel(claims, words, linked, published=published, prefix=prefix)}</aside></div>"
        f'<section class="cards" aria-label="{escape(words["reasons"])}">{cards}</section></div>'
    )


def article_page(
    text: str, claims: Sequence[Claim], *, title: str = "", published: str | None = None, language: str = "en"
) -> str:
    """The view as one self-contained HTML file without network access.

    title: that of the window, by default the headline. The rest is as in `article_view`.
    """
    view = article_view(text, claims, published=published, language=language)
    return _document(labels.one_line(title) or _headline(text), view, language, "")


def notebook_view(text: str, claims: Sequence[Claim], *, published: str | None = None) -> str:
    """The view for a notebook's output: in a frame, so that neither disturbs the other.

    Before it stands a line of text, for places that show no frames.
    """
    view = article_view(text, claims, published=published)
    # Links inside the frame are of the frame, not of the page around it.
    page = _document("claimx", view, "en", '<base href="about:srcdoc">')
    number = len(claims)
    return (
        f"<div>{number} claim{'' if number == 1 else 's'}</div>"
        f'<iframe title="claimx" sandbox="allow-scripts allow-modals" srcdoc="{escape(page)}" '
        'style="width:100%;height:36rem;resize:vertical;border:1px solid #8886;border-radius:4px"></iframe>'
    )


@cache
def resource(name: str) -> str:
    """The style, ``style.css``, or the script, ``script.js``, of the view."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _document(title: str, view: str, language: str, head: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">{head}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{resource('style.css')}</style></head>"
        f'<body class="claimx-page"><main>{view}</main>'
        f"<script>{resource('script.js')}</script></body></html>\n"
    )


def _has_headline(text: str) -> bool:
    return any(block.tag == "h1" for block in paragraphs(text))


def _headline(text: str) -> str:
    """The first line after the header that gives the day."""
    _, start = header(text)
    line = next(iter(text[start:].strip().splitlines()), "")
    return labels.one_line(line)[:MAX_TITLE_CHARACTERS] or "claimx"


def _time(iso: str, words: Words) -> str:
    return f'<time datetime="{escape(iso)}">{escape(day(iso, words))}</time>'
