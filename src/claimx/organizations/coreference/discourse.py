"""The discourse model: which organisations a text has mentioned so far, how recently and how prominently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimx.organizations.coreference.canonical import Referent, ResolvedMention
from claimx.organizations.document import NameDocument
from claimx.syntax.dependencies import children
from claimx.syntax.words import Word

# The mentions that are searched for an antecedent: time stays linear in the length of the text.
MAX_MENTIONS_BACK = 200
MAX_COORDINATIONS_BACK = 9
MAX_ANCESTORS = 30
# More tokens between two names ("X, et aussi à la Y") are no coordination.
MAX_TOKENS_BETWEEN_MEMBERS = 4
LINE_ENDS = frozenset((".", "!", "?", "…"))


class DiscourseModel:
    """The mentions before the current position.

    mentions: in order. mention_at: by token. coordinations: "Axa et Allianz", with all their members.
    first_subject: the first organisation that is a subject, if it is one alone: often what the text is about.
    """

    def __init__(self, document: NameDocument) -> None:
        self.document = document
        self.is_parsed = document.parse.is_parsed
        self.mentions: list[ResolvedMention] = []
        self.mention_at: dict[int, ResolvedMention] = {}
        self.coordinations: list[ResolvedMention] = []
        self.first_subject: Referent | None = None
        self._has_subject = False
        self._counts: Counter[int] = Counter()
        self._sentences = _sentence_numbers(document)

    def add(self, mention: ResolvedMention) -> None:
        """Add a mention, and the coordination that it continues."""
        previous = self.mentions[-1] if self.mentions else None
        self.mentions.append(mention)
        for referent in mention.referents:
            self._counts[id(referent)] += 1
        for index in range(mention.first, mention.after):
            self.mention_at[index] = mention
        if not self._has_subject and len(mention.referents) == 1 and self.is_subject(mention):
            self.first_subject, self._has_subject = mention.referents[0], True
        if mention.via in (None, "acronym") and previous is not None:
            self._coordinate(previous, mention)

    def _coordinate(self, previous: ResolvedMention, mention: ResolvedMention) -> None:
        if self.is_credited(previous) or not self._are_coordinated(previous.after, mention.first):
            return
        last = self.coordinations[-1] if self.coordinations else None
        if last is None or last.after != previous.after:
            last = previous
        else:
            self.coordinations.pop()
        members = tuple(dict.fromkeys((*last.referents, *mention.referents)))
        if self.first_subject in members and self.count(previous.referents[0]) == 1:
            self.first_subject = None
        self.coordinations.append(
            ResolvedMention(last.start, mention.end, last.first, mention.after, members)
        )

    def _are_coordinated(self, after: int, first: int) -> bool:
        if not after < first <= after + MAX_TOKENS_BETWEEN_MEMBERS + 1:
            return False
        document = self.document
        between = [index for index in range(after, first) if not document.has_role(index, "article")]
        return bool(between) and all(document.is_joint(index) for index in between)

    def sentence(self, index: int) -> int:
        """The number of the sentence of a token."""
        return self._sentences[index]

    def head(self, mention: ResolvedMention) -> Word:
        """The syntactic head of a mention."""
        parse = self.document.parse
        for index in range(mention.first, mention.after):
            if not mention.first <= parse[index].head.i < mention.after or parse[index].head.i == index:
                return parse[index]
        return parse[mention.first]

    def is_subject(self, mention: ResolvedMention) -> bool:
        """Whether a mention is a subject: by the parse, or without one if it opens a sentence."""
        if self.is_parsed:
            return apposed_noun(self.head(mention)).base == "nsubj"
        first, document = mention.first, self.document
        return first in document.starts or (
            first - 1 in document.starts and document.has_role(first - 1, "article")
        )

    def is_prominent(self, mention: ResolvedMention) -> bool:
        """Whether a mention is a subject, alone or in a coordination."""
        if self.is_subject(mention):
            return True
        for coordination in self.coordinations[: -MAX_COORDINATIONS_BACK - 1 : -1]:
            if coordination.first <= mention.first and mention.after <= coordination.after:
                return self.is_subject(coordination)
        return False

    def topic(self, token: Word) -> ResolvedMention | None:
        """The topic that opens the sentence of a token: "Quant à Zorbex, elle attend"."""
        first = token.sent.start
        if not self.document.has_role(first, "topic"):
            return None
        return self.mention_at.get(first + 2) or self.mention_at.get(first + 3)

    def is_credited(self, mention: ResolvedMention) -> bool:
        """Whether a mention follows "selon": a later "le groupe" seldom means a source."""
        first, has_role = mention.first, self.document.has_role
        return has_role(first - 1, "attribution") or has_role(first - 2, "attribution")

    def recent(self) -> Iterator[tuple[Referent, ResolvedMention]]:
        """Every organisation with its last mention that is no source, nearest first."""
        seen: set[int] = set()
        for mention in self.mentions[: -MAX_MENTIONS_BACK - 1 : -1]:
            if mention.via == "relative" and not self.is_subject(mention):
                continue  # "Zorbex, que Velm a racheté": the name before it tells how prominent it is.
            for referent in mention.referents:
                if id(referent) not in seen and not self.is_credited(mention):
                    seen.add(id(referent))
                    yield referent, mention

    def count(self, referent: Referent) -> int:
        """The number of mentions of an organisation so far."""
        return self._counts[id(referent)]


def apposed_noun(name: Word) -> Word:
    """The noun that announces a name, or the name itself: "le chimiste" of "le chimiste Zorbex"."""
    noun = name.head
    announced = name.base in ("appos", "flat", "nmod") and noun.i < name.i and noun.pos_ == "NOUN"
    return noun if announced and not any(children(name, "case")) else name


def ancestors(token: Word) -> Iterator[Word]:
    """The ancestors of a token, nearest first, at most MAX_ANCESTORS."""
    for _ in range(MAX_ANCESTORS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def is_ancestor(word: Word, token: Word) -> bool:
    """Whether a word is among the ancestors of a token."""
    return any(other.i == word.i for other in ancestors(token))


def _sentence_numbers(document: NameDocument) -> list[int]:
    """The number of every token's sentence, by the parse or by punctuation and lines."""
    parse, numbers = document.parse, []
    if parse.has_sentences:
        for number, sentence in enumerate(parse.sentences):
            numbers += [number] * len(sentence)
        return numbers
    number = 0
    for index in range(len(parse)):
        before = document.form(index - 1)
        ended = before in LINE_ENDS or "\n" in before
        number += bool(index and ended and index in document.starts)
        numbers.append(number)
    return numbers
