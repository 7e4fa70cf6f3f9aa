"""Sources: who a stretch of the text is credited to.

Example: in "Selon The Information, Nvidia serait en discussion", "The Information" vouches for
the rest of the sentence.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import Annotation
from claimx.claims.attribution.continuations import find_continuations
from claimx.claims.attribution.parentheticals import find_insertions
from claimx.claims.attribution.prepositions import find_prepositions
from claimx.claims.attribution.quotations import find_quotations
from claimx.claims.attribution.reporting_verbs import find_reports
from claimx.claims.attribution.types import Attribution
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.table import Operators, bundled, using
from claimx.syntax.parse import Parse, reading


def find_sources(parse: Parse) -> Iterator[Annotation]:
    """One mark an attribution, on its first source, or on its cue where nobody is named."""
    analysis = analyse(parse)
    clauses = analysis.clauses
    found = [*find_reports(parse, analysis), *find_insertions(parse), *find_prepositions(parse, clauses)]
    found += list(find_quotations(parse, clauses, found))
    found += list(find_continuations(parse, clauses, found))
    for attribution in found:
        yield _mark(parse, attribution)


def _mark(parse: Parse, attribution: Attribution) -> Annotation:
    speakers = attribution.speakers
    start, end = (speakers[0].start, speakers[0].end) if speakers else attribution.cue
    return Annotation(
        parse[start].idx,
        parse[end - 1].end,
        "source" if speakers else "attribution",
        attribution.to_values(parse),
    )


@Language.factory(
    "claimx_sources",
    assigns=["doc.spans"],
    requires=["token.dep", "token.pos"],
    default_config={"operators": {"@misc": "claimx.operators.v1"}},
    retokenizes=False,
)
def make_sources(nlp: Language, name: str, *, operators: Operators) -> "Sources":
    """Factory of the component. operators: the words that take a claim in their scope."""
    return Sources(operators)


class Sources:
    """Writes the span group ``claimx_sources``."""

    def __init__(self, operators: Operators | None = None) -> None:
        self.operators = operators or bundled()

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        with reading(doc) as parse, using(self.operators):
            return annotations.write(doc, annotations.SOURCES, find_sources(parse))
