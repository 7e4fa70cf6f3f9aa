"""Speakers without a verb: labels of interviews, notes of the source, and documents before a colon.

"Le maire : La place est finie.", "Paul Arzel (PDG de Velmont) : Nous recrutons.", "(source : Insee)", "Le
titre recule, plombé par un article du Monde : la vente est annulée."
"""

from collections.abc import Iterator

from claimx import annotations
from claimx.claims.attribution.source_nouns import RECORD, noun_class
from claimx.claims.attribution.speakers import speakers
from claimx.claims.attribution.types import Attribution, Construction, Speaker, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.lookup import UNKNOWN_REPORT
from claimx.lexicons import grammar
from claimx.model import SourceKind
from claimx.syntax.dependencies import has_class, is_agent, is_finite
from claimx.syntax.noun_phrases import entity_at
from claimx.syntax.quotes import OPENING, STRAIGHT
from claimx.syntax.span_groups import group
from claimx.syntax.words import Parse, Word

MAX_TOKENS_IN_LABEL = 14
MAX_TOKENS_IN_NOTE = 12
MAX_WORDS_IN_CAPITALS = 4


def find_labels(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions by labels at the start of a line, notes in brackets, and documents before a colon."""
    parse = analysis.parse
    for colon in parse.places.get(":", ()):
        found = _note(parse, colon) or _told_by_document(parse, colon)
        if found is not None:
            yield found
            continue
        start = _line_start(parse, colon)
        label = _label(parse, start, colon) if start is not None else None
        if start is not None and label is not None:
            yield _attribution(label, (start, colon + 1), (colon + 1, _line_end(parse, colon)))


def _attribution(
    label: list[Speaker],
    cue: tuple[int, int],
    scope: tuple[int, int],
    construction: Construction | None = None,
) -> Attribution:
    return Attribution(
        rule=construction or Construction.QUOTE,
        cls=UNKNOWN_REPORT,
        cue=(cue[1] - 1, cue[1]),
        anchor=cue[1] - 1,
        level=source_level(label),
        speakers=label,
        scopes=[scope],
        apart=frozenset(range(*cue)),
    )


def _line_start(parse: Parse, colon: int) -> int | None:
    """The first word of the line that a colon is in, if it is near; or None."""
    for index in range(colon - 1, max(colon - MAX_TOKENS_IN_LABEL, -1) - 1, -1):
        if index < 0 or (parse[index].is_space and "\n" in parse[index].text):
            return index + 1
        if is_finite(parse[index]) or parse[index].is_quote or parse[index].text in ".!?;:":
            return None
    return None


def _line_end(parse: Parse, start: int) -> int:
    return next((word.i for word in parse[start:] if word.is_space and "\n" in word.text), len(parse))


def _label(parse: Parse, start: int, colon: int) -> list[Speaker] | None:
    """The speakers of a label, or None where the line is a headline or a quotation follows.

    What is said begins with a capital; after a place or an organisation a colon begins a headline.
    """
    following = next((word for word in parse[colon + 1 :] if not word.is_space), None)
    words = [word for word in parse[start:colon] if not word.is_space]
    if not words or following is None or not following.text[0].isupper():
        return None
    if following.text in OPENING | STRAIGHT or "\n" in "".join(
        w.text for w in parse[colon + 1 : following.i]
    ):
        return None
    capitals = [word for word in words if word.text.isupper() and len(word.text) > 1]
    if capitals == words and 1 < len(words) <= MAX_WORDS_IN_CAPITALS:
        name = parse.span(words[0].i, words[-1].i + 1).text.title()
        return [Speaker(words[0].i, words[-1].i + 1, name, SourceKind.NAMED)]
    head = _head(words)
    return speakers(head, before=colon) or None if head is not None else None


def _head(words: list[Word]) -> Word | None:
    """The person that a label begins with, or its role with a definite article; or None."""
    first = words[0]
    if entity_at(first.parse, first, ("PER",)) is not None:
        return first
    noun = next((word for word in words if word.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or noun_class(noun) not in ("role", "spokesperson"):
        return None
    return noun if has_class([first], grammar.DEFINITE_ARTICLE) or noun is first else None


def _note(parse: Parse, colon: int) -> Attribution | None:
    """The attribution of a sentence by "(source : Insee)" in or after it."""
    if colon < 2 or noun_class(parse[colon - 1]) != "anonymous" or parse[colon - 2].text not in "([":
        return None
    end = next((word.i for word in parse[colon + 1 : colon + MAX_TOKENS_IN_NOTE] if word.text in ")]"), None)
    if end is None or not parse[colon + 1].text[0].isalnum():
        return None
    named = [
        member
        for index in range(colon + 1, end)
        for member in group(parse, annotations.ORGANIZATIONS).at(index)
    ]
    if named and named[0].start <= colon + 2:
        found = [Speaker(named[0].start, named[0].end, named[0].values["name"], SourceKind.NAMED)]
    else:
        span = parse.span(colon + 1, end)
        found = [Speaker(span.start, span.end, span.text, SourceKind.NAMED)]
    opening = colon - 2
    before = parse[opening - 1] if opening else parse[opening]
    return _attribution(found, (opening, end + 1), (before.sent.start, opening), Construction.PREPOSITION)


def _told_by_document(parse: Parse, colon: int) -> Attribution | None:
    """The attribution of a clause after a colon to the document that caused what is before it; or None."""
    after = parse[colon + 1 : parse[colon].sent.end]
    if not after or after[0].is_quote or not any(is_finite(word) for word in after):
        return None
    for noun in reversed(parse[max(colon - MAX_TOKENS_IN_LABEL, parse[colon].sent.start) : colon]):
        if is_finite(noun):
            break
        ends = noun.pos_ == "NOUN" and noun.right_edge.i in (colon - 1, colon)
        if ends and noun_class(noun) in ("document", RECORD) and is_agent(noun):
            found = speakers(noun, before=colon)
            return _attribution(
                found, (noun.left_edge.i, colon + 1), (colon + 1, after[-1].i + 1), Construction.PREPOSITION
            )
    return None
