"""Conditions: whether a clause is the consequence of a condition.

"Si P, Q", "sans lui, Q", "en cas de refus, Q". The condition may be attached to the clause, to a clause
coordinated with it, or to the verb that reports it.
"""

from collections import defaultdict
from collections.abc import Iterator

from claimx import annotations
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.concessions import clause_effect
from claimx.lexicons import grammar
from claimx.syntax.clause import MAX_CLAUSE_DEPTH, Clause
from claimx.syntax.clause_words import PARTING
from claimx.syntax.dependencies import children, first_of_class, has_class, helpers, marker_classes
from claimx.syntax.span_groups import group
from claimx.syntax.subordination import opening_index
from claimx.syntax.verbs import is_compound, mood, tense
from claimx.syntax.words import Span, Word

FOLLOWING = frozenset({"acl", "advcl", "ccomp"})


class Conditions:
    """The conditions of one text, by the clause that they apply to."""

    def __init__(self, analysis: Analysis, apart: frozenset[int]) -> None:
        """apart: the indices of the words of attributions, which are no conditions: "si l'on en croit X"."""
        parse, clauses, operators = analysis.parse, analysis.clauses, analysis.operators
        complements = analysis.complements
        self.clauses = clauses
        self.complements = complements
        self.locutions: dict[int, list[str]] = defaultdict(list)
        for cue in group(parse, annotations.CANDIDATES):
            owner = clauses.of(cue[0])
            if cue.values["kind"] != "condition":
                continue
            # "Sans aide, avait-elle averti, la ligne fermerait"; "Faute d'aide" may be parsed as a clause
            if owner is None or owner.top.i in apart or cue.start <= owner.top.i < cue.end:
                owner = self._next_clause(cue, apart)
            if owner is None:
                continue
            words = [*cue.sent, *owner.tokens] if clauses.of(cue[0]) is None else owner.tokens
            opening = next((token.i for token in words if not token.is_punct), cue.start)
            if cue.values["mood"] not in ("initial", "opening") or cue.start in (cue.sent.start, opening):
                self.locutions[id(owner)].append(cue.values["mood"])
        self.effects = {
            id(clause): clause_effect(clause, operators)
            if complements.governor(clause) is None and clause.top.i not in apart
            else "plain"
            for clause in clauses.items
        }
        self.hosts = {id(clause) for clause in self._find_hosts()}

    def _next_clause(self, cue: Span, apart: frozenset[int]) -> Clause | None:
        """The first clause after a locution in its sentence that is no reporting clause, or None."""
        return next(
            (
                clause
                for clause in self.clauses.items
                if clause.top.sent.start == cue.sent.start
                and clause.head.i >= cue.end
                and clause.top.i not in apart
            ),
            None,
        )

    def bears_on(self, clause: Clause) -> bool:
        """Whether a condition in the same sentence applies to a clause."""
        return self._bears(clause) or self._inherits(clause)

    def conditions_present(self, clause: Clause) -> bool:
        """Whether a "si"-clause makes a present conditional: "si la pluie cesse, le match reprend".

        Only what happens, after the condition; a state beside one is a fact: "s'il est cher, il reste utile".
        """
        form, head = clause.finite, clause.head
        if form is None or mood(form) != "Ind" or tense(form) != "Pres" or len(clause.links) > 1:
            return False
        states = grammar.PERSISTENCE in head.lemma_classes or any(
            word.base == "cop" for word in helpers(head)
        )
        if states or is_compound(head, form):
            return False
        tops = (self.clauses.of(child) for child in children(head, "advcl") if child.i < form.i)
        return any(top is not None and self.effects[id(top)] == "condition" for top in tops)

    def _inherits(self, clause: Clause) -> bool:
        """Whether a clause to come follows from one that is conditional.

        "S'il refuse, un juge décidera, qui nommera un expert"; "P serait sauvé, puisqu'il garderait Q", or
        "car il garderait Q", whatever that clause is attached to.
        """
        car = first_of_class(children(clause.top, "cc"), grammar.EXPLANATORY_CONJUNCTION)
        host = self.clauses.of(clause.top.head) if clause.top.base in FOLLOWING else None
        if car is not None:
            host = self._clause_before(car)
        if host is None or host is clause or not (_is_open(clause) and _is_open(host)):
            return False
        follows = host.head.i < clause.top.i and self.complements.governor(clause) is None
        return follows and self._bears(host)

    def _clause_before(self, word: Word) -> Clause | None:
        """The clause that ends right before a word in its sentence, or None."""
        before = reversed(word.parse[word.sent.start : word.i])
        last = next((other for other in before if not other.is_punct), None)
        return self.clauses.of(last) if last is not None else None

    def _bears(self, clause: Clause) -> bool:
        conditional = mood(clause.finite) == "Cnd"
        if conditional and _has_gerund(clause):
            return True
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
        if any(mood in ("any", "opening") or conditional for mood in self.locutions[id(clause)]):
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
            initial = _opens(opening_index(top), around)
            if host is not None and (top.head in host.links or (_is_open(host) and host.head.i > top.i)):
                yield host  # also "l'accord, si P, serait signé", with P attached to the subject
            if not initial and top.head.pos_ in ("VERB", "ADJ"):
                continue  # the attachment is reliable: "prête à éclater si P"
            others = items[place + 1 :] if initial else reversed(items[:place])
            near = (other for other in others if other.top.sent.start == around.start)
            found = next((other for other in near if _is_open(other) and other is not condition), None)
            if found is not None:
                yield found


def _opens(index: int, sentence: Span) -> bool:
    """Whether a word is the first of its sentence, or of a part of it after a semicolon or a colon."""
    before = next(
        (word for word in reversed(sentence.parse[sentence.start : index]) if not word.is_space), None
    )
    return index <= sentence.start + 1 or (before is not None and before.text in PARTING)


def _has_gerund(clause: Clause) -> bool:
    """Whether a gerund before the verb is the condition: "en cédant le terrain, la ville gagnerait"."""
    form = clause.finite
    if form is None or is_compound(clause.links[0], form):
        return False
    return any(
        child.i < form.i and child.lower_.endswith("ant") and grammar.GENITIVE_CLITIC in marker_classes(child)
        for child in children(clause.links[0], "advcl")
    )


def _is_open(clause: Clause) -> bool:
    """Whether a condition can apply to a clause: its verb is conditional, future or modal."""
    form = clause.finite
    return form is not None and (
        mood(form) == "Cnd" or tense(form) == "Fut" or grammar.MODAL in clause.links[0].lemma_classes
    )
