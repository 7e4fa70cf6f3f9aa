"""A text prepared for name recognition: folded words, their roles, sentence starts, entities, nominal heads.

In "La Nasa attend.", ``form(1)`` is "nasa", ``starts`` holds the first word, whose capital means nothing, and
``has_role(0, "article")`` is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimx.lexicons.word_forms import word_forms
from claimx.organizations.lexicon import first_words, nationality, noun_of, roles_of
from claimx.organizations.mention import Head
from claimx.organizations.spelling import FoldedText, fold_word
from claimx.syntax.words import Parse

# Classes of verb forms in the table of word forms that are not finite. A participle in -t may also be a
# finite form ("investit").
NOT_FINITE = ("Vi", "Vg")
PARTICIPLE = "Vp"
MIN_LETTERS_WITH_INNER_CAPITAL = 3
SENTENCE_ENDS = frozenset('.!?…:;«“"–—•')
JOINTS = frozenset((",", "&"))
MAX_CACHED_WORDS = 1 << 15


class WordType(NamedTuple):
    """Context-independent attributes of a word form.

    form: folded. roles: those in ``reference_words.tsv``. capital: whether it has one. ends: whether it ends
    a sentence or a line. opens: the number of words of the longest nominal head that it opens.
    """

    form: str
    roles: frozenset[str]
    capital: bool
    ends: bool
    opens: int


@lru_cache(maxsize=MAX_CACHED_WORDS)
def _word_type(word: str) -> WordType:
    form, longest = fold_word(word), first_words()
    opens = longest.get(form) or (longest.get(form.partition("-")[0], 0) if "-" in form else 0)
    ends = form in SENTENCE_ENDS or "\n" in form
    return WordType(form, roles_of(form), _has_capital(word, form), ends, opens)


def _has_capital(word: str, form: str) -> bool:
    if word[0].isupper():
        return True
    if len(word) < MIN_LETTERS_WITH_INNER_CAPITAL or not word[0].islower() or word.islower():
        return False
    return "prefix" not in roles_of(form.partition("-")[0])


class NameDocument:
    """A text with the look-ups that name recognition and coreference share.

    words, forms, capitals: by token, as in `WordType`. roles_at: the roles of the tokens that have one.
    starts: the tokens whose capital says nothing. brackets: the tokens "(". entities: those of the model;
    entity_at: the same by token. labels: how often the model gave a label to a text. last_names: folded last
    names of the people that the model found. heads: the nominal heads.
    """

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.text = parse.text
        self.words = [token.text for token in parse]
        types = list(map(_word_type, self.words))
        self.forms = [word.form for word in types]
        self.capitals = [word.capital for word in types]
        # Few words have a role, end a sentence or open a head.
        self.roles_at = {index: word.roles for index, word in enumerate(types) if word.roles}
        self._ends = [index for index, word in enumerate(types) if word.ends]
        self._openings = [(index, word.opens) for index, word in enumerate(types) if word.opens]
        self.brackets = parse.places.get("(", [])
        self.starts = self._find_starts()
        self.entities = parse.entities
        self.entity_at = {index: span for span in self.entities for index in range(span.start, span.end)}
        self.is_tagged = parse.is_tagged
        people = (
            span
            for span in self.entities
            if span.label_ == "PER" and self.text[span.start_char : span[-1].idx].istitle()
        )
        self.last_names = {fold_word(span[-1].text) for span in people}
        self.labels = Counter((span.text, span.label_) for span in self.entities)
        self.heads = list(self._find_heads())

    @cached_property
    def folded(self) -> FoldedText:
        """The text cut into words for the gazetteer."""
        return FoldedText(self.text)

    def _find_starts(self) -> set[int]:
        """The first tokens of sentences, lines and quotations."""
        starts, ends = set(), set(self._ends)
        for end in [-1, *self._ends]:
            index = end + 1
            while index < len(self.forms) and index not in ends and self.forms[index].isspace():
                index += 1
            if index < len(self.forms) and index not in ends:
                starts.add(index)
        return starts

    def form(self, index: int) -> str:
        """The folded word at an index, "" outside the text."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def has_role(self, index: int, *roles: str) -> bool:
        """Whether the word at an index has one of these roles in ``reference_words.tsv``."""
        known = self.roles_at.get(index)
        return known is not None and not known.isdisjoint(roles)

    def is_joint(self, index: int) -> bool:
        """Whether the word at an index coordinates names: "et", "ou", a comma, an ampersand."""
        return self.form(index) in JOINTS or self.has_role(index, "coordinator")

    def is_capital(self, index: int) -> bool:
        """Whether a word has a capital, first or inside ("easyJet"), but not after a prefix ("anti-Uber")."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def is_proper(self, index: int) -> bool:
        """Whether a word has a capital and, for the tagger, is no common noun."""
        return self.is_capital(index) and self.parse[index].pos_ in ("", "X", "PROPN")

    def category(self, index: int) -> str:
        """The part of speech of a word: the tagger's, or without one what the table of word forms allows."""
        if not 0 <= index < len(self.words):
            return ""
        if self.is_tagged:
            return self.parse[index].pos_
        if self.words[index] != self.words[index].lower():
            return ""
        classes = word_forms().word_class(self.words[index]).split("|")
        participle = classes[0] == PARTICIPLE and not self.words[index].endswith("t")
        if classes[0].startswith("V") and classes[0] not in NOT_FINITE and not participle:
            return "VERB"
        return "ADJ" if "A" in classes else "NOUN" if "N" in classes else ""

    def is_mostly(self, text: str, label: str) -> bool:
        """Whether the model gives this label to a text more often than those of people and places."""
        others = (self.labels[text, other] for other in ("PER", "LOC") if other != label)
        return self.labels[text, label] > max(others, default=0)

    def _find_heads(self) -> Iterator[Head]:
        """The nominal heads, the longest at each place, left to right."""
        free = 0
        for index, size in self._openings:
            if index < free:
                continue
            for length in range(min(size, len(self.forms) - index), 0, -1):
                ends = self.forms[index + length - 1][-1:].isalnum()
                noun = noun_of(" ".join(self.forms[index : index + length])) if ends else None
                if noun is not None and (length > 1 or self._may_be_noun(index)):
                    yield Head(index, index + length, noun)
                    free = index + length
                    break

    def _may_be_noun(self, index: int) -> bool:
        """Whether the tagger allows a noun here; of "au géant américain" it takes both for adjectives."""
        category = self.parse[index].pos_
        if category == "ADJ":
            headed = (
                self.category(index + 1) in ("ADJ", "NOUN", "PROPN")
                and nationality(self.form(index + 1)) is None
            )
            return self.has_role(index - 1, "article", "contraction") and not headed
        return category not in ("VERB", "ADV")
