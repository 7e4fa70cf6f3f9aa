"""Make several treebanks speak the dialect of Sequoia.

Mixed as they are, GSD, PUD and FQB lower the accuracy of the features (.944 → .933 on Sequoia test in the
prototype's measurements): the same word has other features, agents are not told from other obliques, passive
participles are not marked. Everything here is learnt from Sequoia's training part or checked on it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from conllu import Sentence, Token, join_features

from claimx.lexicons.spelling import word_form

CLOSED = frozenset({"DET", "PRON", "ADP", "NUM", "ADV", "SCONJ", "CCONJ", "PUNCT", "SYM", "INTJ"})
# Words whose features depend on the sentence (relative or interrogative).
AMBIGUOUS = frozenset({"qui", "que", "qu'", "où", "quoi", "quel", "quelle", "quels", "quelles", "lequel"})
# Labels too rare to learn, and what they come down to.
LABELS = {
    "aux": "aux:tense",
    "csubj:pass": "csubj",
    "dep:comp": "dep",
    "goeswith": "dep",
    "iobj:agent": "iobj",
    "nsubj:caus": "nsubj",
    "nsubj:outer": "nsubj",
    "obj:agent": "obj",
    "obj:lvc": "obj",
    "obl": "obl:mod",
}


class Harmoniser:
    """What Sequoia says about closed classes, features by part of speech, and obliques."""

    def __init__(self, sequoia: Iterable[Sentence]) -> None:
        """Learn the conventions of Sequoia's training part."""
        words: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._obliques: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for sentence in sequoia:
            self.learn_obliques(sentence)
            for token in sentence.tokens:
                self._names[token.pos].update(list(token.features))
                if token.pos in CLOSED:
                    words[word_form(token.text), token.pos][token.morph] += 1
        self._majority = {key: counts.most_common(1)[0] for key, counts in words.items()}
        self._settled = {
            key for key, counts in words.items() if self._majority[key][1] >= max(3, 0.9 * counts.total())
        }

    def learn_obliques(self, sentence: Sentence) -> None:
        """Count which preposition makes which kind of oblique, in general and with this verb."""
        for index, token in enumerate(sentence.tokens):
            if token.dep.startswith("obl:"):
                for key in _oblique_keys(sentence, index):
                    self._obliques[key][token.dep] += 1

    def convert(self, sentence: Sentence, *, foreign: bool) -> Sentence:
        """Return a sentence in the dialect of Sequoia; `foreign` for the other treebanks."""
        tokens = [
            replace(token, dep=self._label(sentence, index), morph=self._features(sentence, index, foreign))
            for index, token in enumerate(sentence.tokens)
        ]
        return replace(sentence, tokens=tuple(tokens))

    def _label(self, sentence: Sentence, index: int) -> str:
        token = sentence.tokens[index]
        if token.dep == "obl":
            for key in _oblique_keys(sentence, index):
                counts = self._obliques.get(key)
                if counts and counts.total() >= 3:
                    return counts.most_common(1)[0][0]
        return LABELS.get(token.dep, token.dep)

    def _features(self, sentence: Sentence, index: int, foreign: bool) -> str:
        token = sentence.tokens[index]
        features = token.features
        if token.pos == "NUM":
            features.pop("Number", None)
            features.pop("Gender", None)
            features["NumType"] = "Card"
        if not foreign:
            return join_features(features)
        key = (word_form(token.text), token.pos)
        if key[0] in AMBIGUOUS:
            return token.morph
        if key in self._settled:
            return self._majority[key][0]
        for name in list(features):
            if self._names[token.pos][name] < 2 and name != "Foreign":
                del features[name]
        if token.pos == "DET" and features.get("Poss") == "Yes":
            features.pop("PronType", None)
            features.pop("Person", None)
        if token.pos in ("VERB", "AUX", "PROPN"):
            features.pop("Reflex", None)
            features.pop("Poss", None)
        if _is_passive(sentence, index):
            features["Voice"] = "Pass"
        return join_features(features)


def _is_passive(sentence: Sentence, index: int) -> bool:
    """A past participle without an auxiliary of tense is passive: right for 97 % of those of Sequoia."""
    token = sentence.tokens[index]
    features = token.features
    if token.pos != "VERB" or features.get("VerbForm") != "Part" or features.get("Tense") != "Past":
        return False
    return not any(other.head == index and other.dep in ("aux:tense", "aux") for other in sentence.tokens)


def _oblique_keys(sentence: Sentence, index: int) -> list[tuple[str, ...]]:
    """From the most to the least exact: preposition with verb, with voice, alone."""
    case = next((t.lemma for t in sentence.tokens if t.head == index and t.dep == "case"), "")
    verb: Token = sentence.tokens[sentence.tokens[index].head]
    passive = "passive" if _is_passive(sentence, sentence.tokens[index].head) else "active"
    return [(case, passive, verb.lemma), (case, passive), (case,)]
