"""Candidates for cues: the words that may set the level, the polarity or the source of a claim.

Example: in "Le rachat serait sans doute annoncé mardi", "serait" and "sans doute". Scope decides later which
claims a cue affects.
"""

from collections.abc import Iterator
from functools import cache

from claimx import lexicons
from claimx.annotations import Annotation
from claimx.claims.operators.event_nouns import is_event_noun
from claimx.claims.operators.lookup import Operators
from claimx.lexicons.phrases import PhraseTable, locution_table
from claimx.model import Level
from claimx.syntax.words import Parse


def find_cues(parse: Parse, operators: Operators) -> Iterator[Annotation]:
    """Annotations for adverbs, prepositions of attribution, conditions and conditional verb forms."""
    for start, end, operator in operators.find_locutions(parse, "ADV"):
        yield _mark(parse, start, end, "adverb", operator.cls, operator.level or Level.PROBABLE)
    for start, end, operator in operators.find_locutions(parse, "ADP"):
        yield _mark(parse, start, end, "attribution", operator.cls, operator.level or Level.PROBABLE)
    for start, end, mood in _conditions().find(parse.normals, parse.places):
        if mood == "event":
            if end == len(parse) or not is_event_noun(parse[end].lemma_):
                continue  # "sauf le dimanche"
            mood = "any"
        elif mood == "unless":
            if end < len(parse) and parse[end].pos_ == "NUM":
                continue
            mood = "any"
        yield _mark(parse, start, end, "condition", "condition", Level.UNKNOWN, mood=mood)
    for token in parse:
        if token.features.get("Mood") == "Cnd":
            yield _mark(parse, token.i, token.i + 1, "mood", "conditional", Level.POSSIBLE)


@cache
def _conditions() -> PhraseTable[str, str]:
    return locution_table((row["form"], row["mood"]) for row in lexicons.read("conditions"))


def _mark(
    parse: Parse, start: int, end: int, kind: str, rule: str, level: Level, **values: str
) -> Annotation:
    last = parse[end - 1]
    return Annotation(
        parse[start].idx,
        last.end,
        kind,
        {"kind": kind, "rule": rule, "level": str(level), **values},
    )
