"""Random and hostile texts through everything: claims, every export, Arrow. Looks for crashes and hangs.

usage: python benchmarks/fuzz.py [--minutes N] [--seed N] [--atheris]

Texts are made of press text cut off anywhere, of pieces that meet in the press and break rules, of any
Unicode, and of one piece again and again. What must hold of each is in `check`. A text that fails is made
shorter by Hypothesis and printed.
--atheris: bytes chosen by the coverage of the code instead (pip install atheris). Exit code 1 for a finding.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import gc
import io
import json
import re
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pyarrow
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import claimx
from claimx.arrow import Options, extract_batch
from claimx.output import FORMATS, Document, writer

ROOT = Path(__file__).resolve().parents[1]
PRESS = ROOT.parent / "shared" / "corpora" / "entities" / "press.jsonl"
# Seconds of processor time for a text: some for a slow machine, and as many as one needs for its characters.
SECONDS = 5
SECONDS_A_CHARACTER = 0.002
MEMORY = 8_000_000_000
EXAMPLES_A_ROUND = 500
OPTIONS = Options(include="all")
# fmt: off
PIECES = [
    "Selon Reuters, ", "le groupe Acmé ", "pourrait ", "n’a pas ", "aurait été racheté ",
    "Zorbex (ZBX) ", "« ", " »", "“", "”", '"', "‹", "(", ")", "[", "]", "{", "}", "—", " – ", "…",
    "...", ":", ";", ", ", ". ", "60 milliards d’euros ", "1\u202f234,56 € ", "entre 10 et ",
    "de 3 à 4 Md$ ", "1.111.111", "12e12", "-5 %", "½ ", "²", "١٢٣ ", "一百", "XXIe siècle ", "1er ",
    "0,0,0", "9" * 40, "1,", ".5", "€€", "$", "M€", "k€", "d'ici fin 2027", "mardi ",
    "du 28 au 3 mars ", "30 février 2026 ", "00/00/0000", "publié le ", "hier ",
    ", a indiqué l’entreprise", "qui ", "que ", "dont ", "si ", "ne ", "-t-il ", "l’", "qu’",
    "aujourd’hui ", "\n\n", "\n", "\r\n", "\t", "\u2028", "\xa0", "?", "!", " date 2026-02-02 ",
    "<script>", "=1+1", "@", "|", "\x00", "\ud800", "\udfff", "\ufeff", "\uffff", "\u200b", "\u200d",
    "\u202e", "\u2066", "́", "\U0010ffff", "\x1b[31m", "👩\u200d👩\u200d👧", "🇫🇷", "ﬁ", "ǅ", "İ", "ß",
    "Å", "é", "ÉÉÉÉÉ", "http://a.b/?c=d ", "a@b.fr ", "#mot ",
]
# fmt: on
# What no JSON can hold: it would be read as one character.
PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")
ANY = st.characters(exclude_categories=())
ARTICLES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
if PRESS.exists():
    ARTICLES += [json.loads(line)["text"] for line in PRESS.read_text(encoding="utf-8").splitlines()]
# Real sentences that begin and break off anywhere.
CUTS = st.builds(
    lambda article, start, length: article[start % len(article) :][:length],
    st.sampled_from(ARTICLES),
    st.integers(0, 100_000),
    st.integers(1, 300),
)
TEXTS = st.one_of(
    st.lists(st.one_of(CUTS, CUTS, st.sampled_from(PIECES)), min_size=1, max_size=6).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(alphabet=ANY, max_size=300),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(alphabet=ANY, max_size=3)), max_size=60).map("".join),
    st.builds(lambda piece, times: piece * times, st.sampled_from(PIECES), st.integers(1, 300)),
)


def check(text: str) -> None:
    """Raise AssertionError, or what claimx raises, where something does not hold of a text."""
    started = time.process_time()
    claims = claimx.extract(text, include="all", published="2026-02-02")
    plain = claims.to_dict()["claims"]
    for excerpt in excerpts(plain):
        assert text[excerpt["start"] : excerpt["end"]] == excerpt["text"], excerpt
    assert json.loads(claims.to_json())["text"] == PAIRS.sub("\ufffd\ufffd", text)
    if not PAIRS.search(text):
        assert claimx.Extraction.from_json(claims.to_json()) == claims
    for name, form in FORMATS.items():
        stream = io.BytesIO()
        writer(name)([Document("a.txt", claims.published, claims, text)], stream)
        if form.is_text:
            stream.getvalue().decode("utf-8")
        if name == "json":
            json.loads(stream.getvalue())
    encodable = text.encode("utf-8", "replace").decode("utf-8")
    batch = pyarrow.record_batch({"id": ["a"], "text": [encodable], "published": ["2026-02-02"]})
    (row,) = extract_batch(batch, OPTIONS).to_pylist()
    assert row["error"] is None, row["error"]
    if encodable == text:
        assert row["claims"] == json.loads(json.dumps(plain))
    spent = time.process_time() - started
    assert spent < SECONDS + SECONDS_A_CHARACTER * len(text), f"{spent:.1f} s"


def excerpts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with offsets and a text, however deep."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for item in value.values():
            yield from excerpts(item)
    elif isinstance(value, list):
        for item in value:
            yield from excerpts(item)


def one_round(number: int) -> int:
    """Some hundred texts. Returns how many. Raises what `check` raises, for the shortest text that fails."""
    tried = 0

    @seed(number)
    @settings(
        max_examples=EXAMPLES_A_ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(TEXTS)
    def run(text: str) -> None:
        nonlocal tried
        tried += 1
        signal.setitimer(signal.ITIMER_VIRTUAL, 2 * (SECONDS + SECONDS_A_CHARACTER * len(text)))
        try:
            check(text)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    run()
    return tried


def _too_long(*_: Any) -> None:
    raise AssertionError("no answer in twice the time")


def by_coverage(seconds: float) -> None:
    """Atheris, which looks for texts that reach new code, until the time is over or something fails."""
    import atheris

    # Only functions of claimx: with those of its dependencies a text takes five times as long.
    for function in [one for one in gc.get_objects() if isinstance(one, FunctionType)]:
        if str(function.__module__).startswith("claimx."):
            atheris.instrument_func(function)

    def run(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        pieces = []
        while provider.remaining_bytes() and len(pieces) < 60:
            number = provider.ConsumeIntInRange(0, len(PIECES))
            pieces.append(PIECES[number] if number < len(PIECES) else provider.ConsumeUnicode(3))
        check("".join(pieces))

    atheris.Setup(
        [sys.argv[0], f"-max_total_time={int(seconds)}", "-max_len=400", "-len_control=0", "-rss_limit_mb=0"],
        run,
    )
    atheris.Fuzz()


def main() -> int:
    """Fuzz for a time."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--atheris", action="store_true")
    options = parser.parse_args()
    # A text that takes all time or memory is a finding, too.
    signal.signal(signal.SIGVTALRM, _too_long)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    check("".join(PIECES))  # the pipeline is loaded, and so are the modules of every format
    if options.atheris:
        by_coverage(options.minutes * 60)
        return 0
    until = time.monotonic() + options.minutes * 60
    number, tried, findings = options.seed, 0, 0
    while time.monotonic() < until:
        try:
            tried += one_round(number)
        except Exception as error:  # whatever it is, the next round goes on
            findings += 1
            notes = "\n".join(getattr(error, "__notes__", []))
            print(f"seed {number}: {type(error).__name__}: {error}\n{notes}", flush=True)
        number += 1
        print(f"{tried} texts, {findings} findings, next seed {number}", file=sys.stderr, flush=True)
    return int(findings > 0)


if __name__ == "__main__":
    sys.exit(main())
