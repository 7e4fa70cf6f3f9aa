"""Sentences that several parsers read alike, as more training data (self-training).

    python training/self_train.py OUTPUT.jsonl --texts TEXTS.jsonl ... --teachers MODEL MODEL MODEL

The treebanks have few sentences of the press. Teachers, parsers trained from other starts, parse its raw
text; each word gets the analysis of the majority, and a sentence is kept where the votes make a tree and most
words' are unanimous. What teachers agree on is right far more often than what one of them says (tri-training:
Zhou & Li 2005; for parsing Søgaard & Rishøj 2010).
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import spacy
from conllu import Token
from prepare import read_jsonl, write_jsonl
from spacy.language import Language
from spacy.tokens import Doc

import claimx.components.conditional
import claimx.components.lemmas
import claimx.components.paragraphs
import claimx.language
import claimx.sentences
import claimx.visible  # noqa: F401
from claimx.ops import prefer_fast_ops

SHORTEST, LONGEST = 4, 50
# Of the words of a sentence, how many may have a head or label on which not all teachers agree.
DOUBTFUL = 0.2


def load_teacher(path: Path) -> Language:
    """Load a trained parser, with the rules that stand around it in the package."""
    nlp = spacy.load(path)
    nlp.add_pipe("claimx_paragraphs", first=True)
    nlp.add_pipe("claimx_conditional")
    nlp.add_pipe("claimx_lemmas")
    prefer_fast_ops(nlp)
    return nlp


def split(nlp: Language, texts: list[str]) -> Iterator[str]:
    """Yield the sentences of texts, white space inside them made plain."""
    for doc in nlp.pipe(texts):
        for sentence in doc.sents:
            words = sum(not token.is_space for token in sentence)
            if SHORTEST <= words <= LONGEST:
                yield " ".join(sentence.text.split())


def vote(docs: list[Doc]) -> list[Token] | None:
    """Return a sentence as its parsers have it together, None where they disagree too much.

    docs: the same sentence, parsed by each.
    """
    tokens: list[Token] = []
    doubtful = 0
    for words in zip(*docs, strict=True):
        # A root is one of its kind, whatever its place; the head of others is a place.
        arcs = Counter((word.head.i, word.dep_) for word in words)
        (head, dep), votes = arcs.most_common(1)[0]
        if votes * 2 <= len(docs):
            return None
        doubtful += votes < len(docs)
        tagged = Counter((word.pos_, str(word.morph), word.lemma_) for word in words).most_common(1)[0][0]
        pos, morph, lemma = tagged
        first = words[0]
        tokens.append(Token(first.text, bool(first.whitespace_), lemma, pos, morph, head, dep))
    good = doubtful <= DOUBTFUL * len(tokens) and _is_tree([token.head for token in tokens])
    return tokens if good else None


def _is_tree(heads: list[int]) -> bool:
    """Tell whether every word hangs, by however many steps, on the one that is its own head."""
    if sum(head == place for place, head in enumerate(heads)) != 1:
        return False
    for place in range(len(heads)):
        steps = 0
        while heads[place] != place:
            place = heads[place]
            steps += 1
            if steps > len(heads):
                return False
    return True


def self_train(output: Path, texts: list[str], teachers: list[Path], *, seed: int = 0) -> int:
    """Write the sentences that the teachers read alike; returns how many."""
    parsers = [load_teacher(path) for path in teachers]
    sentences = sorted(set(split(parsers[0], texts)))
    random.Random(seed).shuffle(sentences)
    streams = [parser.pipe(sentences) for parser in parsers]
    rows: list[dict[str, Any]] = []
    for number, docs in enumerate(zip(*streams, strict=True)):
        tokens = vote(list(docs))
        if tokens is not None:
            rows.append({"id": f"silver-{number}", "tokens": [astuple(token) for token in tokens]})
    write_jsonl(output, rows)
    return len(rows)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help='files with a "text" a line')
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    texts = [row["text"] for path in arguments.texts for row in read_jsonl(path)]
    print(self_train(arguments.output, texts, arguments.teachers), "sentences")


if __name__ == "__main__":
    main()
