"""A text with what resolution asks about it again and again.

Example: in "La Nasa attend.", ``form(1)`` is "nasa", ``starts`` holds the first word, whose capital says
nothing, and ``has_role(0, "article")`` is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimx.lexicons.word_forms import word_forms
from claimx.organizations.lexicon import Noun, first_words, noun_of, roles_of
from claimx.organizations.spelling import fold_word
from claimx.syntax.words import Parse

# Verb forms in the table of word forms that are not finite; a participle in -t may be ("investit").
NOT_FINITE = ("Vi", "Vg")
PARTICIPLE = "Vp"
SHORTEST = 3
SENTENCE_ENDS = frozenset('.!?…:;«“"–—•')


class Head(NamedTuple):
    """A nominal head: its first token, the token after its last, the noun."""

    first: int
    after: int
    noun: Noun


class Kind(NamedTuple):
    """What a word is in every text: folded, its roles, whether it has a capital, ends a sentence or a line,
    and how many words the longest nominal head has that it opens.
    """

    form: str
    roles: frozenset[str]
    capital: bool
    ends: bool
    opens: int


@lru_cache(maxsize=1 << 15)
def _kind_of(word: str) -> Kind:
    form, longest = fold_word(word), first_words()
    opens = longest.get(form) or (longest.get(form.partition("-")[0], 0) if "-" in form else 0)
    ends = form in SENTENCE_ENDS or "\n" in form
    return Kind(form, roles_of(form), _has_capital(word, form), ends, opens)


def _has_capital(word: str, form: str) -> bool:
    if word[0].isupper():
        return True
    if len(word) < SHORTEST or not word[0].islower() or word.islower():
        return False
    return "prefix" not in roles_of(form.partition("-")[0])


class Context:
    """A text with what is asked about it again and again: folded words, sentence starts, entities."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.text = parse.text
        self.words = [token.text for token in parse]
        self.kinds = [_kind_of(word) for word in self.words]
        self.forms = [kind.form for kind in self.kinds]
        self.roles = [kind.roles for kind in self.kinds]
        self.capitals = [kind.capital for kind in self.kinds]
        self.starts = self._find_starts()
        self.spans = [(span, span.text) for span in parse.entities]
        self.entities = {index: span for span, _ in self.spans for index in range(span.start, span.end)}
        self.tagged = parse.is_tagged
        people = (
            span
            for span, _ in self.spans
            if span.label_ == "PER" and self.text[span.start_char : span[-1].idx].istitle()
        )
        self.last_names = {fold_word(span[-1].text) for span in people}
        self.labels = Counter((text, span.label_) for span, text in self.spans)
        self.heads = list(self._find_heads())

    def _find_starts(self) -> set[int]:
        """The tokens whose capital says nothing: first of a sentence, a line, a quotation."""
        starts, kinds = set(), self.kinds
        for end in [-1, *(index for index, kind in enumerate(kinds) if kind.ends)]:
            index = end + 1
            while index < len(kinds) and not kinds[index].ends and kinds[index].form.isspace():
                index += 1
            if index < len(kinds) and not kinds[index].ends:
                starts.add(index)
        return starts

    def form(self, index: int) -> str:
        """The folded word at an index, "" outside the text."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def has_role(self, index: int, *roles: str) -> bool:
        """Whether the word at an index has one of these roles in ``reference_words.tsv``."""
        return 0 <= index < len(self.roles) and not self.roles[index].isdisjoint(roles)

    def is_capital(self, index: int) -> bool:
        """Whether a word has a capital, first or inside ("easyJet"), but not after a prefix ("anti-Uber")."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def is_proper(self, index: int) -> bool:
        """A capital that is not a common noun's, as far as the tagger knows."""
        return self.is_capital(index) and self.parse[index].pos_ in ("", "X", "PROPN")

    def category(self, index: int) -> str:
        """The part of speech of a word: the tagger's, or without one what the table of word forms allows."""
        if not 0 <= index < len(self.words):
            return ""
        if self.tagged:
            return self.parse[index].pos_
        if self.words[index] != self.words[index].lower():
            return ""
        classes = word_forms().word_class(self.words[index]).split("|")
        participle = classes[0] == PARTICIPLE and not self.words[index].endswith("t")
        if classes[0].startswith("V") and classes[0] not in NOT_FINITE and not participle:
            return "VERB"
        return "ADJ" if "A" in classes else "NOUN" if "N" in classes else ""

    def is_mostly(self, text: str, label: str) -> bool:
        """Whether the model has put this label on a text more often than any other of people and places."""
        others = (self.labels[text, other] for other in ("PER", "LOC") if other != label)
        return self.labels[text, label] > max(others, default=0)

    def _find_heads(self) -> Iterator[Head]:
        """The nominal heads of ``organization_nouns.tsv``, in order, the longest at each place."""
        free = 0
        for index, size in [(index, kind.opens) for index, kind in enumerate(self.kinds) if kind.opens]:
            if index < free:
                continue
            for length in range(min(size, len(self.forms) - index), 0, -1):
                noun = noun_of(" ".join(self.forms[index : index + length]))
                if noun is not None and self.parse[index].pos_ not in ("ADJ", "VERB", "ADV"):
                    yield Head(index, index + length, noun)
                    free = index + length
                    break
