"""The speed of other libraries on texts from stdin, for `table.py`: it needs nothing of claimx.

usage: PYTHON benchmarks/peers.py < texts.json

Runs in an environment where they are installed, as some of them do not go together with claimx's own
(pip install edsnlp recognizers-text-suite 'emoji<2' price-parser dateparser). stdin: {"sentences": [...],
"articles": [...]}; stdout: an object from the name of each library to what was measured.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"
QUALIFIERS = ("eds.negation", "eds.hypothesis", "eds.reported_speech")


def edsnlp() -> Callable[[str], Any]:
    """The qualifiers of every word: polarity, hedges, reported speech."""
    nlp = import_module("edsnlp").blank("eds")
    nlp.add_pipe("eds.sentences")
    for name in QUALIFIERS:
        nlp.add_pipe(name, config={"on_ents_only": False})
    return nlp


def recognizers() -> Callable[[str], Any]:
    """Amounts of money in French."""
    recognize = import_module("recognizers_number_with_unit").recognize_currency
    return lambda text: recognize(text, "fr-fr")


def price_parser() -> Callable[[str], Any]:
    """One price, the first."""
    return import_module("price_parser").Price.fromstring


def dateparser() -> Callable[[str], Any]:
    """All dates in French."""
    search = import_module("dateparser.search").search_dates
    return lambda text: search(text, languages=["fr"])


def measured(texts: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The name of each library with its version, and its speed or what is missing."""
    for name, package, make, kind in (
        ("edsnlp, negation, hypothesis and reported speech", "edsnlp", edsnlp, "articles"),
        ("Recognizers, currency (fr)", "recognizers-text-number-with-unit", recognizers, "sentences"),
        ("price-parser, one price a sentence", "price-parser", price_parser, "sentences"),
        ("dateparser.search (fr)", "dateparser", dateparser, "sentences"),
    ):
        try:
            function = make()
        except ImportError as error:
            yield name, f"not installed ({error.name})"
            continue
        given = texts[kind]
        spent = _seconds(function, given)
        words = sum(len(text.split()) for text in given)
        unit = f"{words / spent:,.0f} words/s"
        if kind == "sentences":
            unit = f"{len(given) / spent:,.0f} sentences/s, {unit}"
        yield f"{name}, {version(package)}", unit


def _seconds(function: Callable[[str], Any], texts: list[str]) -> float:
    """Processor time, the better of two rounds, after a first text."""
    function(texts[0])
    rounds = []
    for _ in range(2):
        started = time.process_time()
        for text in texts:
            function(text)
        rounds.append(time.process_time() - started)
    return min(rounds)


if __name__ == "__main__":
    print(json.dumps(dict(measured(json.load(sys.stdin)))))
