"""The attributions of a text, and those that reach a given clause."""

from collections import defaultdict

from claimx import annotations
from claimx.claims.attribution.types import Construction, WrittenAttribution, attribution_of
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.syntax.clause import Clause
from claimx.syntax.span_groups import group
from claimx.syntax.subordination import clause_type
from claimx.syntax.words import Word

MAX_HEADS_TO_CONTRAST = 3


class Attributions:
    """All attributions of one text, as written by the component ``claimx_sources``.

    apart: the tokens that belong to an attribution but to no claim in its scope.
    anchors: the attributions by the head of their cue, except prepositions.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.items = [attribution_of(member.values) for member in group(analysis.parse, annotations.SOURCES)]
        self.apart = frozenset(index for item in self.items for index in item.apart)
        self.anchors: dict[int, list[WrittenAttribution]] = defaultdict(list)
        self._classes = analysis.operators.classes
        self._complements = analysis.complements
        self._reaching: dict[int, list[WrittenAttribution]] = defaultdict(list)
        for item in sorted(self.items, key=lambda item: (-item.width, item.anchor)):
            for index in {index for start, end in item.scopes for index in range(start, end)}:
                self._reaching[index].append(item)
        for item in self.items:
            if item.rule is not Construction.PREPOSITION:
                self.anchors[item.anchor].append(item)

    def covering(self, clause: Clause) -> list[WrittenAttribution]:
        """The attributions whose scope reaches a clause, the widest first.

        Requests do not reach relative clauses: these describe the object of the request.
        """
        found = self._reaching.get(clause.head.i, [])
        if not found:
            return found
        inside = [item for item in found if clause.top.left_edge.i <= item.anchor <= clause.top.right_edge.i]
        if clause_type(clause) == "doubtful":
            # "X nie que P, contrairement à ce qu'avance Y"
            return found if _precedes_contrast(clause.top) else inside
        if inside and clause.top.base == "acl" and self._complements.governor(clause) is None:
            # "Selon la mairie, le pont a cédé, ce que le préfet juge faux": the relative's own source alone.
            found = inside
        if clause.top.dep_ == "acl:relcl" and self._complements.governor(clause) is None:
            return [item for item in found if not self._has(item, Trait.REQUEST)]
        return found

    def _has(self, item: WrittenAttribution, trait: Trait) -> bool:
        operator = self._classes.get(item.cls)
        return operator is not None and operator.has(trait)


def _precedes_contrast(word: Word) -> bool:
    """Whether a clause stands before what it is contrasted with: "dit que, contrairement à ce que ..., P"."""
    above = word.head
    for _ in range(MAX_HEADS_TO_CONTRAST):
        if above.i > word.i or above.head is above:
            break
        above = above.head
    return above.i > word.i


def attributions(analysis: Analysis) -> Attributions:
    """The attributions of a text; cached in its parse until their span group is rewritten."""
    written = group(analysis.parse, annotations.SOURCES)
    known = analysis.parse.cache.get(attributions)
    if known is None or known[0] is not written:
        known = analysis.parse.cache[attributions] = (written, Attributions(analysis))
    found: Attributions = known[1]
    return found
