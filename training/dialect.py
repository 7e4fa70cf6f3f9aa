"""Where GSD, PUD and FQB hang words otherwise than Sequoia: trees that are tied again as Sequoia ties them.

- le roi Jean, M. Roux: appos, flat:name → nmod; Sequoia has an appos only after punctuation (301 of 303);
- elle se lève: obj (PUD), expl:comp (FQB) → what Sequoia and GSD have for the verb, else expl:pv;
- environ 3 km: of the number → of the noun;
- 3 %: SYM → NOUN;
- en effet, par ailleurs: one expression → preposition and noun or adverb, where Sequoia has them so;
- « S », dit Jean: a parataxis of *dit* → the root, and *dit* a parataxis:insert of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from conllu import Sentence, Token

REFLEXIVE = frozenset({"se", "s'", "s’"})
PRONOMINAL = "expl:pv"
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Dialect:
    """What Sequoia (and GSD, for pronominal verbs) says about single words and expressions."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._expressions: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._pronominal: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def learn(self, sentence: Sentence, *, expressions: bool) -> None:
        """Count the labels of *se* by verb and, where asked, how two words like *en effet* are tied."""
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if token.text.lower() in REFLEXIVE and token.pos == "PRON" and "Reflex" in token.morph:
                self._pronominal[tokens[token.head].lemma][token.dep] += 1
            if not expressions or index + 1 == len(tokens):
                continue
            pair = (token.text.lower(), tokens[index + 1].text.lower())
            if token.dep == "case" and token.head == index + 1:
                self._expressions[pair][tokens[index + 1].dep] += 1
            elif tokens[index + 1].dep == "fixed" and tokens[index + 1].head == index:
                self._expressions[pair]["fixed"] += 1

    def rewrite(self, sentence: Sentence) -> Sentence:
        """Return a sentence of GSD, PUD or FQB with the ties of Sequoia."""
        tokens = list(sentence.tokens)
        for index in range(len(tokens)):
            tokens[index] = self._relabel(tokens, index)
        for index in range(len(tokens) - 1):
            self._untie(tokens, index)
        _speech(tokens)
        return replace(sentence, tokens=tuple(tokens))

    def _relabel(self, tokens: Sequence[Token], index: int) -> Token:
        token, head = tokens[index], tokens[tokens[index].head]
        if token.dep == "appos" and not _punctuation_between(tokens, token.head, index):
            return replace(token, dep="nmod")
        if token.dep == "flat:name" and head.pos == "NOUN" and token.pos == "PROPN":
            return replace(token, dep="nmod")
        if token.text == "%" and token.pos == "SYM":
            return replace(token, pos="NOUN", morph="Gender=Masc")
        numeral = head.pos == "NUM" and head.dep == "nummod" and token.head == index + 1
        if token.pos == "ADV" and token.dep == "advmod" and numeral:
            return replace(token, head=head.head)
        if token.text.lower() in REFLEXIVE and token.dep in ("obj", "expl:comp"):
            seen = self._pronominal.get(head.lemma)
            return replace(token, dep=seen.most_common(1)[0][0] if seen else PRONOMINAL)
        return token

    def _untie(self, tokens: list[Token], index: int) -> None:
        """Make a preposition and a noun or adverb of an expression of two words, if Sequoia does."""
        first, second = tokens[index], tokens[index + 1]
        if first.pos != "ADP" or second.dep != "fixed" or second.head != index or first.head == index:
            return
        counts = self._expressions.get((first.text.lower(), second.text.lower()))
        label = counts.most_common(1)[0][0] if counts and counts.total() > 1 else "fixed"
        parts = [token for token in tokens if token.dep == "fixed" and token.head == index]
        if not label.startswith(("obl", "nmod", "advmod")) or len(parts) != 1:
            return
        if label != "advmod":
            label = "nmod" if tokens[first.head].pos in NOMINAL else "obl:mod"
        for place, token in enumerate(tokens):
            if token.head == index and place not in (index, index + 1):
                tokens[place] = replace(token, head=index + 1)
        tokens[index + 1] = replace(second, head=first.head, dep=label)
        tokens[index] = replace(first, head=index + 1, dep="case")


def _punctuation_between(tokens: Sequence[Token], left: int, right: int) -> bool:
    return any(token.pos == "PUNCT" for token in tokens[min(left, right) + 1 : max(left, right)])


def _speech(tokens: list[Token]) -> None:
    """« S », dit Jean: make the verb of what is said the root."""
    root = next(index for index, token in enumerate(tokens) if token.head == index)
    said = [
        i for i, token in enumerate(tokens) if token.head == root and token.dep == "parataxis" and i < root
    ]
    inverted = any(token.head == root and token.dep == "nsubj" for token in tokens[root + 1 :])
    if len(said) != 1 or not inverted or tokens[root].pos != "VERB":
        return
    start = min(
        [root, *(i for i, token in enumerate(tokens) if token.head == root and token.dep[:3] == "aux")]
    )
    for index, token in enumerate(tokens):
        outside = token.pos == "PUNCT" and (index == len(tokens) - 1 or index < start - 1)
        if token.head == root and outside:
            tokens[index] = replace(token, head=said[0])
    tokens[root] = replace(tokens[root], head=said[0], dep="parataxis:insert")
    tokens[said[0]] = replace(tokens[said[0]], head=said[0], dep="ROOT")


def learned(sequoia: Iterable[Sentence], others: Iterable[Sentence]) -> Dialect:
    """Return the dialect of Sequoia, with the pronominal verbs of other treebanks."""
    dialect = Dialect()
    for sentence in sequoia:
        dialect.learn(sentence, expressions=True)
    for sentence in others:
        dialect.learn(sentence, expressions=False)
    return dialect
