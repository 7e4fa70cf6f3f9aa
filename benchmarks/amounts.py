"""How right and fast ``find_amounts`` is beside price-parser, Recognizers-Text and edsnlp, and how it grows.

    python benchmarks/amounts.py [SENTENCES.txt.gz]

SENTENCES has one sentence a line (gzip or plain text); it defaults to the French side of NTREX-128
in ``../shared``. Where there is none, take any French text of some thousand lines: what is printed is
comparable within one run only. All speeds are of processor time on one core, the best of five.

edsnlp and Microsoft's Recognizers-Text are measured on the first 300 sentences where they are installed
(``pip install edsnlp``, ``pip install recognizers-text-suite 'emoji<2'``). Accuracy is on the phrasings of
``tests/cases``: an exact sum is right in value where it is the only one found.

Last, texts of half a megabyte and of one: twice the length takes twice the time.
"""

import argparse
import gzip
import importlib.util
import sys
import warnings
from pathlib import Path

from price_parser import Price

sys.path.insert(0, str(Path(__file__).parents[1]))

from timing import seconds

from claimx.values.amounts.finder import find_amounts, may_have_amounts
from claimx.values.amounts.quantities import quantities
from claimx.values.amounts.ranges import candidates
from claimx.values.scanner import scan
from tests.cases import cases

NTREX = Path(__file__).parents[2] / "shared" / "corpora" / "raw" / "ntrex-fra.txt.gz"
WANTED = 60_000
RECOGNIZERS_TIMES = 20
FEW = 300
HALF = 500_000
PIECES = [
    "1",
    "1 ",
    " ",
    "\u00a0",
    "de ",
    "((((",
    "€",
    "1 € ",
    "un million, ",
    "plus de ",
    "1, 2 et ",
    "3 livres ",
]
UNITS = {
    "euro": {"dim": "euro", "degree": 1, "scale": 1, "terms": ["€", "euro", "euros", "eur"]},
    "dollar": {"dim": "dollar", "degree": 1, "scale": 1, "terms": ["$", "dollar", "dollars", "usd"]},
}


def match(text):
    """What ``find_amounts`` does before it decides: the first look, the tokens, numbers, units, ranges."""
    if may_have_amounts(text):
        tokens = scan(text)
        candidates(text, tokens, list(quantities(text, tokens)))


def edsnlp_reader():
    """A pipeline of edsnlp that reads quantities of euros and dollars; None where it is not installed."""
    if importlib.util.find_spec("edsnlp") is None:
        return None
    warnings.simplefilter("ignore")
    import edsnlp

    pipeline = edsnlp.blank("eds")
    units = {name: {**unit, "followed_by": None} for name, unit in UNITS.items()}
    wanted = {name: {"unit": name} for name in units}
    config = {"quantities": wanted, "units_config": units, "extract_ranges": True, "use_tables": False}
    pipeline.add_pipe("eds.quantities", config=config)
    return pipeline


def recognizers():
    """What finds the amounts of a text with Recognizers-Text; None where it is not installed."""
    if importlib.util.find_spec("recognizers_number_with_unit") is None:
        return None
    warnings.simplefilter("ignore")
    from recognizers_number_with_unit import recognize_currency

    return lambda text: recognize_currency(text, "fr-fr")


def speed(sentences):
    """Print sentences a second of each system, and where the time of ``find_amounts`` goes."""
    find_amounts("1 €")
    whole = seconds(find_amounts, sentences)
    rate = len(sentences) / whole
    verdict = "as wanted" if rate >= WANTED else "TOO SLOW"
    print(f"find_amounts  {rate:>9,.0f} sentences/s  ({WANTED:,} wanted: {verdict})")
    print(f"price-parser  {len(sentences) / seconds(Price.fromstring, sentences):>9,.0f} sentences/s")
    reader = edsnlp_reader()
    if reader is None:
        print("edsnlp        not installed: pip install edsnlp")
    else:
        print(f"edsnlp        {FEW / seconds(reader, sentences[:FEW]):>9,.0f} sentences/s")
    recognize = recognizers()
    if recognize is None:
        print("Recognizers   not installed: pip install recognizers-text-suite")
    else:
        recognize("1 €")
        theirs = FEW / seconds(recognize, sentences[:FEW])
        verdict = "as wanted" if rate >= RECOGNIZERS_TIMES * theirs else "TOO SLOW"
        print(f"Recognizers   {theirs:>9,.0f} sentences/s  ({rate / theirs:,.0f} times slower: {verdict})")
    look, matcher = seconds(may_have_amounts, sentences), seconds(match, sentences)
    share = (
        f"{look / whole:.0%} for the first look, {(matcher - look) / whole:.0%} for tokens, numbers, ranges"
    )
    print(f"the matcher takes {matcher / whole:.0%} of the time of find_amounts ({share}); the rest decides")
    rich = [sentence for sentence in sentences if find_amounts(sentence)]
    if rich:
        rate = len(rich) / seconds(find_amounts, rich)
        print(f"with amounts  {rate:>9,.0f} sentences/s  ({len(rich)} of them)")


def same(given, value):
    """Whether an answer, a number or a string of one, is a value."""
    try:
        return float(str(given).replace(",", ".")) == float(value)
    except (TypeError, ValueError):
        return False


def agreement():
    """Print how many exact phrasings of ``tests/cases`` each system gives the value of."""
    exact = [(value[1], text) for value, text in cases("amounts") if value[0] == "exact"]
    answers = {"claimx": [[amount.minimum for amount in find_amounts(text)] for _, text in exact]}
    answers["price-parser"] = [[Price.fromstring(text).amount_float] for _, text in exact]
    recognize = recognizers()
    if recognize is not None:
        found = [recognize(text) for _, text in exact]
        answers["Recognizers"] = [[(one.resolution or {}).get("value") for one in few] for few in found]
    print(f"exact phrasings of tests/cases right in value, {len(exact)}:")
    for name, given in answers.items():
        values = [len(few) == 1 and same(few[0], value) for (value, _), few in zip(exact, given, strict=True)]
        print(f"  {name:<13} {sum(values)}")


def growth():
    """Print the time for long texts of one piece, and by how much doubling them lengthens it."""
    print("\n1 MB of            seconds   of 0.5 MB")
    for piece in PIECES:
        half, whole = (piece * (size // len(piece)) + " 1 €" for size in (HALF, 2 * HALF))
        short, long = (seconds(find_amounts, [text], times=1) for text in (half, whole))
        print(f"{piece!r:<18} {long:>7.2f} {long / max(short, 1e-9):>9.1f} times")


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sentences", type=Path, nargs="?", default=NTREX, help="one a line, .gz or plain")
    path = parser.parse_args().sentences
    if path.is_file():
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
        speed([line for line in text.splitlines() if line.strip()])
    else:
        print(f"no sentences at {path}: give a file with one French sentence a line, for example")
        print("newstest2019-ref.fra.txt of NTREX-128 (CC BY-SA 4.0); without it no speed is measured")
    agreement()
    growth()


if __name__ == "__main__":
    main()
