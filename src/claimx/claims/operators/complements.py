"""Which verb, adjective or noun governs a clause as its content.

Mostly what the parse says (``ccomp``, ``csubj``). A clause opened by "que" or "si" that the parser hung
elsewhere beside a word that takes such a clause is given back to it ("affirme dans un communiqué que
P", "demande à ce que P", "la rumeur selon laquelle P").
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from claimx.claims.operators.lookup import SPEECH, nominal_operator, verb_operator
from claimx.syntax.clauses import DEEPEST, Clause, Clauses
from claimx.syntax.dependencies import children, first, helpers, is_finite, is_passive, markers
from claimx.syntax.subordination import clause_type
from claimx.syntax.words import Word

COMPLEMENTS = frozenset({"ccomp", "csubj", "xcomp"})
MISPLACED = frozenset({"dep", "advcl", "parataxis", "obl", "obj", "acl", "amod", "nsubj", "conj"})
UNGOVERNED = frozenset({"condition", "purpose", "comparison", "adverbial"})
REACH = 10
INSERTION = 15
RELATIVES = frozenset({"laquelle", "lequel", "lesquelles", "lesquels"})


class Complements:
    """The governors of the clauses of one text, and the contents of each governor."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self._governors: dict[int, Word] = {}
        self._contents: dict[int, list[Clause]] = defaultdict(list)
        for clause in clauses.items:
            governor = _governor(clause)
            if governor is not None:
                self._set(clause, governor)
        for clause in clauses.items:
            if clause.head.i not in self._contents:
                content = self._after_que(clause)
                if content is not None:
                    self._set(content, clause.head)

    def _set(self, clause: Clause, governor: Word) -> None:
        """Note a governor, unless it is governed by the clause in its turn."""
        above: Word | None = governor
        for _ in range(DEEPEST):
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
        """The first clause after a "que" that the parser hung on nothing ("a estimé qu'au total, P")."""
        head = clause.head
        if head.pos_ != "VERB" or clause.kind != "finite" or verb_operator(head, "que") is None:
            return None
        end = head.sent.end
        for token in head.parse[head.i + 1 : min(head.i + REACH, end)]:
            if self.clauses.of(token) is not clause:
                return None
            if token.normal == "que" and token.pos_ == "SCONJ":
                following = (item for item in self.clauses.items if _opens_after(item, token.i, end))
                return next((item for item in following if item.top.i not in self._governors), None)
        return None

    def governor(self, clause: Clause) -> Word | None:
        """What governs a clause as its content, or None."""
        return self._governors.get(clause.top.i)

    def contents(self, token: Word) -> list[Clause]:
        """The clauses that a token governs as its content."""
        return self._contents.get(token.i, [])


def _governor(clause: Clause) -> Word | None:
    top = clause.top
    head = top.head
    if head == top or clause.shared:
        return None
    label, words = top.base, markers(top)
    effect = clause_type(clause)
    if label in COMPLEMENTS and not _is_relative(top):
        if words == "si" and clause.kind == "finite":
            return head if asks(head) else None
        # "croient encore que": the adverb is the verb's.
        takes = words == "que" and top.left_edge.i == head.i + 2 and verb_operator(head, "que") is not None
        governed = (effect not in UNGOVERNED or takes) and not _has_clitic(head)
        return head if clause.kind == "infinitive" or governed else None
    if clause.kind == "infinitive" and label == "acl":
        return head.head  # "accuse la direction d'avoir menti"
    if clause.kind != "finite" or label not in MISPLACED:
        return None
    if label == "conj" and markers(head):
        return None  # "jure que P et que Q": a second clause beside the first, not under it
    if _selon_which(top):
        return _reporting_noun(head)
    announcing = _before_que(top)
    if announcing is not None:
        return announcing
    if not words and label == "parataxis" and _after_colon(top, head):
        return head
    if words not in ("que", "si", "à ce que", "de ce que"):
        return None
    if head.pos_ == "PRON" and head.normal == "ce" and head.head != head:
        return head.head if asks(head.head) else None
    if words == "que" and head.base in ("obj", "iobj") and verb_operator(head.head, "told") is not None:
        return head.head  # "a prévenu ses clients que P"
    if head.pos_ == "NOUN":
        return _beside_noun(head)
    frame = "si" if words == "si" else "que"
    if label == "advcl" and frame == "si" and (head.i > top.i or first(head, "xcomp") or first(head, "obj")):
        return None  # a condition: "n'exclut pas de partir si P"
    takes = verb_operator(head, "que") is not None or verb_operator(head, frame) is not None
    if not takes and (head.pos_ == "ADJ" or helpers(head)) and frame == "que":
        takes = nominal_operator(head) is not None
    return head if takes and first(head, "ccomp") is None and top.i > head.i else None


def _before_que(top: Word) -> Word | None:
    """The verb right before "que", wherever the clause hangs ("le prévenu jure que P"), or the reporting
    verb that commas part from its clause: "affirme, malgré ses pertes, que P".
    """
    parse, edge = top.parse, top.left_edge
    opening = edge.i + (edge.text == ",")
    if opening == 0 or parse[opening].normal != "que":
        return None
    before = parse[opening - 1]
    if before.text != ",":
        takes = before.pos_ == "VERB" and is_finite(before) and verb_operator(before, "que") is not None
        return before if takes and first(before, "obj", "ccomp") is None else None
    for index in range(opening - 2, max(opening - INSERTION, 0), -1):
        if parse[index].text == ",":
            verb = parse[index - 1]
            operator = verb_operator(verb, "que") if verb.pos_ == "VERB" else None
            reports = operator is not None and operator.cls in SPEECH
            return verb if reports and first(verb, "obj", "ccomp") is None else None
        if is_finite(parse[index]):
            return None
    return None


def _after_colon(top: Word, head: Word) -> bool:
    """What a reporting verb announces by a colon: "Le communiqué précise : la route est fermée"."""
    edge = top.left_edge.i
    if (
        edge <= head.i
        or ":" not in (top.parse[edge].text, top.parse[edge - 1].text)
        or first(head, "obj", "ccomp") is not None
    ):
        return False
    operator = verb_operator(head, "que")
    return operator is not None and operator.cls == "report" and not is_passive(head)


def _has_clitic(verb: Word) -> bool:
    """A verb with its object before it governs no clause after it: "le font savoir dans un texte que P"."""
    held = first(verb, "obj")
    return held is not None and held.i < verb.i and held.normal == "le"


def _is_relative(top: Word) -> bool:
    """A relative clause that the parser took for a complement: "vend l'usine qu'il possède"."""
    before = top.parse[top.i - 1] if top.i else top
    return any(
        child.i < top.i and child.pos_ == "PRON" and child.normal == "que" and child != before
        for child in children(top, "obj")
    )


def _opens_after(clause: Clause, start: int, end: int) -> bool:
    return (
        clause.finite is not None and start < clause.finite.i < end and not clause.top.dep_.startswith("acl")
    )


def asks(token: Word) -> bool:
    """Whether a word takes an indirect question ("a précisé si P", "savoir si P")."""
    return verb_operator(token, "si") is not None or verb_operator(token, "que") is not None


def has_recipient(link: Word) -> bool:
    """Whether a verb says who is asked ("demande aux habitants de"): what it asks for is then an act."""
    return any(
        child.base == "iobj"
        or (
            child.base in ("obl", "nmod")
            and any(case.lower_ in ("à", "au", "aux") for case in child.children)
        )
        for child in link.children
    )


def _reporting_noun(token: Word) -> Word | None:
    """The noun that "selon laquelle" is about: "la déclaration du Conseil, selon laquelle P"."""
    noun = token
    for _ in range(4):
        if noun.pos_ == "NOUN" and nominal_operator(noun) is not None:
            return noun
        if noun.base not in ("nmod", "appos", "conj", "flat"):
            break
        noun = noun.head
    return token if token.pos_ == "NOUN" else None


def _beside_noun(noun: Word) -> Word | None:
    """A noun that takes the clause itself ("la rumeur que"), or the verb that the noun only stands beside."""
    if nominal_operator(noun) is not None:
        return noun
    verb = noun.head
    if (
        noun.base in ("obl", "nmod", "advmod", "iobj")
        and verb.pos_ == "VERB"
        and not any(children(verb, "ccomp"))
    ):
        return verb if verb_operator(verb, "que") is not None else None
    return None


def _selon_which(top: Word) -> bool:
    start = top.left_edge.i
    edge = [token.normal for token in top.parse[start : start + 3]]
    return any(a in ("selon", "que") and b in RELATIVES for a, b in pairwise(edge))
