"""What the treebanks say about the words of closed classes, for sentences made from templates."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from conllu import Sentence

Reading = tuple[str, str, str]  # tag, lemma, features


class ClosedClasses:
    """Tag, lemma and features of a word by its label or tag."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """Count the words of the treebanks."""
        counts: defaultdict[tuple[str, ...], Counter[Reading]] = defaultdict(Counter)
        self._readings: set[tuple[str, str]] = set()
        self._labels: set[str] = set()
        for sentence in sentences:
            for token in sentence.tokens:
                word, reading = token.text.lower().replace("’", "'"), (token.pos, token.lemma, token.morph)
                self._labels.add(token.dep)
                self._readings.add((token.pos, token.morph))
                for key in ((word, token.dep), (word, "/", token.pos), (word, token.dep, token.pos)):
                    counts[key][reading] += 1
        self._best = {key: found.most_common(1)[0][0] for key, found in counts.items()}

    def find(self, word: str, dep: str, pos: str = "") -> Reading:
        """Return the reading of a word with a label, and a tag if one is given.

        Raises ValueError for a word that the treebanks have not so.
        """
        lower = word.lower()
        keys = [(lower, dep, pos), (lower, "/", pos)] if pos else [(lower, dep)]
        for key in keys:
            if key in self._best:
                return self._best[key]
        raise ValueError(f"the treebanks have no {word!r} as {dep} {pos}")

    def check(self, sentence: Sentence) -> None:
        """Raise ValueError if a sentence has a label, or a tag with features, that no treebank has."""
        for token in sentence.tokens:
            if token.dep not in self._labels or (token.pos, token.morph) not in self._readings:
                raise ValueError(f"{sentence.id}: {token} is not of the treebanks' dialect")
