"""Attributions to whom a possessive stands for: "à ses yeux, P", "de son propre aveu, P"."""

from collections.abc import Iterator

from claimx.claims.attribution.prepositions import EDGES, scopes_around
from claimx.claims.attribution.speakers import possessors
from claimx.claims.attribution.types import Attribution, Construction, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.lexicons import grammar
from claimx.syntax.dependencies import feature
from claimx.syntax.quotes import previous_word
from claimx.syntax.words import Parse


def find_possessors(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions by locutions with a possessive of the third person."""
    parse = analysis.parse
    for start, end, operator in analysis.operators.find_locutions(parse, "ADP"):
        owner = next((word for word in parse[start:end] if feature(word, "Poss") == "Yes"), None)
        if owner is None or not _is_parted(parse, start):
            continue
        found = possessors(owner)
        yield Attribution(
            rule=Construction.PREPOSITION,
            cls=operator.cls,
            cue=(start, end),
            anchor=start,
            level=operator.effect(source=source_level(found))[0],
            speakers=found,
            scopes=scopes_around(start, start, end, parse[end - 1], analysis.clauses),
            apart=frozenset(range(start, end)),
        )


def _is_parted(parse: Parse, start: int) -> bool:
    """Whether a word opens a clause or follows a mark, a conjunction or a copula: no verb takes it."""
    before = previous_word(parse, start)
    if before is None or before.i < parse[start].sent.start or before.is_punct:
        return True
    return before.pos_ in EDGES or grammar.COPULA in before.lemma_classes
