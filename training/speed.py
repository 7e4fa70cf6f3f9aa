"""Time a pipeline: how long it loads, how many words a second its components do on one core.

    OPENBLAS_NUM_THREADS=1 python training/speed.py MODEL TEXTS.jsonl

A process of its own, so that loading is that of a fresh process and one thread does the work. TEXTS.jsonl has
a "text" a line; they are put together into articles of about 300 words. The best of five rounds counts: other
work on the machine only ever slows one down. Prints JSON.
"""

import json
import sys
import time
from pathlib import Path

import spacy

import claimx.french.language
import claimx.french.lemmatizer
import claimx.french.parser
import claimx.french.sentence_starts
import claimx.french.verb_forms  # noqa: F401
from claimx.french.ops import prefer_fast_ops

WORDS, ARTICLES, ROUNDS = 300, 150, 5


def articles(path: Path) -> list[str]:
    """Join the texts of a file into articles."""
    joined, parts = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts.append(json.loads(line)["text"])
        if sum(len(part.split()) for part in parts) >= WORDS:
            joined.append("\n\n".join(parts))
            parts = []
    return joined[:ARTICLES]


def main(model: str, texts_path: str) -> None:
    """Measure and print."""
    start = time.perf_counter()
    nlp = spacy.load(model)
    prefer_fast_ops(nlp)
    loading = time.perf_counter() - start
    texts = articles(Path(texts_path))
    words = sum(len(text.split()) for text in texts)
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        with nlp.memory_zone():
            for doc in nlp.pipe(texts):
                len(doc)
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"loading, s": round(loading, 2), "words a second": round(words / min(seconds))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
