"""The card of a claim: its level and why, who says so, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from claimx.model import Amount, Claim, Date, Reason, Source
from claimx.output.display import labels
from claimx.output.display.article.links import Link
from claimx.output.display.article.wording import Words, day

# A sign for each level, so that no reader depends on colours.
SIGNS = {str(level): sign for level, sign in labels.LEVEL_SIGNS.items()}
NEGATIVE = labels.NEGATIVE
MAX_LINK_CHARACTERS = 70
# Where one level ends and the next begins on the bar of the score.
BAR_WIDTH, BAR_HEIGHT = 72, 8
QUARTERS = (0.25, 0.5, 0.75)


def sign(claim: Claim) -> str:
    """The sign of a claim: that of its level, and of negation where it is presented as false."""
    return SIGNS[claim.confidence.level] + NEGATIVE * (claim.polarity == "negative")


def card(claim: Claim, words: Words, linked: Sequence[Link] = (), prefix: str = "") -> str:
    """The card as HTML; every piece of the text in it is escaped.

    linked: the claims that it answers or that answer it; prefix: of the ids.
    """
    name = prefix + claim.id
    level = str(claim.confidence.level)
    false = f" · {words['negative']}" if claim.polarity == "negative" else ""
    return (
        f'<div class="card {level}" popover role="dialog" id="card-{name}" aria-labelledby="h-{name}" '
        f'tabindex="-1"><h3 id="h-{name}"><span class="sign" aria-hidden="true">{sign(claim)}</span> '
        f"{escape(words[level] + false)}{_score(claim, words)}</h3>"
        f'<p class="words" lang="fr">{_text(claim)}</p>'
        f"<h4>{escape(words['reasons'])}</h4>{_reasons(claim, words)}"
        f"<dl>{''.join(_details(claim, words))}{''.join(_links(linked, words, prefix))}</dl>"
        f'<a class="permalink" href="#{name}">{escape(words["permalink"])} {claim.id}</a></div>'
    )


def _score(claim: Claim, words: Words) -> str:
    """The score as a bar. Its width is an attribute: a page may forbid styles inside elements."""
    score = claim.confidence.score
    if score is None:
        return ""
    ticks = "".join(f'<path d="M{BAR_WIDTH * at} 0v{BAR_HEIGHT}"/>' for at in QUARTERS)
    label = escape(f"{words['score']} {score:.2f}")
    return (
        f'<span class="score"><svg width="{BAR_WIDTH}" height="{BAR_HEIGHT}" role="img" aria-label="{label}">'
        f'<rect class="all" width="{BAR_WIDTH}" height="{BAR_HEIGHT}"/>'
        f'<rect width="{BAR_WIDTH * score:.1f}" height="{BAR_HEIGHT}"/>{ticks}</svg> '
        f'<span aria-hidden="true">{score:.2f}</span></span>'
    )


def _text(claim: Claim) -> str:
    return "".join(
        f"<b>{escape(part.text)}</b>" if part.role else escape(part.text) for part in labels.parts(claim)
    )


def _details(claim: Claim, words: Words) -> Iterator[str]:
    rows = (
        ("source", [_source(source, words) for source in claim.sources] or [words["author"]]),
        ("organizations", [", ".join(labels.organizations(claim))] if claim.organizations else []),
        ("amounts", [_amount(amount) for amount in claim.amounts]),
        ("dates", [_date(date, words) for date in claim.dates]),
    )
    for key, found in rows:
        if found:
            yield f"<dt>{escape(words[key].capitalize())}</dt><dd>{'<br>'.join(map(escape, found))}</dd>"


def _links(linked: Sequence[Link], words: Words, prefix: str) -> Iterator[str]:
    for label, claim in linked:
        text = shortened(labels.one_line(claim.text), MAX_LINK_CHARACTERS)
        yield (
            f'<dt>↯ {escape(words[label])}</dt><dd><a href="#{prefix}{claim.id}">{sign(claim)} '
            f'<span lang="fr">{escape(text)}</span></a></dd>'
        )


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut at a word where there is one."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"


def _source(source: Source, words: Words) -> str:
    name = source.name or source.text
    said = f" («\u00a0{labels.one_line(source.text)}\u00a0»)" if name != source.text else ""
    return f"{labels.one_line(name)}{said} · {words[str(source.kind)]}"


def _amount(amount: Amount) -> str:
    return f"{labels.amount(amount)} («\u00a0{labels.one_line(amount.text)}\u00a0»)"


def _date(date: Date, words: Words) -> str:
    begin, end = date.interval.begin, date.interval.end
    text = labels.one_line(date.text)
    if begin is None and end is None:
        return text
    first, last = (day(side, words) if side else "…" for side in (begin, end))
    return f"{text} · {first}" if begin == end else f"{text} · {first} – {last}"


def _reasons(claim: Claim, words: Words) -> str:
    """The chain from the outermost operator to the predicate."""
    steps = [_reason(reason, words) for reason in claim.confidence.reasons]
    if not steps:
        steps = [f"<li>{escape(words['no-operator'])}</li>"]
    predicate = labels.one_line(claim.predicate.text)
    last = (
        f'<li class="last"><q lang="fr">{escape(predicate)}</q> '
        f"<span>{escape(words['predicate'])}</span></li>"
    )
    return f'<ol class="reasons">{"".join(steps)}{last}</ol>'


def _reason(reason: Reason, words: Words) -> str:
    effects = ", ".join(words.get(f"effect:{word}", words.get(word, word)) for word in reason.effect.split())
    rule = words.get(f"rule:{reason.rule}", reason.rule.replace("-", " "))
    change = f" ({reason.change:+.2f})".replace("-", "−") if reason.change else ""
    return (
        f'<li><q lang="fr">{escape(labels.one_line(reason.text))}</q> <span>{escape(rule)} → '
        f"<b>{escape(effects)}</b>{change}</span></li>"
    )
