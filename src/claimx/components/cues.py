"""Cues: the words that may set the level, the polarity or the source of a claim.

Example: in "Le rachat serait sans doute annoncé mardi", "serait" and "sans doute". What a cue does
to which claim is decided later, by its scope.
"""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from claimx import annotations, lexicons
from claimx.annotations import Annotation
from claimx.claims.operators.lookup import locutions
from claimx.claims.operators.table import Operators, bundled, read_user_rows, using
from claimx.lexicons.phrases import PhraseTable, locution_table
from claimx.model import Level
from claimx.syntax.dependencies import feature
from claimx.syntax.parse import Parse, reading


def find_cues(parse: Parse) -> Iterator[Annotation]:
    """Adverbs and locutions, prepositions of attribution, conditions, conditional forms."""
    for start, end, operator in locutions(parse, "ADV"):
        yield _mark(parse, start, end, "adverb", operator.cls, operator.level or Level.PROBABLE)
    for start, end, operator in locutions(parse, "ADP"):
        yield _mark(parse, start, end, "attribution", operator.cls, operator.level or Level.PROBABLE)
    for start, end, mood in _conditions().find(parse.normals):
        yield _mark(parse, start, end, "condition", "condition", Level.UNKNOWN, mood=mood)
    for token in parse:
        if feature(token, "Mood") == "Cnd":
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


@registry.misc("claimx.operators.v1")  # type: ignore[untyped-decorator]
def make_operators(path: str | None = None) -> Operators:
    """The operators: those of the package, and the rows of a table of one's own before them.

    path: a file with the columns of ``operators.tsv``; docs/operators.md says what they mean.
    """
    return Operators(read_user_rows(path)) if path else bundled()


@Language.factory(
    "claimx_cues",
    assigns=["doc.spans"],
    requires=["token.morph"],
    default_config={"operators": {"@misc": "claimx.operators.v1"}},
    retokenizes=False,
)
def make_cues(nlp: Language, name: str, *, operators: Operators) -> "Cues":
    """Factory of the component. operators: the words that take a claim in their scope."""
    return Cues(operators)


class Cues:
    """Writes the span group ``claimx_cues``."""

    def __init__(self, operators: Operators | None = None) -> None:
        self.operators = operators or bundled()

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        with reading(doc) as parse, using(self.operators):
            return annotations.write(doc, annotations.CUES, find_cues(parse))
