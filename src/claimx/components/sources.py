"""Sources: who a stretch of the text is credited to.

Example: in "Selon The Information, Nvidia serait en discussion", "The Information" vouches for
the rest of the sentence.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import Mark
from claimx.claims.attribution.continuations import find_continuations
from claimx.claims.attribution.parentheticals import find_insertions
from claimx.claims.attribution.prepositions import find_prepositions
from claimx.claims.attribution.quotations import find_quotations
from claimx.claims.attribution.reporting_verbs import find_reports
from claimx.claims.attribution.types import Attribution
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.table import Operators, bundled, using
from claimx.syntax.parse import Tree, reading


def find_sources(tree: Tree) -> Iterator[Mark]:
    """One mark an attribution, on its first source, or on its cue where nobody is named."""
    analysis = analyse(tree)
    clauses = analysis.clauses
    found = [*find_reports(tree, analysis), *find_insertions(tree), *find_prepositions(tree, clauses)]
    found += list(find_quotations(tree, clauses, found))
    found += list(find_continuations(tree, clauses, found))
    for attribution in found:
        yield _mark(tree, attribution)


def _mark(tree: Tree, attribution: Attribution) -> Mark:
    speakers = attribution.speakers
    start, end = (speakers[0].start, speakers[0].end) if speakers else attribution.cue
    return Mark(
        tree[start].idx,
        tree[end - 1].end,
        "source" if speakers else "attribution",
        attribution.to_values(tree),
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
        with reading(doc) as tree, using(self.operators):
            return annotations.write(doc, annotations.SOURCES, find_sources(tree))
