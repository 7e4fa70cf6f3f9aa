"""Conditions: whether a clause is the consequence of a condition.

"Si P, Q", "sans lui, Q", "en cas de refus, Q". The condition may be attached to the clause, to a clause
coordinated with it, or to the verb that reports it.
"""

from collections import defaultdict
from collections.abc import Iterator

from claimx import annotations
from claimx.claims.operators.complements import Complements
from claimx.lexicons import grammar
from claimx.syntax.clause import MAX_CLAUSE_DEPTH, Clause, Clauses
from claimx.syntax.dependencies import has_class
from claimx.syntax.span_groups import group
from claimx.syntax.subordination import clause_type
from claimx.syntax.verbs import mood, tense
from claimx.syntax.words import Parse


class Conditions:
    """The conditions of one text, by the clause that they apply to."""

    def __init__(
        self, parse: Parse, clauses: Clauses, complements: Complements, apart: frozenset[int]
    ) -> None:
        """apart: the indices of the words of attributions, which are no conditions: "si l'on en croit X"."""
        self.clauses = clauses
        self.complements = complements
        self.locutions: dict[int, list[str]] = defaultdict(list)
        for cue in group(parse, annotations.CUES):
            owner = clauses.of(cue[0])
            if cue.values["kind"] != "condition" or owner is None:
                continue
            opening = next((token.i for token in owner.tokens if not token.is_punct), cue.start)
            if cue.values["mood"] != "initial" or cue.start in (cue.sent.start, opening):
                self.locutions[id(owner)].append(cue.values["mood"])
        self.effects = {
            id(clause): clause_type(clause)
            if complements.governor(clause) is None and clause.top.i not in apart
            else "plain"
            for clause in clauses.items
        }
        self.hosts = {id(clause) for clause in self._find_hosts()}

    def bears_on(self, clause: Clause) -> bool:
        """Whether a condition in the same sentence applies to a clause."""
        conditional = mood(clause.finite) == "Cnd"
        member: Clause | None = clause
        for _ in range(MAX_CLAUSE_DEPTH):
            if member is None:
                return False
            if self._holds(member, conditional):
                return True
            # The parser may make the condition the main clause ("Si P, nous ferons Q").
            if member is not clause and self.effects[id(member)] == "condition":
                return True
            outer = self._outer(member)
            if outer is not None and self._holds(outer, conditional):
                return True
            if has_class(member.top.children, grammar.ADVERSATIVE):
                return False
            member = member.partner
        return False

    def _outer(self, clause: Clause) -> Clause | None:
        governor = self.complements.governor(clause)
        return self.clauses.of(governor) if governor is not None else None

    def _holds(self, clause: Clause, conditional: bool) -> bool:
        if any(mood == "any" or conditional for mood in self.locutions[id(clause)]):
            return True
        return id(clause) in self.hosts

    def _find_hosts(self) -> Iterator[Clause]:
        """The clauses that conditions apply to, by the parse and by word order.

        A sentence-initial condition applies to the first conditional, future or modal after it, any other to
        the last one before it, whatever its attachment.
        """
        items = self.clauses.items
        for place, condition in enumerate(items):
            if self.effects[id(condition)] != "condition":
                continue
            top = condition.top
            host = self.clauses.of(top.head) if top.head != top else None
            around = top.sent
            initial = top.left_edge.i <= around.start + 1
            if host is not None and top.head in host.links:
                yield host
            if not initial and top.head.pos_ in ("VERB", "ADJ"):
                continue  # the attachment is reliable: "prête à éclater si P"
            others = items[place + 1 :] if initial else reversed(items[:place])
            near = (other for other in others if other.top.sent.start == around.start)
            found = next((other for other in near if _is_open(other) and other is not condition), None)
            if found is not None:
                yield found


def _is_open(clause: Clause) -> bool:
    """Whether a condition can apply to a clause: its verb is conditional, future or modal."""
    form = clause.finite
    return form is not None and (
        mood(form) == "Cnd" or tense(form) == "Fut" or grammar.MODAL in clause.links[0].lemma_classes
    )
