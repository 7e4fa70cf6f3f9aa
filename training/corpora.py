"""The readers that give spaCy its training examples; registered as ``claimx_training.*``.

Sentences of the treebanks are joined into paragraphs of one to ten, newly each time round, so that the parser
learns to find sentences; everything is varied by `augment`. The first pass over the data is unvaried: it is
the one in which spaCy collects the labels.
"""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import spacy
from augment import as_speech, vary_text, vary_tokens
from conllu import Token
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry
from swap_names import Names

NO_REPEAT: dict[str, float] = {}
PARAGRAPH_SIZES = (1, 1, 2, 3, 5, 8, 10)


SPEECH = 0.06  # of the sentences are turned into direct speech


def load_sentences(path: str | Path) -> list[list[Token]]:
    """Read the sentences that `prepare` wrote."""
    return [sentence for _, sentence in _load(path)]


def _load(path: str | Path) -> Iterator[tuple[str, list[Token]]]:
    with Path(path).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["id"], [Token(*token) for token in row["tokens"]]


def treebank_example(nlp: Language, sentences: list[list[Token]]) -> Example:
    """Make one example of a paragraph."""
    tokens = [token for sentence in sentences for token in sentence]
    offsets = [offset for offset, sentence in _offsets(sentences) for _ in sentence]
    last = {offset + len(sentence) - 1 for offset, sentence in _offsets(sentences)}
    reference = Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[token.space or index in last for index, token in enumerate(tokens)],
        lemmas=[token.lemma for token in tokens],
        pos=[token.pos for token in tokens],
        morphs=[token.morph for token in tokens],
        heads=[token.head + offset for token, offset in zip(tokens, offsets, strict=True)],
        deps=[token.dep for token in tokens],
    )
    return Example(nlp.make_doc(reference.text), reference)


def _offsets(sentences: list[list[Token]]) -> Iterator[tuple[int, list[Token]]]:
    offset = 0
    for sentence in sentences:
        yield offset, sentence
        offset += len(sentence)


@registry.readers("claimx_training.treebank.v1")
def treebank_reader(
    path: str,
    augment: bool,
    size: int = 10,
    seed: int = 0,
    extra: str = "",
    repeat: dict[str, float] = NO_REPEAT,
) -> Callable[[Language], Iterator[Example]]:
    """Read a treebank file. Without augmentation: paragraphs of `size` sentences in order.

    extra: a file of sentences to mix in from the second round on. repeat: how often each occurs per round on
    average, by the letters that its identifier begins with (``swap``); by default once.
    """
    rng = random.Random(seed)
    rounds = 0

    def read(nlp: Language) -> Iterator[Example]:
        nonlocal rounds
        sentences = load_sentences(path)
        rounds += 1
        if not augment:
            for start in range(0, len(sentences), size):
                yield treebank_example(nlp, sentences[start : start + size])
            return
        if extra and rounds > 1:
            sentences = _mixed(sentences, extra, repeat, rng)
        paragraphs, start = [], 0
        while start < len(sentences):
            count = rng.choice(PARAGRAPH_SIZES)
            paragraphs.append(sentences[start : start + count])
            start += count
        rng.shuffle(paragraphs)
        for paragraph in paragraphs:
            if rounds > 1:
                curly = rng.random() < 0.4
                paragraph = [
                    as_speech(sentence, rng) if rng.random() < SPEECH else sentence for sentence in paragraph
                ]
                paragraph = [vary_tokens(sentence, rng, curly=curly) for sentence in paragraph]
            yield treebank_example(nlp, paragraph)

    return read


def _mixed(
    sentences: list[list[Token]], extra: str, repeat: dict[str, float], rng: random.Random
) -> list[list[Token]]:
    """Insert a sample of the extra sentences at random places between the others."""
    placed = [(float(place), sentence) for place, sentence in enumerate(sentences)]
    for identifier, sentence in _load(extra):
        for _ in range(_times(repeat.get(_corpus(identifier), 1), rng)):
            placed.append((rng.uniform(0, len(sentences)), sentence))
    placed.sort(key=lambda pair: pair[0])
    return [sentence for _, sentence in placed]


def entity_example(nlp: Language, text: str, entities: list[Any]) -> Example:
    """Make one example of a document with entities given by characters."""
    reference = nlp.make_doc(text)
    spans: list[Span] = []
    for start, end, label in sorted(entities):
        span = reference.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    reference.set_ents(spans)
    return Example(nlp.make_doc(text), reference)


@registry.readers("claimx_training.entities.v1")
def entity_reader(
    path: str, augment: bool, names: str = "", repeat: dict[str, float] = NO_REPEAT, seed: int = 0
) -> Callable[[Language], Iterator[Example]]:
    """Read a file of documents with entities.

    names: the folder of the names to swap in. repeat: how often a document comes in each round on average, by
    the letters that its identifier begins with (``press``).
    """
    rng = random.Random(seed)
    rounds = 0

    def read(nlp: Language) -> Iterator[Example]:
        nonlocal rounds
        rounds += 1
        with Path(path).open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        if not augment:
            yield from (entity_example(nlp, row["text"], row["entities"]) for row in rows)
            return
        swaps = Names(rows, Path(names) if names else None)
        if rounds > 1:
            rows = [row for row in rows for _ in range(_times(repeat.get(_corpus(row["id"]), 1), rng))]
        rng.shuffle(rows)
        for row in rows:
            text, entities = row["text"], row["entities"]
            if rounds > 1:
                text, entities = vary_text(text, entities, swaps, rng)
            yield entity_example(nlp, text, entities)

    return read


def _corpus(identifier: str) -> str:
    return identifier[: len(identifier) - len(identifier.lstrip(ascii_lowercase))]


def _times(mean: float, rng: random.Random) -> int:
    whole = int(mean)
    return whole + (rng.random() < mean - whole)


@registry.callbacks("claimx_training.copy_tok2vec.v1")
def copy_tok2vec(source: str) -> Callable[[Language], None]:
    """Start from the word vectors and the encoder of a trained pipeline. `source`: its folder, or nothing."""

    def copy(nlp: Language) -> None:
        if source:
            trained = spacy.load(source).get_pipe("tok2vec").model
            for _, component in nlp.components:
                for node in component.model.walk():
                    if node.name == trained.name:
                        node.from_bytes(trained.to_bytes())

    return copy
