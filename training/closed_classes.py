"""A lexicon read off the treebanks for sentences generated from templates: closed classes, nouns."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable

from conllu import Sentence

from claimx.lexicons.word_forms import word_forms

Reading = tuple[str, str, str]  # tag, lemma, features


class ClosedClasses:
    """Tag, lemma and features of a word given its dependency label or tag, and nouns by gender."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """Count the words of the treebanks."""
        counts: defaultdict[tuple[str, ...], Counter[Reading]] = defaultdict(Counter)
        self._readings: set[tuple[str, str]] = set()
        self._labels: set[str] = set()
        nouns: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for token in sentence.tokens:
                word, reading = token.text.lower().replace("’", "'"), (token.pos, token.lemma, token.morph)
                self._labels.add(token.dep)
                if token.pos == "NOUN" and token.text.isalpha() and token.text.islower():
                    nouns[token.morph][token.text] += 1
                self._readings.add((token.pos, token.morph))
                for key in ((word, token.dep), (word, "/", token.pos), (word, token.dep, token.pos)):
                    counts[key][reading] += 1
        self._nouns = {
            gender: sorted(word for word in nouns[f"Gender={name}|Number=Sing"] if _plain(word, name, nouns))
            for gender, name in (("m", "Masc"), ("f", "Fem"))
        }
        self._best = {key: found.most_common(1)[0][0] for key, found in counts.items()}

    def find(self, word: str, dep: str, pos: str = "") -> Reading:
        """Return the most frequent reading of a word with a label, and a tag if one is given.

        Raises ValueError if the treebanks have no such reading.
        """
        lower = word.lower()
        keys = [(lower, dep, pos), (lower, "/", pos)] if pos else [(lower, dep)]
        for key in keys:
            if key in self._best:
                return self._best[key]
        raise ValueError(f"the treebanks have no {word!r} as {dep} {pos}")

    def draw_noun(self, gender: str, rng: random.Random) -> str:
        """Return a noun of the treebanks in the singular. gender: ``m`` or ``f``."""
        return rng.choice(self._nouns[gender] or ["x"])

    def check(self, sentence: Sentence) -> None:
        """Raise ValueError if a sentence has a label, or a tag with features, unattested in the treebanks."""
        for token in sentence.tokens:
            if token.dep not in self._labels or (token.pos, token.morph) not in self._readings:
                raise ValueError(f"{sentence.id}: {token} is not of the treebanks' dialect")


def _plain(word: str, gender: str, nouns: dict[str, Counter[str]]) -> bool:
    """Tell whether a noun has one gender, occurs twice, and is regular in its plural and elision."""
    other = {"Masc": "Fem", "Fem": "Masc"}[gender]
    seen = nouns[f"Gender={gender}|Number=Sing"][word]
    usual = len(word) > 3 and word[0] != "h" and not word.endswith(("ail", "ou", "ée", "é"))
    usual = usual and "N" in word_forms().word_class(word)
    return usual and seen > 1 and not nouns[f"Gender={other}|Number=Sing"][word]
