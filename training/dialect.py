"""Convert attachments and labels of GSD, PUD and FQB to the conventions of Sequoia.

- le roi Jean, M. Roux: appos, flat:name → nmod; Sequoia has an appos only after punctuation (301 of 303);
- elle se lève: obj (PUD), expl:comp (FQB) → the label in Sequoia and GSD for this verb, by default expl:pv;
- environ 3 km: the adverb is attached to the noun, not to the number;
- 3 %: SYM → NOUN;
- en effet, par ailleurs: a fixed expression → preposition and noun or adverb, if Sequoia analyses it so;
- « S », dit Jean: the quotation becomes the root, and the reporting verb its parataxis:insert.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from conllu import Sentence, Token

REFLEXIVE = frozenset({"se", "s'", "s’"})
PRONOMINAL = "expl:pv"
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Dialect:
    """Conventions learnt from Sequoia, and from GSD for pronominal verbs."""

    def __init__(self) -> None:
        """Start without counts."""
        self._expressions: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._pronominal: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def learn(self, sentence: Sentence, *, expressions: bool) -> None:
        """Count the labels of *se* by verb and, if asked, the analyses of expressions like *en effet*."""
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
        """Return a sentence of GSD, PUD or FQB with the attachments and labels of Sequoia."""
        tokens = list(sentence.tokens)
        for index in range(len(tokens)):
            tokens[index] = self._relabel(tokens, index)
        passive = {token.head for token in tokens if token.dep == "expl:pass"}
        for index, token in enumerate(tokens):
            if token.dep == "nsubj" and token.head in passive:
                tokens[index] = replace(token, dep="nsubj:pass")
        for index in range(len(tokens) - 1):
            self._split_expression(tokens, index)
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

    def _split_expression(self, tokens: list[Token], index: int) -> None:
        """Split a fixed expression of two words into preposition and noun or adverb, if Sequoia does."""
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
    """Make the verb of a quotation the root: « S », dit Jean."""
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
