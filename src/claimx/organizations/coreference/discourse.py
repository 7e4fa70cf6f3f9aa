"""What was mentioned so far, how recently and how prominently: where antecedents are looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimx.organizations.coreference.canonical import Reference, Referent
from claimx.organizations.document import Context
from claimx.syntax.words import Word

# How many references an antecedent is looked for in, so that time stays linear on a text of any length.
MEMORY = 200
HEIGHT = 30
NEAREST_GROUPS = 10
# "X, et aussi à la Y" is no coordination of names any more.
WIDEST_JOINT = 5


class History:
    """The references of a text up to the place that is read, nearest first."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.parsed = context.parse.is_parsed
        self.references: list[Reference] = []
        self.at: dict[int, Reference] = {}
        self.groups: list[Reference] = []
        self._counts: Counter[int] = Counter()
        self._sentences = _sentence_numbers(context)

    def add(self, reference: Reference) -> None:
        """Note a reference, and the coordination that it goes on with."""
        previous = self.references[-1] if self.references else None
        self.references.append(reference)
        for referent in reference.referents:
            self._counts[id(referent)] += 1
        for index in range(reference.first, reference.last):
            self.at[index] = reference
        if reference.via not in (None, "acronym") or previous is None:
            return
        if not self.is_credited(previous) and self._are_coordinated(previous.last, reference.first):
            last = self.groups[-1] if self.groups and self.groups[-1].last == previous.last else previous
            members = tuple(dict.fromkeys((*last.referents, *reference.referents)))
            if last is not previous:
                self.groups.pop()
            self.groups.append(Reference(last.start, reference.end, last.first, reference.last, members))

    def _are_coordinated(self, after: int, first: int) -> bool:
        if not after < first <= after + WIDEST_JOINT:
            return False
        context = self.context
        joined = {context.forms[i] for i in range(after, first) if not context.has_role(i, "article")}
        return bool(joined) and joined <= {",", "et", "ou", "&"}

    def sentence(self, index: int) -> int:
        """The number of the sentence of a token."""
        return self._sentences[index]

    def head(self, reference: Reference) -> Word:
        """The syntactic head of a reference."""
        parse = self.context.parse
        for index in range(reference.first, reference.last):
            if not reference.first <= parse[index].head.i < reference.last or parse[index].head.i == index:
                return parse[index]
        return parse[reference.first]

    def is_subject(self, reference: Reference) -> bool:
        """Whether a reference is a subject: by the parse, else by its place at the head of a sentence."""
        if self.parsed:
            return self.head(reference).base == "nsubj"
        first = reference.first
        return first in self.context.starts or (
            first - 1 in self.context.starts and self.context.has_role(first - 1, "article")
        )

    def is_prominent(self, reference: Reference) -> bool:
        """Whether a reference is a subject, alone or in a coordination."""
        if self.is_subject(reference):
            return True
        for group in self.groups[:-NEAREST_GROUPS:-1]:
            if group.first <= reference.first and reference.last <= group.last:
                return self.is_subject(group)
        return False

    def topic(self, token: Word) -> Reference | None:
        """What the sentence of a token is about, by its first words: "Quant à Zorbex, elle attend"."""
        first = token.sent.start
        if not self.context.has_role(first, "topic"):
            return None
        return self.at.get(first + 2) or self.at.get(first + 3)

    def is_credited(self, reference: Reference) -> bool:
        """After "selon": a source, which a later "le groupe" seldom means."""
        first = reference.first
        return any(self.context.has_role(index, "attribution") for index in (first - 1, first - 2))

    def recent(self) -> Iterator[tuple[Referent, Reference]]:
        """Every organisation with its last mention that is no source, the nearest first."""
        seen: set[int] = set()
        for reference in self.references[: -MEMORY - 1 : -1]:
            for referent in reference.referents:
                if id(referent) not in seen and not self.is_credited(reference):
                    seen.add(id(referent))
                    yield referent, reference

    def opening(self, bracket: int) -> int:
        """The token before the name that a bracket explains, or before the bracket."""
        full = self.at.get(bracket - 1)
        return (full.first if full else bracket) - 1

    def count(self, referent: Referent) -> int:
        """How many references an organisation has so far."""
        return self._counts[id(referent)]


def above(token: Word) -> Iterator[Word]:
    """The governors of a token, the nearest first; no more than a sentence of sound mind has."""
    for _ in range(HEIGHT):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def is_above(verb: Word, token: Word) -> bool:
    """Whether a token is among the governors of another."""
    return any(other.i == verb.i for other in above(token))


def _sentence_numbers(context: Context) -> list[int]:
    """The number of every token's sentence, by the parse or by punctuation and lines."""
    parse, numbers = context.parse, []
    if parse.has_sentences:
        for number, sentence in enumerate(parse.sentences):
            numbers += [number] * len(sentence)
        return numbers
    number = 0
    for index in range(len(parse)):
        number += bool(index in context.starts and _after_end(context, index) and index)
        numbers.append(number)
    return numbers


def _after_end(context: Context, index: int) -> bool:
    before = context.form(index - 1)
    return before in (".", "!", "?", "…") or "\n" in before
