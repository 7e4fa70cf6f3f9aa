"""The organisations of a claim, with their grammatical function and semantic role.

Example: in "OpenAI a été racheté par Microsoft", OpenAI is subject and patient, Microsoft oblique and agent.
"""

from functools import cache
from itertools import pairwise
from typing import Any

from claimx import annotations, lexicons
from claimx.claims.attribution.attributions import Attributions
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.selection.preceding_names import names_before_verbs
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, controller, own_subject, subject
from claimx.syntax.dependencies import (
    children,
    feature,
    has_class,
    helpers,
    is_agent,
    is_bare_clause,
    is_passive,
    takes_etre,
)
from claimx.syntax.headlines import headline_subject
from claimx.syntax.span_groups import Member, group
from claimx.syntax.words import Span, Word

ROLES = {"nsubj": "subject", "csubj": "subject", "obj": "object", "dislocated": "topic", "vocative": "topic"}
SAME_ARGUMENT = frozenset({"conj", "appos", "flat", "fixed", "compound"})
MAX_TREE_DEPTH = 20


class Participants:
    """Finds the organisations of the claims of one text."""

    def __init__(self, analysis: Analysis, attributions: Attributions) -> None:
        parse = analysis.parse
        self.text = parse.text
        self.complements = analysis.complements
        self.operators = analysis.operators
        self.apart = attributions.apart
        self.mentions = group(parse, annotations.ORGANIZATIONS)
        self.quotes = group(parse, annotations.QUOTES)
        self.before_verbs = {name.start: verb.i for name, verb in names_before_verbs(parse, self.mentions)}
        self.credited = [
            (speaker.start, speaker.end) for item in attributions.items for speaker in item.sources
        ]

    def of(self, clause: Clause, own: set[int]) -> list[dict[str, Any]]:
        """The organisations of a claim in plain JSON types, one per name, in order of first mention.

        own: the indices of the tokens of the claim, without those of clauses within it.
        """
        inherited = self._preceding(clause) or self._inherited(clause)
        inner = {token.i for token in clause.tokens} - own
        quoted = self._quote(clause)
        if quoted is not None:
            own, inner = own.intersection(quoted), inner.intersection(quoted)
        found: dict[str, dict[str, Any]] = {}
        for span in self.mentions.over(own | inherited | inner):
            role = self._role_in(span, clause, own, inherited, inner)
            if role is None:
                continue
            values = span.values
            known = found.get(values["name"])
            if known is None or (known["via"] is not None and self._names_first(known, values)):
                role = role if known is None else known["role"]
                found[values["name"]] = _mention(values, role, span.root)
        mentions = self._aligned(sorted(found.values(), key=lambda item: item["start"]))
        for mention in mentions:
            mention["semantic_role"] = _semantic_role(mention["role"], mention.pop("root"), clause)
        return mentions

    def _names_first(self, known: dict[str, Any], values: dict[str, Any]) -> bool:
        """Whether a later mention gives the name, other than in a bracket: "l'OMV (Office municipal)"."""
        bracketed = self.text[known["end"] : values["start"]].strip() == "("
        return values.get("via") is None and not bracketed

    def _role_in(
        self, span: Member, clause: Clause, own: set[int], inherited: set[int], inner: set[int]
    ) -> str | None:
        """The role of a mention in a claim; None if it is none of the claim's."""
        places = range(span.start, span.end)
        if self._belongs_elsewhere(span, clause):
            return None
        if not own.isdisjoint(places):
            return self._role(span, clause, span.values)
        if not inherited.isdisjoint(places):
            return "subject"
        credited = not inner.isdisjoint(places) and self._is_credited_inside(span, clause)
        return "source" if credited else None

    def _preceding(self, clause: Clause) -> set[int]:
        """The first tokens of the names right before the verb of a clause that has no subject of its own."""
        links = {link.i for link in clause.links}
        return {start for start, verb in self.before_verbs.items() if verb in links}

    def _belongs_elsewhere(self, span: Span, clause: Clause) -> bool:
        """Whether a name is the subject of a verb after it that is none of this clause's."""
        verb = self.before_verbs.get(span.start)
        return verb is not None and all(link.i != verb for link in clause.links)

    def _inherited(self, clause: Clause) -> set[int]:
        """The tokens of a subject outside the clause.

        An infinitive takes that of its governor ("OpenAI dit avoir levé"), a coordinated verb that of the
        first verb ("OpenAI perd de l'argent et licencie").
        """
        if clause.kind != "infinitive":
            who = subject(clause) if clause.partner is not None and _own(clause) is None else None
            return _argument(who) if who is not None else set()
        governor = self.complements.governor(clause.root)
        operator = self.operators.of_verb(governor, "inf") if governor is not None else None
        if governor is not None and operator is not None and operator.has(Trait.OBJECT_CONTROL):
            who = controller(governor, clause.root.top)
        else:
            who = subject(clause)
        return _argument(who) if who is not None else set()

    def _is_credited_inside(self, span: Span, clause: Clause) -> bool:
        """Whether a source is inside a participle clause: "un plan, destiné selon Acmé à croître"."""
        links = {link.i for link in clause.links}
        token = span.root
        for _ in range(MAX_TREE_DEPTH):
            if token.head == token or token.head.i in links:
                return False
            token = token.head
            if feature(token, "VerbForm") in ("Part", "Inf"):
                return token.i not in links and token.i not in self.apart
        return False

    def _quote(self, clause: Clause) -> range | None:
        """The token range of the quotation that contains a clause and its subject, or None."""
        who = own_subject(clause.links[0]) or own_subject(clause.head)
        for quote in self.quotes.at(clause.head.i):
            words = range(quote.start, quote.end)
            if who is not None and who.i in words:
                return words
        return None

    def _role(self, span: Span, clause: Clause, values: dict[str, Any]) -> str:
        role = _role(span, clause)
        credited = any(start <= values["start"] < end for start, end in self.credited)
        return "source" if credited and role == "oblique" else role

    def _aligned(self, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The mentions, with the role of the last member of an enumeration given to all its members."""
        for mention, following in reversed(list(pairwise(mentions))):
            if _joins(self.text[mention["end"] : following["start"]]):
                mention["role"] = following["role"]
                mention["root"] = following["root"]
        return mentions


def _mention(values: dict[str, Any], role: str, root: Word) -> dict[str, Any]:
    """A mention in a claim in plain JSON types; ``root`` is taken out once it has told the semantic role."""
    return {
        "start": values["start"],
        "end": values["end"],
        "name": values["name"],
        "role": role,
        "via": values.get("via"),
        "id": values.get("id"),
        "kind": values.get("kind"),
        "wikidata": values.get("wikidata"),
        "semantic_role": None,
        "root": root,
    }


def _own(clause: Clause) -> Word | None:
    """The subject attached to a verb of a clause, or None."""
    return next(filter(None, map(own_subject, clause.links)), None)


def _joins(between: str) -> bool:
    """Whether the text between two names joins them: a comma, a conjunction, or both."""
    word = between.strip().removeprefix(",").strip()
    return grammar.COORDINATOR in grammar.classes_of_form(word) or between.strip() == ","


def _argument(who: Word) -> set[int]:
    """The tokens of the names in a noun phrase: its head, and those coordinated with it or in apposition."""
    found, stack = {who.i}, [who]
    while stack:
        for child in stack.pop().children:
            if _is_same_argument(child):
                found.add(child.i)
                stack.append(child)
    return found


def _is_same_argument(word: Word) -> bool:
    """Whether a word is coordinated with the argument above it, in apposition, or its name."""
    bare = word.base == "nmod" and not any(children(word, "case"))
    return bare or word.base in SAME_ARGUMENT


def _precedes(span: Span, clause: Clause) -> bool:
    """Whether a name is right before the verb, whatever its attachment."""
    verb = clause.finite
    return verb is not None and span.end == verb.i and span.root.pos_ == "PROPN"


def _role(span: Span, clause: Clause) -> str:
    """The grammatical function of a mention, or of the argument that it is part of."""
    token = span.root
    if clause.kind == "headline" and token == headline_subject(clause.top):
        return "subject"
    if token == clause.top.head and is_bare_clause(clause.top):
        return "subject"
    if own_subject(clause.links[0]) is None and _precedes(span, clause):
        return "subject"
    links = {link.i for link in clause.links}
    nested = False
    for _ in range(MAX_TREE_DEPTH):
        if token.head == token or token.i in links:
            break
        label = token.base
        if label in ROLES and (token.head.i in links or token.head.i == clause.top.i):
            return "oblique" if nested else ROLES[label]
        if not _is_same_argument(token):
            nested = True
            if has_class((token.head, *token.children), grammar.TOPIC_MARKER):
                return "topic"
        token = token.head
    return "oblique"


@cache
def _subjects() -> dict[str, str | None]:
    return {row["lemma"]: row["subject"] or None for row in lexicons.read("inactive_subjects")}


def _semantic_role(role: str, root: Word, clause: Clause) -> str | None:
    """``agent`` or ``patient``; None if the verb does not determine it."""
    verb = clause.head
    if verb.pos_ not in ("VERB", "AUX", "") or any(helper.base == "cop" for helper in helpers(verb)):
        return None
    passive = is_passive(verb) or (clause.kind == "headline" and not takes_etre(verb))
    if role == "subject":
        return "patient" if passive else _subjects().get(verb.lemma_, "agent")
    if role == "object":
        return None if verb.lemma_ in _subjects() or passive else "patient"
    if role == "oblique" and passive and _is_agent(root, verb):
        return "agent"
    return None


def _is_agent(root: Word, verb: Word) -> bool:
    """Whether a word is the agent of a passive: "par Microsoft"."""
    for _ in range(MAX_TREE_DEPTH):
        if root.head == verb:
            return is_agent(root)
        if root.base not in SAME_ARGUMENT or root.head == root:
            return False
        root = root.head
    return False
