"""Which verb, adjective or noun governs a clause as its content.

Mostly as parsed (``ccomp``, ``csubj``). A clause with "que" or "si" that the parser attached elsewhere is
reattached to a word nearby that takes it ("affirme dans un communiqué que P", "la rumeur selon laquelle P").
"""

from __future__ import annotations

from collections import defaultdict

from claimx.claims.operators.classes import Trait
from claimx.claims.operators.governing_nouns import (
    describes_object,
    governor_beside_noun,
    noun_with_content,
    opens_with_source,
    reporting_noun,
)
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.clause import MAX_CLAUSE_DEPTH, Clause, Clauses
from claimx.syntax.clefts import equated_verb, frames_time
from claimx.syntax.dependencies import (
    children,
    first,
    has_class,
    helpers,
    is_demonstrative,
    is_finite,
    is_passive,
    marker_classes,
    markers,
)
from claimx.syntax.relatives import has_gap, has_no_gap
from claimx.syntax.subordination import asks_which, clause_type, is_compared_with, is_consequence
from claimx.syntax.verbs import finite_form, mood, tense
from claimx.syntax.words import Word

COMPLEMENTS = frozenset({"ccomp", "csubj", "xcomp"})
MISPLACED = frozenset({"dep", "advcl", "parataxis", "obl", "obj", "acl", "amod", "nsubj", "conj", "nmod"})
INTRODUCING = frozenset(
    {
        grammar.COMPLEMENTIZER,
        grammar.INTERROGATIVE_COMPLEMENTIZER,
        grammar.PREPOSITIONAL_COMPLEMENTIZER,
    }
)
UNGOVERNED = frozenset({"condition", "purpose", "comparison", "adverbial", "unknown", "until"})
MAX_TOKENS_TO_QUE = 10
MAX_TOKENS_IN_INSERTION = 15


class Complements:
    """The governors of the clauses of one text, and the contents of each governor."""

    def __init__(self, clauses: Clauses, operators: Operators) -> None:
        self.clauses = clauses
        self.operators = operators
        self._governors: dict[int, Word] = {}
        self._contents: dict[int, list[Clause]] = defaultdict(list)
        for clause in clauses.items:
            governor = _governor(clause, operators)
            if governor is not None:
                self._set(clause, governor)
        for clause in clauses.items:
            if clause.head.i not in self._contents:
                content = self._after_que(clause)
                if content is not None:
                    self._set(content, clause.head)

    def _set(self, clause: Clause, governor: Word) -> None:
        """Record the governor of a clause, unless that would create a cycle."""
        above: Word | None = governor
        for _ in range(MAX_CLAUSE_DEPTH):
            owner = self.clauses.of(above) if above is not None else None
            if owner is None:
                break
            if owner is clause:
                return
            while owner.partner is not None and owner.partner is not owner:
                owner = owner.partner
            if owner is clause:
                return
            above = self._governors.get(owner.top.i)
        else:
            return
        self._governors[clause.top.i] = governor
        self._contents[governor.i].append(clause)

    def _after_que(self, clause: Clause) -> Clause | None:
        """The first clause after a "que" that the parser left unattached ("a estimé qu'au total, P")."""
        head = clause.head
        if head.pos_ != "VERB" or clause.kind != "finite" or self.operators.of_verb(head, "que") is None:
            return None
        if frames_time(head):
            return None
        end = head.sent.end
        for token in head.parse[head.i + 1 : min(head.i + MAX_TOKENS_TO_QUE, end)]:
            if self.clauses.of(token) is not clause:
                return None
            if grammar.COMPLEMENTIZER in token.classes and token.pos_ == "SCONJ":
                if describes_object(head, token.i):
                    return None
                following = (item for item in self.clauses.items if _opens_after(item, token.i, end))
                free = next((item for item in following if item.top.i not in self._governors), None)
                return free if free is not None and clause_type(free) != "until" else None
        return None

    def governor(self, clause: Clause) -> Word | None:
        """The word that governs a clause as its content, or None."""
        return self._governors.get(clause.top.i)

    def contents(self, token: Word) -> list[Clause]:
        """The clauses that a token governs as its content."""
        return self._contents.get(token.i, [])


def _governor(clause: Clause, operators: Operators) -> Word | None:
    """The word that governs a clause, by the first rule that applies."""
    top = clause.top
    head = top.head
    if head == top or clause.shared:
        return None
    opened = clause.kind == "finite" and grammar.COMPLEMENTIZER in marker_classes(top)
    if opened and describes_object(head, top.left_edge.i) and operators.of_verb(head, "told") is None:
        return None
    if top.base in COMPLEMENTS and not _is_relative(top):
        return _of_complement(clause, operators)
    if clause.kind == "infinitive" and top.base == "acl":
        return head.head  # "accuse la direction d'avoir menti"
    if clause.kind != "finite" or top.base not in MISPLACED:
        return None
    if top.base == "conj" and grammar.INTERROGATIVE_COMPLEMENTIZER in marker_classes(top):
        asked = head.base in COMPLEMENTS and asks_which(head) and asks(head.head, operators)
        return head.head if asked else None  # "n'a pas dit quand P ni si Q"
    if top.base == "conj" and markers(head):
        return None  # "jure que P et que Q": a second clause beside the first, not under it
    if clause_type(clause) in ("purpose", "comparison", "until"):
        return None  # "a écrit de façon que chacun comprenne", "attend jusqu'à ce que la pluie cesse"
    return _of_misplaced(top, operators)


def _of_complement(clause: Clause, operators: Operators) -> Word | None:
    """The governor of a clause that is parsed as a complement."""
    top, head = clause.top, clause.top.head
    opening = marker_classes(top)
    equated = equated_verb(head)
    if equated is not None and operators.of_verb(equated, clause_frame(top)) is not None:
        return equated
    if grammar.INTERROGATIVE_COMPLEMENTIZER in opening and clause.kind == "finite":
        asked = asks(head, operators) and not _has_object(head, top)
        return head if asked or _excludes_condition(clause) else None
    compared = grammar.COMPARATIVE in head.classes or is_compared_with(top)
    if clause.kind == "finite" and (compared or is_consequence(top) or frames_time(head)):
        return None
    # "croient encore que": the adverb is the verb's.
    follows = grammar.COMPLEMENTIZER in opening and top.left_edge.i == head.i + 2
    takes = follows and operators.of_verb(head, "que") is not None
    governed = (clause_type(clause) not in UNGOVERNED or takes) and not _has_clitic(head)
    return head if clause.kind == "infinitive" or governed else None


def _excludes_condition(clause: Clause) -> bool:
    """Whether the tense of a clause with "si" excludes a condition: "n'a pas tranché si P pourra ..."."""
    return tense(clause.finite) == "Fut" or mood(clause.finite) == "Cnd"


def _of_misplaced(top: Word, operators: Operators) -> Word | None:
    """The governor of a finite clause that the parser attached to another word."""
    head, opening = top.head, marker_classes(top)
    if opens_with_source(top, operators):
        return reporting_noun(head, operators)
    announcing = _before_que(top, operators)
    if announcing is not None:
        return announcing
    if not markers(top) and top.base == "parataxis" and _after_colon(top, head, operators):
        return head
    if top.base == "acl" and head.pos_ == "NOUN" and has_no_gap(top):
        holder = noun_with_content(head, operators) or governor_beside_noun(head, operators)
        if holder is not None:
            return holder
    if not opening & INTRODUCING or (head.pos_ == "NOUN" and has_gap(top)):
        return None
    if is_demonstrative(head) and head.head != head:
        return head.head if asks(head.head, operators) else None
    is_que = grammar.COMPLEMENTIZER in opening
    told = head
    while told.base == "nmod" and told.head.pos_ == "NOUN":
        told = told.head
    if is_que and told.base in ("obj", "iobj") and operators.of_verb(told.head, "told") is not None:
        return told.head  # "a prévenu les clients de la banque que P"
    if head.pos_ == "NOUN":
        relative = top.dep_ == "acl:relcl" and operators.of_nominal(head) is not None
        return governor_beside_noun(head, operators) if not relative else None
    return head if _takes_clause(head, top, clause_frame(top), operators) else None


def _takes_clause(head: Word, top: Word, frame: str, operators: Operators) -> bool:
    """Whether a predicate before a clause takes it and has no other complement."""
    if (
        top.base == "advcl"
        and frame == "si"
        and (head.i > top.i or first(head, "xcomp") or first(head, "obj"))
    ):
        return False  # a condition: "n'exclut pas de partir si P"
    if top.base == "advcl" and frame == "si" and (is_passive(head) or mood(finite_form(head)) == "Cnd"):
        return False  # "serait relevé si P"
    takes = operators.of_verb(head, "que") is not None or operators.of_verb(head, frame) is not None
    if not takes and (head.pos_ == "ADJ" or helpers(head)) and frame == "que":
        takes = operators.of_nominal(head) is not None
    return takes and first(head, "ccomp") is None and top.i > head.i


def _before_que(top: Word, operators: Operators) -> Word | None:
    """The verb right before "que", whatever the attachment of the clause ("le prévenu jure que P"), or the
    reporting verb before an insertion: "affirme, malgré ses pertes, que P", "affirme, par X, maire, que P".
    """
    parse, edge = top.parse, top.left_edge
    opening = edge.i + (edge.text == ",")
    if opening == 0 or grammar.COMPLEMENTIZER not in parse[opening].classes:
        return None
    place = opening - 1
    while place > 0 and parse[place].pos_ == "ADV":
        place -= 1  # "soutient toutefois que P"
    before = parse[place]
    if before.text != ",":
        takes = before.pos_ == "VERB" and is_finite(before) and operators.of_verb(before, "que") is not None
        return before if takes and first(before, "obj", "ccomp") is None else None
    for index in range(opening - 2, max(opening - MAX_TOKENS_IN_INSERTION, 0), -1):
        if parse[index].text == ",":
            verb = parse[index - 1]
            operator = operators.of_verb(verb, "que") if verb.pos_ == "VERB" else None
            if operator is not None and operator.has(Trait.SPEECH):
                return verb if first(verb, "obj", "ccomp") is None else None
        inverted = parse[index + 1].text.startswith("-")  # "Il est établi, a-t-il dit, que P"
        if is_finite(parse[index]) and not inverted:
            return None
    return None


def _after_colon(top: Word, head: Word, operators: Operators) -> bool:
    """Whether a clause after a colon is what a verb reports: "Le communiqué précise : la voie est fermée"."""
    edge = top.left_edge.i
    if (
        edge <= head.i
        or ":" not in (top.parse[edge].text, top.parse[edge - 1].text)
        or first(head, "obj", "ccomp") is not None
    ):
        return False
    operator = operators.of_verb(head, "que")
    return operator is not None and operator.has(Trait.ANNOUNCES) and not is_passive(head)


def _has_object(verb: Word, top: Word) -> bool:
    """Whether a noun between a verb and a clause is what the verb is about: "demandera pardon si P"."""
    return any(verb.i < child.i < top.left_edge.i and child.pos_ == "NOUN" for child in children(verb, "obj"))


def _has_clitic(verb: Word) -> bool:
    """Whether the object of a verb is a clitic, so that no clause after it is its object."""
    held = first(verb, "obj")
    return held is not None and held.i < verb.i and grammar.NEUTER_PRONOUN in held.classes


def _is_relative(top: Word) -> bool:
    """Whether a clause parsed as a complement is a relative one: "vend l'usine qu'il possède", "dont P"."""
    opening = next((word for word in top.parse[top.left_edge.i : top.i] if not word.is_punct), top)
    if opening.pos_ == "PRON" and grammar.GENITIVE_RELATIVE in opening.classes:
        return True
    objects = (child for child in children(top, "obj") if child.i < top.i - 1 and child.pos_ == "PRON")
    return has_class(objects, grammar.COMPLEMENTIZER)


def _opens_after(clause: Clause, start: int, end: int) -> bool:
    return (
        clause.finite is not None and start < clause.finite.i < end and not clause.top.dep_.startswith("acl")
    )


def clause_frame(top: Word) -> str:
    """The frame of a verb that takes a finite clause: ``si`` for an indirect question, else ``que``."""
    return "si" if grammar.INTERROGATIVE_COMPLEMENTIZER in marker_classes(top) else "que"


def asks(token: Word, operators: Operators) -> bool:
    """Whether a word takes an indirect question ("a précisé si P", "savoir si P")."""
    return operators.of_verb(token, "si") is not None or operators.of_verb(token, "que") is not None


def has_recipient(link: Word) -> bool:
    """Whether a verb has a recipient ("demande aux habitants de"): the request itself is then an act."""
    return any(
        child.base == "iobj"
        or (child.base in ("obl", "nmod") and has_class(child.children, grammar.DATIVE_PREPOSITION))
        for child in link.children
    )
