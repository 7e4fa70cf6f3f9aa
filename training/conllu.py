"""CoNLL-U treebanks → sentences of plain tokens, contractions merged.

``du`` is two syntactic words in UD (de + le) and one token for a tokenizer: it becomes one token with the tag
and the arc of its first outer word, the features of both and the lemma ``de le``, as ``spacy convert -T``
does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Features of few treebanks, or that no rule of claimx reads: a small tagger is better without them.
DROPPED = frozenset({"ExtPos", "Typo", "Emph", "Person[psor]", "Number[psor]"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a treebank: its head is an index in the sentence, its own for the root."""

    text: str
    space: bool
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str

    @property
    def features(self) -> dict[str, str]:
        """The morphological features by name."""
        return split_features(self.morph)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank with its identifier."""

    id: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(token.text + " " * token.space for token in self.tokens).strip()


def split_features(morph: str) -> dict[str, str]:
    """``Mood=Cnd|Tense=Pres`` → a dictionary; empty for ``_`` and the empty string."""
    return dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)


def join_features(features: dict[str, str]) -> str:
    """The inverse of `split_features`, sorted by name."""
    return "|".join(f"{name}={value}" for name, value in sorted(features.items()))


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a treebank file, contractions merged."""
    identifier, words, contractions = "", [], {}
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line:
            if words:
                yield Sentence(identifier, _merge(words, contractions))
            identifier, words, contractions = "", [], {}
        elif line.startswith("#"):
            if line.startswith("# sent_id ="):
                identifier = line.partition("=")[2].strip()
        else:
            columns = line.split("\t")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                contractions[first] = (last, columns)
            elif "." not in columns[0]:
                words.append(columns)


def _merge(words: list[list[str]], contractions: dict[int, tuple[int, list[str]]]) -> tuple[Token, ...]:
    groups: list[tuple[list[list[str]], list[str]]] = []
    position = 0
    while position < len(words):
        last, surface = contractions.get(position + 1, (position + 1, words[position]))
        groups.append((words[position:last], surface))
        position = last
    index = {int(word[0]): number for number, (group, _) in enumerate(groups) for word in group}
    tokens = []
    for number, (group, surface) in enumerate(groups):
        inside = {int(word[0]) for word in group}
        outer = next(word for word in group if int(word[6]) not in inside)
        head = int(outer[6])
        tokens.append(
            Token(
                text=surface[1],
                space="SpaceAfter=No" not in surface[9],
                lemma=" ".join(word[2] for word in group),
                pos=_pos(outer[3]),
                morph=_merged_features(group),
                head=number if head == 0 else index[head],
                dep="ROOT" if head == 0 else outer[7],
            )
        )
    return tuple(tokens)


def _pos(tag: str) -> str:
    return {"PART": "ADV", "_": "X"}.get(tag, tag)


def _merged_features(group: list[list[str]]) -> str:
    values: dict[str, set[str]] = {}
    for word in group:
        for name, value in split_features(word[5]).items():
            if name not in DROPPED:
                values.setdefault(name, set()).update(value.split(","))
    if values.get("Voice") == {"Act"}:
        del values["Voice"]
    return join_features({name: ",".join(sorted(value)) for name, value in values.items()})


def check_tree(sentence: Sentence) -> Sentence:
    """Return a sentence that has a tree: exactly one root, every word below it, no cycle; else ValueError."""
    heads = [token.head for token in sentence.tokens]
    roots = [index for index, token in enumerate(sentence.tokens) if token.dep == "ROOT"]
    if len(roots) != 1 or [index for index, head in enumerate(heads) if index == head] != roots:
        raise ValueError(f"{sentence.id}: the roots are {roots}")
    for index in range(len(heads)):
        above = index
        for _ in heads:
            above = heads[above]
        if above != roots[0]:
            raise ValueError(f"{sentence.id}: {sentence.tokens[index].text!r} hangs in a cycle")
    return sentence
