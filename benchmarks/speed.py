"""Words per second of the whole chain in one process, and the share of claimx's components.

usage: python benchmarks/speed.py [FILE.jsonl] [--articles N] [--rounds N] [--json]

FILE.jsonl has a "text" a line; default ../shared/corpora/entities/press.jsonl. Texts are put
together into articles of about 300 words. One core: the threads of BLAS are switched off. In
each round, the same articles go through a bare spaCy tokenizer (the reference that tells how
fast the machine is today), through claimx.extract_many, and through the chain component by
component. The best round counts, since other work on the machine only ever slows one down.
Garbage collection is tuned (`claimx._batch.tune_gc`), as in `claimx extract` and the workers of extract_many.
"""

# ruff: noqa: E402 (BLAS reads these variables when it is loaded)
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language

import claimx
from claimx._batch import tune_gc
from claimx.pipeline import ORDER

PRESS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora" / "entities" / "press.jsonl"
WORDS = 300
BATCH = 32


def articles(path: Path, number: int) -> list[str]:
    """Texts of about WORDS words, made of the texts of a file, which is read again where it is short."""
    texts = [
        json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    return list(_joined(texts, number))


def _joined(texts: list[str], number: int) -> Iterator[str]:
    parts: list[str] = []
    position = 0
    for _ in range(number):
        while sum(len(part.split()) for part in parts) < WORDS:
            parts.append(texts[position % len(texts)])
            position += 1
        yield "\n\n".join(parts)
        parts = []


def by_component(nlp: Language, texts: list[str]) -> Counter[str]:
    """Processor seconds of each component, in batches as in nlp.pipe: the Docs of one go before the next."""
    spent: Counter[str] = Counter()
    for first in range(0, len(texts), BATCH):
        _time_batch(nlp, texts[first : first + BATCH], spent)
    return spent


def _time_batch(nlp: Language, texts: list[str], spent: Counter[str]) -> None:
    started = time.process_time()
    docs = [nlp.make_doc(text) for text in texts]
    spent["tokenizer"] += time.process_time() - started
    for name, pipe in nlp.pipeline:
        if name not in ORDER:
            started = time.process_time()
            docs = (
                list(pipe.pipe(docs, batch_size=BATCH))
                if hasattr(pipe, "pipe")
                else [pipe(doc) for doc in docs]
            )
            spent[name] += time.process_time() - started
    # A text goes through all of claimx's components before the next one does.
    own = [(name, pipe) for name, pipe in nlp.pipeline if name in ORDER]
    for doc in docs:
        for name, pipe in own:
            started = time.process_time()
            pipe(doc)
            spent[name] += time.process_time() - started


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=PRESS)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    texts = articles(options.file, options.articles)
    words = sum(len(text.split()) for text in texts)
    reference, nlp = spacy.blank("xx"), claimx.load()
    claimx.extract(texts[0])
    tune_gc()
    best: dict[str, float] = {}
    share, spent = 1.0, Counter[str]()
    for _ in range(options.rounds):
        started = time.perf_counter()
        for doc in reference.tokenizer.pipe(texts):
            len(doc)
        _keep(best, "blank tokenizer", time.perf_counter() - started)
        started = time.perf_counter()
        for extraction in claimx.extract_many(texts, include="all"):
            len(extraction)
        _keep(best, "claimx.extract_many", time.perf_counter() - started)
        with nlp.memory_zone():
            now = by_component(nlp, texts)
        if sum(now.values()) < best.get("components", float("inf")):
            best["components"] = sum(now.values())
            spent = now
            share = sum(now[name] for name in ORDER) / sum(now.values())
    speeds = {name: words / seconds for name, seconds in best.items()}
    if options.json:
        print(json.dumps({"words_per_second": speeds, "claimx_share": share}, indent=2))
    else:
        print(f"{len(texts)} articles, {words} words")
        for name, speed in speeds.items():
            print(f"{name:22} {speed:10,.0f} words/s")
        print(f"share of claimx's components {share:.1%}   (goal 30 %)")
        for name, seconds in spent.most_common():
            print(f"  {name:22} {seconds / sum(spent.values()):6.1%}   {words / seconds:12,.0f} words/s")
    return 0


def _keep(best: dict[str, float], name: str, seconds: float) -> None:
    best[name] = min(seconds, best.get(name, seconds))


if __name__ == "__main__":
    sys.exit(main())
