"""Conditions: whether a clause says what would happen if something else did.

"Si P, Q", "sans lui, Q", "en cas de refus, Q"; the condition may stand on the clause, on the clause
that it is coordinated to, or on the verb that reports it.
"""

from collections import defaultdict

from spacy.tokens import Doc, Token

from claimx import annotations
from claimx.operators.government import Government
from claimx.syntax.clauses import Clause, Clauses
from claimx.syntax.labels import children
from claimx.syntax.markers import marker_effect
from claimx.syntax.verbs import mood


class Conditions:
    """The conditions of one text, by the clause that they bear on."""

    def __init__(self, doc: Doc, clauses: Clauses, government: Government) -> None:
        self.clauses = clauses
        self.government = government
        self.locutions: dict[int, list[str]] = defaultdict(list)
        for span, values in annotations.read(doc, annotations.CUES):
            owner = clauses.of(span[0])
            if values["kind"] != "condition" or owner is None:
                continue
            if values["mood"] != "initial" or span.start in (span.sent.start, owner.tokens[0].i):
                self.locutions[id(owner)].append(values["mood"])
        self.effects = {
            id(clause): marker_effect(clause) if government.governor(clause) is None else "plain"
            for clause in clauses.items
        }

    def bears_on(self, clause: Clause) -> bool:
        """Whether a condition stands in the sentence of a clause, and on it."""
        conditional = mood(clause.finite) == "Cnd"
        member: Clause | None = clause
        while member is not None:
            if self._holds(member, conditional):
                return True
            # The parser may take the condition for the main clause ("Si P, nous ferons Q").
            if member is not clause and self.effects[id(member)] == "condition":
                return True
            outer = self._outer(member)
            if outer is not None and self._holds(outer, conditional):
                return True
            if any(child.lower_ == "mais" for child in member.top.children):
                return False
            member = member.partner
        return False

    def _outer(self, clause: Clause) -> Clause | None:
        governor = self.government.governor(clause)
        return self.clauses.of(governor) if governor is not None else None

    def _holds(self, clause: Clause, conditional: bool) -> bool:
        if any(mood == "any" or conditional for mood in self.locutions[id(clause)]):
            return True
        return any(self._on(link) for link in clause.links)

    def _on(self, token: Token) -> bool:
        for child in children(token, "advcl", "ccomp", "parataxis", "conj", "dep"):
            inner = self.clauses.of(child)
            if inner is not None and inner.top == child and self.effects[id(inner)] == "condition":
                return True
        return False
