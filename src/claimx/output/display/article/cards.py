"""The card of a claim: its level and why, who says so, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from claimx.model import Amount, Claim, Date, Reason, Source
from claimx.output.display import labels

Words = Mapping[str, str]
# A sign for each level, so that no reader depends on colours.
SIGNS = {str(level): sign for level, sign in labels.LEVEL_SIGNS.items()}
NEGATIVE = "¬"


def sign(claim: Claim) -> str:
    """The sign of a claim: that of its level, and of negation where it is presented as false."""
    return SIGNS[claim.confidence.level] + NEGATIVE * (claim.polarity == "negative")


def card(claim: Claim, words: Words) -> str:
    """The card as an HTML article; every piece of the text in it is escaped."""
    level = str(claim.confidence.level)
    verdict = f"{words[level]} · {words[str(claim.polarity)]}"
    parts = [
        f'<h3><span class="sign" aria-hidden="true">{sign(claim)}</span> {escape(verdict)}',
        f"{_score(claim, words)}</h3>",
        f'<p class="words">{_text(claim)} ',
        f'<a class="back" href="#{claim.id}">{escape(words["to-claim"])}</a></p>',
        "<dl>",
        *_details(claim, words),
        "</dl>",
        f"<h4>{escape(words['reasons'])}</h4>",
        _reasons(claim, words),
    ]
    data = _data(claim)
    return (
        f'<article class="card {level}" id="card-{claim.id}" tabindex="-1"{data}>{"".join(parts)}</article>'
    )


def _data(claim: Claim) -> str:
    """What the filters ask of a card."""
    values = {
        "level": str(claim.confidence.level),
        "polarity": str(claim.polarity),
        "sources": " ".join(sorted({str(source.kind) for source in claim.sources})) or "author",
        "organizations": "|".join(labels.organizations(claim)),
    }
    return "".join(f' data-{key}="{escape(value)}"' for key, value in values.items())


def _score(claim: Claim, words: Words) -> str:
    score = claim.confidence.score
    if score is None:
        return ""
    return (
        f' <meter min="0" max="1" value="{score:.2f}" aria-label="{escape(words["score"])}">'
        f"{score:.2f}</meter>"
        f' <span class="score">{score:.2f}</span>'
    )


def _text(claim: Claim) -> str:
    return "".join(
        f"<b>{escape(part.text)}</b>" if part.role else escape(part.text) for part in labels.parts(claim)
    )


def _details(claim: Claim, words: Words) -> Iterator[str]:
    rows = (
        ("source", [_source(source, words) for source in claim.sources] or [words["author"]]),
        ("organizations", labels.organizations(claim)),
        ("amounts", [_amount(amount) for amount in claim.amounts]),
        ("dates", [_date(date) for date in claim.dates]),
    )
    for key, found in rows:
        if found:
            items = "<br>".join(escape(item) for item in found)
            yield f"<dt>{escape(words[key])}</dt><dd>{items}</dd>"
    for item in claim.related:
        link = f'<a href="#card-{escape(item.claim)}">{escape(item.claim)}</a>'
        yield f"<dt>↯ {escape(words[str(item.relation)])}</dt><dd>{link}</dd>"


def _source(source: Source, words: Words) -> str:
    name = source.name or source.text
    said = f" («\u00a0{labels.one_line(source.text)}\u00a0»)" if name != source.text else ""
    return f"{labels.one_line(name)}{said} · {words[str(source.kind)]}"


def _amount(amount: Amount) -> str:
    return f"{labels.amount(amount)} («\u00a0{labels.one_line(amount.text)}\u00a0»)"


def _date(date: Date) -> str:
    begin, end = date.interval.begin, date.interval.end
    days = "" if begin is None and end is None else f" · {begin or '…'} – {end or '…'}"
    return f"{labels.one_line(date.text)}{days if begin != end else f' · {begin}'}"


def _reasons(claim: Claim, words: Words) -> str:
    """The chain from the outermost operator to the predicate."""
    steps = [_reason(reason, words) for reason in claim.confidence.reasons]
    if not steps:
        steps = [f"<li>{escape(words['no-operator'])}</li>"]
    predicate = labels.one_line(claim.predicate.text)
    last = f'<li class="last"><q>{escape(predicate)}</q> <span>{escape(words["predicate"])}</span></li>'
    return f'<ol class="reasons">{"".join(steps)}{last}</ol>'


def _reason(reason: Reason, words: Words) -> str:
    effects = [words.get(word, word) for word in reason.effect.split()]
    rule = words.get(f"rule:{reason.rule}", reason.rule.replace("-", " "))
    return (
        f"<li><q>{escape(labels.one_line(reason.text))}</q> <span>{escape(rule)} → "
        f"{escape(', '.join(effects))}</span></li>"
    )
