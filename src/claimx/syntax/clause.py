"""A clause: its verb chain, its place in the sentence, its subject."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from claimx.lexicons.grammar import DATIVE_PREPOSITION
from claimx.syntax.dependencies import SUBJECTS, first, has_class, helpers, is_bare_clause
from claimx.syntax.words import Word

# Limits of depth: no real sentence goes deeper, and the time for a degenerate parse must be bounded.
MAX_CLAUSE_DEPTH = 30
MAX_VERBS_TO_SUBJECT = 6


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate and its place in the sentence.

    links: the verbs of the chain from the outermost to the one with the content; the first has
        the finite form, unless it is shared or the clause is an infinitive.
    shared: how many of the first links stand in another clause (a common modal or auxiliary).
    finite: the token with mood and tense, None for an infinitive clause or a headline participle.
    kind: ``finite``, ``infinitive`` (of a verb of speech) or ``headline``.
    top: the token that attaches the clause to the rest of the sentence.
    """

    links: list[Word]
    finite: Word | None
    kind: str = "finite"
    shared: int = 0
    partner: Clause | None = None
    tokens: list[Word] = field(default_factory=list)
    top: Word = field(init=False)

    def __post_init__(self) -> None:
        # An attribute, since it is asked dozens of times a clause. The chain grows at its other end only.
        self.top = self.links[self.shared]

    @property
    def head(self) -> Word:
        """The verb with the content of the claim, the last of the chain."""
        return self.links[-1]

    @property
    def root(self) -> Clause:
        """The first clause of the coordination that this one belongs to; itself if there is none."""
        clause = self
        for _ in range(MAX_CLAUSE_DEPTH):
            if clause.partner is None:
                break
            clause = clause.partner
        return clause


@dataclass(slots=True)
class Clauses:
    """All clauses of a text in order, and for each token index its innermost clause or None."""

    items: list[Clause]
    owners: list[Clause | None]

    def of(self, token: Word) -> Clause | None:
        """The innermost clause that a token belongs to, or None."""
        return self.owners[token.i]

    def move(self, tokens: Iterable[Word], clause: Clause | None) -> None:
        """Give some words to another clause, or to none."""
        for token in tokens:
            owner = self.owners[token.i]
            if owner is not None:
                owner.tokens.remove(token)
            if clause is not None:
                insort(clause.tokens, token, key=attrgetter("i"))
            self.owners[token.i] = clause


def subject(clause: Clause) -> Word | None:
    """The head of the subject of a clause, inherited by coordination and in infinitives; or None.

    An expletive is not one ("il est possible que"), and "qui" is returned as itself.
    """
    for _ in range(MAX_CLAUSE_DEPTH):
        for link in (*clause.links, *helpers(clause.top)):
            own = own_subject(link)
            if own is not None:
                return own
        top = clause.top
        if is_bare_clause(top):
            return top.head
        if clause.partner is None:
            return governor_subject(top.head) if clause.kind == "infinitive" and top.head != top else None
        clause = clause.partner
    return None


def own_subject(verb: Word) -> Word | None:
    """The subject attached to a verb, the nearest if the parse gives several; or None."""
    found = [child for child in verb.children if child.base in SUBJECTS]
    return min(found, key=lambda child: abs(child.i - verb.i), default=None)


def controller(governor: Word, infinitive: Word) -> Word | None:
    """The person whose act an infinitive states: X in "accuse X d'avoir menti"; or None.

    In the passive it is the subject: "X est accusé d'avoir menti".
    """
    if infinitive.base == "acl" and infinitive.head is not governor and infinitive.head.dep_ != "obl:agent":
        return infinitive.head
    held = first(governor, "obj", "iobj")
    if held is None:
        addressed = (child for child in governor.children if child.base in ("obl", "nmod"))
        held = next((child for child in addressed if has_class(child.children, DATIVE_PREPOSITION)), None)
    return held or governor_subject(governor)


def governor_subject(token: Word) -> Word | None:
    """The subject of a verb, or that of the nearest verb above it that has one; or None."""
    seen = 0
    while seen < MAX_VERBS_TO_SUBJECT:
        own = own_subject(token)
        if own is not None:
            return own
        label = token.base
        if label == "acl" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return token.head
        if label not in ("xcomp", "conj", "advcl", "ccomp", "obl") or token.head == token:
            return None
        token, seen = token.head, seen + 1
    return None
