"""The page: an article with its claims underlined by level, a card for each, filters, drawings, a legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from claimx.model import Claim, Level
from claimx.output.display import labels
from claimx.output.display.article.cards import SIGNS, card, sign
from claimx.output.display.article.charts import amounts_chart, dates_chart
from claimx.output.display.article.segments import Segment, segments
from claimx.output.display.article.wording import wording

SOURCE_KINDS = ("named", "institution", "anonymous", "author")


def article_page(
    text: str, claims: Sequence[Claim], *, title: str = "", published: str | None = None, language: str = "en"
) -> str:
    """The page as one self-contained HTML file without network access.

    text: the article; claims: its claims, whose offsets count its code points. title: that of the window, by
    default the first line of the text, which stands above the article. language: ``en`` or ``fr``, of the
    page's own words. Everything of the text is escaped. Raises ArgumentError for an unknown language.
    """
    words = wording(language)
    name = labels.one_line(_headline(text, claims))
    day = f' <span class="day">{escape(words["published"])} {escape(published)}</span>' if published else ""
    side = "".join(card(claim, words) for claim in claims) or f"<p>{escape(words['no-claim'])}</p>"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(labels.one_line(title) or name)}</title>"
        f"<style>{_resource('style.css')}</style></head><body>"
        f"<header><h1>{escape(name)}</h1>{day}{_legend(claims, words)}</header>"
        f'<main><section class="text" lang="fr" aria-label="{escape(words["claims"])}">'
        f"{''.join(_marked(part, words) for part in segments(text, claims))}</section>"
        f'<aside aria-label="{escape(words["claims"])}">{_filters(claims, words)}'
        f"{amounts_chart(claims, words['amounts'])}{dates_chart(claims, words['dates'])}"
        f'<section class="cards">{side}</section></aside></main>'
        f"<script>{_resource('script.js')}</script></body></html>\n"
    )


def _headline(text: str, claims: Sequence[Claim]) -> str:
    """The first line of the text, without the header that gives the day."""
    body = text.lstrip()
    start = len(text) - len(body)
    line = next(iter(body.splitlines()), "claimx")
    first = min((claim.start for claim in claims), default=start)
    begins = first - start if start <= first < start + len(line) and line.startswith("date ") else 0
    return line[begins:]


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _legend(claims: Sequence[Claim], words: Mapping[str, str]) -> str:
    counts = Counter(str(claim.confidence.level) for claim in claims)
    items = "".join(
        f'<li class="{level}"><span class="sign" aria-hidden="true">{SIGNS[level]}</span> '
        f"{escape(words[level])} <b>{counts[level]}</b></li>"
        for level in map(str, Level)
    )
    return f'<ul class="legend">{items}</ul><p class="how">{escape(words["legend-text"])}</p>'


def _filters(claims: Sequence[Claim], words: Mapping[str, str]) -> str:
    """The filters: script hides what is not chosen; without it they are hidden themselves."""
    names = sorted({name for claim in claims for name in labels.organizations(claim)})
    choices: tuple[tuple[str, str, Sequence[tuple[str, str]]], ...] = (
        ("level", words["level"], [(level, words[level]) for level in map(str, Level)]),
        ("polarity", words["polarity"], [(kind, words[kind]) for kind in ("positive", "negative")]),
        ("sources", words["source-kind"], [(kind, words[kind]) for kind in SOURCE_KINDS]),
        ("organizations", words["organization"], [(name, name) for name in names]),
    )
    fields = "".join(
        f'<label>{escape(label)} <select data-filter="{key}">'
        f'<option value="">{escape(words["all"])}</option>'
        f"{''.join(_option(value, shown) for value, shown in options)}</select></label>"
        for key, label, options in choices
    )
    return f'<form class="filters" hidden>{fields} <output></output></form>'


def _option(value: str, shown: str) -> str:
    return f'<option value="{escape(value)}">{escape(shown)}</option>'


def _marked(segment: Segment, words: Mapping[str, str]) -> str:
    """A piece of the text, underlined by its claims, after a link to the card of each that begins here."""
    pins = "".join(_pin(claim, words) for claim in segment.opened)
    inner = escape(segment.text)
    if segment.mark and segment.claims:
        inner = f'<span class="mark {segment.mark}">{inner}</span>'
    for depth, claim in enumerate(reversed(segment.claims)):
        style = f' style="--d:{min(depth, 4)}"' if depth else ""
        inner = f'<span class="claim {claim.confidence.level}" data-claim="{claim.id}"{style}>{inner}</span>'
    return pins + inner


def _pin(claim: Claim, words: Mapping[str, str]) -> str:
    level = words[str(claim.confidence.level)]
    label = f"{words['claim']} {claim.id}: {level}, {words[str(claim.polarity)]}"
    return (
        f'<a class="pin {claim.confidence.level}" id="{claim.id}" href="#card-{claim.id}" '
        f'aria-label="{escape(label)}">{sign(claim)}</a>'
    )
