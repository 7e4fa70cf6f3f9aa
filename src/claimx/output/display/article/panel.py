"""Beside the text: counts and filters, the drawings, and a list of the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from html import escape

from claimx.model import Claim, Level
from claimx.output.display import labels
from claimx.output.display.article.cards import SIGNS, shortened, sign
from claimx.output.display.article.charts import amounts_chart, dates_chart
from claimx.output.display.article.links import Link
from claimx.output.display.article.wording import Words

SOURCE_KINDS = ("named", "institution", "anonymous", "author")
MAX_LIST_CHARACTERS = 90
MAX_ANSWER_CHARACTERS = 36
MARKS = ("amount", "organization", "source", "date", "cue")


def legend(claims: Sequence[Claim], words: Words) -> str:
    """The levels with their counts, which filter where there is script, and how marks look."""
    counts = Counter(str(claim.confidence.level) for claim in claims)
    levels = "".join(
        f'<li><button type="button" class="{level}" data-level="{level}" aria-pressed="false" disabled>'
        f'<span class="sign" aria-hidden="true">{SIGNS[level]}</span> <span class="claim {level}">'
        f"{escape(words[level])}</span> <b>{counts[level]}</b></button></li>"
        for level in map(str, Level)
    )
    marks = " · ".join(f'<span class="{mark}">{escape(words[mark])}</span>' for mark in MARKS)
    return (
        f'<ul class="levels" aria-label="{escape(words["level"])}">{levels}</ul>'
        f'<p class="how">{escape(words["legend-text"])} {marks}</p>'
    )


def panel(
    claims: Sequence[Claim],
    words: Words,
    linked: dict[str, list[Link]],
    *,
    published: str | None = None,
    prefix: str = "",
) -> str:
    """The filters, the drawings and the list, each only where it has something to show."""
    if not claims:
        return f"<p>{escape(words['no-claim'])}</p>"
    rows = "".join(_row(claim, words, linked.get(claim.id, ()), prefix) for claim in claims)
    return (
        f"{_filters(claims, words)}{amounts_chart(claims, words, prefix)}"
        f"{dates_chart(claims, words, published, prefix)}"
        f'<h2>{escape(words["claims"])} <output aria-live="polite"></output></h2><ol class="list">{rows}</ol>'
    )


def _filters(claims: Sequence[Claim], words: Words) -> str:
    """The filters: script hides what is not chosen; without it they are hidden themselves."""
    choices = (
        ("organizations", "organization", _counted(claims, labels.organizations, sorted)),
        ("sources", "source-kind", _counted(claims, _kinds, _in_order)),
        ("polarity", "polarity", _counted(claims, _polarity, sorted)),
    )
    fields = "".join(
        f'<label>{escape(words[label].capitalize())} <select data-filter="{key}"><option value="">'
        f"{escape(words['all'])}</option>{_options(counts, words if key != 'organizations' else {})}"
        "</select></label>"
        for key, label, counts in choices
    )
    return (
        f'<form class="filters" hidden>{fields}<button type="reset">{escape(words["reset"])}</button></form>'
    )


def _counted(
    claims: Sequence[Claim],
    values: Callable[[Claim], Iterable[str]],
    order: Callable[[Iterable[str]], list[str]],
) -> list[tuple[str, int]]:
    """How many claims have each value."""
    counts = Counter(value for claim in claims for value in values(claim))
    return [(value, counts[value]) for value in order(counts)]


def _in_order(kinds: Iterable[str]) -> list[str]:
    return sorted(kinds, key=SOURCE_KINDS.index)


def _options(counts: list[tuple[str, int]], words: Words) -> str:
    return "".join(
        f'<option value="{escape(value)}">{escape(words.get(value, value))} ({count})</option>'
        for value, count in counts
    )


def _kinds(claim: Claim) -> list[str]:
    return sorted({str(source.kind) for source in claim.sources}) or ["author"]


def _polarity(claim: Claim) -> list[str]:
    return [str(claim.polarity)]


def _quoted(claim: Claim) -> str:
    return f"«\u00a0{shortened(labels.one_line(claim.text), MAX_ANSWER_CHARACTERS)}\u00a0»"


def _row(claim: Claim, words: Words, linked: Sequence[Link], prefix: str) -> str:
    level = str(claim.confidence.level)
    answers = [f"↯ {words[link.label]} {_quoted(link.claim)}" for link in linked[:1]]
    details = " · ".join([*labels.sources(claim), *labels.amounts(claim), *answers])
    values = {
        "level": level,
        "polarity": str(claim.polarity),
        "sources": " ".join(_kinds(claim)),
        "organizations": "|".join(labels.organizations(claim)),
    }
    data = "".join(f' data-{key}="{escape(value)}"' for key, value in values.items())
    text = shortened(labels.one_line(claim.text), MAX_LIST_CHARACTERS)
    name = f"{words[level]}, {words[str(claim.polarity)]}"
    return (
        f'<li{data}><a href="#{prefix}{claim.id}"><span class="sign {level}" role="img" '
        f'aria-label="{escape(name)}">{sign(claim)}</span> <span lang="fr">{escape(text)}</span>'
        f"{f' <small>{escape(details)}</small>' if details else ''}</a></li>"
    )
