"""What belongs to each claim: its tokens, and the sources, organisations, amounts and dates among them."""

from collections import defaultdict
from functools import cached_property
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc, Span, Token

from claimx import annotations
from claimx.attribution.model import Attribution
from claimx.attribution.reach import Attributions
from claimx.selection.reporting import Selection
from claimx.syntax.clauses import Clause, Clauses, own_subject, subject
from claimx.syntax.labels import base, is_bare_clause
from claimx.syntax.tree import kids

ROLES = {"nsubj": "subject", "csubj": "subject", "obj": "object", "dislocated": "topic", "vocative": "topic"}
JOINTS = frozenset({",", "et", "ou", ", et"})
SAME_ARGUMENT = frozenset({"conj", "appos", "flat", "fixed", "compound"})


class Contents:
    """Finds the contents of the claims of one text."""

    def __init__(self, doc: Doc, clauses: Clauses, selection: Selection) -> None:
        self.doc = doc
        self.clauses = clauses
        self.attributions = Attributions(doc)
        self.apart = frozenset(index for item in self.attributions.items for index in item.apart)
        self.groups = {
            name: list(annotations.read(doc, name))
            for name in (annotations.ORGANIZATIONS, annotations.AMOUNTS, annotations.DATES)
        }
        # For each token the members of a group that reach over it: a claim asks for its own words only.
        self.places: dict[str, dict[int, list[int]]] = {name: defaultdict(list) for name in self.groups}
        for name, members in self.groups.items():
            for number, (span, _) in enumerate(members):
                for index in range(span.start, span.end):
                    self.places[name][index].append(number)
        self.lent: dict[int, list[Token]] = {}
        for clause in clauses.items:
            content = selection.cleft(clause)
            if content is not None:
                self.lent.setdefault(content.i, []).extend(clause.tokens)
            if (clause.kind == "headline" and clause.top.head != clause.top) or is_bare_clause(clause.top):
                # "Google condamné", "le chômage recule": the parser hangs the verb on its subject.
                owner = clauses.of(clause.top.head)
                if owner is None or not selection.is_claim(owner):
                    free = [token for token in clause.top.head.subtree if clauses.of(token) is owner]
                    self.lent.setdefault(clause.top.i, []).extend(free)

    @cached_property
    def text(self) -> str:
        """The text, which spaCy puts together word by word."""
        return self.doc.text

    def own_tokens(self, clause: Clause) -> list[Token]:
        """The tokens of a claim that belong to no clause within it and to no attribution."""
        lent = self.lent.get(clause.top.i, [])
        if clause.top.i in self.apart:
            return clause.tokens
        return [token for token in (*lent, *clause.tokens) if token.i not in self.apart]

    def values(self, clause: Clause) -> dict[str, Any]:
        """Sources, organisations, amounts and dates of a claim, as plain JSON."""
        own = {token.i for token in self.own_tokens(clause)}
        return {
            "sources": self._sources(clause),
            "organizations": self._organizations(clause, own),
            "amounts": self._inside(annotations.AMOUNTS, own),
            "dates": self._inside(annotations.DATES, own),
        }

    def _sources(self, clause: Clause) -> list[dict[str, Any]]:
        found: dict[tuple[int, int], dict[str, Any]] = {}
        names: set[str] = set()
        for item in self.attributions.covering(clause):
            for source in _sources_of(item):
                name = (source["name"] or self.text[source["start"] : source["end"]]).lower()
                if name not in names:
                    names.add(name)
                    found[source["start"], source["end"]] = source
        return list(found.values())

    def _inside(self, group: str, own: set[int]) -> list[dict[str, Any]]:
        return [self.groups[group][number][1] for number in sorted(self._over(group, own))]

    def _over(self, group: str, indices: set[int]) -> set[int]:
        """The numbers of the members of a group that reach over one of some tokens."""
        places = self.places[group]
        return {number for index in indices if index in places for number in places[index]}

    def _organizations(self, clause: Clause, own: set[int]) -> list[dict[str, Any]]:
        who = subject(clause)
        inherited = (
            {token.i for token in who.subtree} if clause.kind == "infinitive" and who is not None else set()
        )
        found: dict[str, dict[str, Any]] = {}
        owned = self._over(annotations.ORGANIZATIONS, own)
        for number in sorted(owned | self._over(annotations.ORGANIZATIONS, inherited)):
            span, values = self.groups[annotations.ORGANIZATIONS][number]
            role = _role(span, clause) if number in owned else "subject"
            known = found.get(values["name"])
            if known is None or (known["via"] is not None and values.get("via") is None):
                found[values["name"]] = {
                    "start": values["start"],
                    "end": values["end"],
                    "name": values["name"],
                    "role": role if known is None else known["role"],
                    "via": values.get("via"),
                }
        return self._aligned(sorted(found.values(), key=lambda item: item["start"]))

    def _aligned(self, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The members of an enumeration have the role of its last: "Nvidia, Microsoft et Amazon"."""
        for mention, following in reversed(list(pairwise(mentions))):
            if self.text[mention["end"] : following["start"]].strip() in JOINTS:
                mention["role"] = following["role"]
        return mentions


def _sources_of(attribution: Attribution) -> list[dict[str, Any]]:
    return [
        {"start": speaker.start, "end": speaker.end, "name": speaker.name, "kind": str(speaker.kind)}
        for speaker in attribution.speakers
    ]


def _precedes(span: Span, clause: Clause) -> bool:
    """A name right before the verb, which the parser hung elsewhere ("Selon Reuters, Atos pourrait ...")."""
    verb = clause.finite
    return verb is not None and span.end == verb.i and span.root.pos_ == "PROPN"


def _role(span: Span, clause: Clause) -> str:
    """The function of a mention: that of the argument that it is, or heads, or is coordinated to."""
    token = span.root
    if token == clause.top.head and (clause.kind == "headline" or is_bare_clause(clause.top)):
        return "subject"
    if own_subject(clause.links[0]) is None and _precedes(span, clause):
        return "subject"
    links = {link.i for link in clause.links}
    nested = False
    for _ in range(20):
        if token.head == token or token.i in links:
            break
        label = base(token)
        if label in ROLES and (token.head.i in links or token.head.i == clause.top.i):
            return "oblique" if nested else ROLES[label]
        if label not in SAME_ARGUMENT:
            nested = True
            if any(child.lower_ == "quant" for child in kids(token)):
                return "topic"
        token = token.head
    return "oblique"
