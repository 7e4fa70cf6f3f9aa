"""Number words against text2num, which knows them well up to the billions.

What one of them reads and the other does not: hundreds counted beyond nine ("dix-neuf cents") are a number
here where a currency follows; text2num takes "et" almost anywhere ("cent et cinq"), here it joins "un",
and "onze" or "dix" to "soixante"; text2num refuses "vingt un", "un mille" and some hyphens before "mille".
"""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from text_to_num import text2num

from claimx.values.amounts.finder import find_amounts
from claimx.values.numbers import number_at, number_words
from claimx.values.scanner import scan

SMALL = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
REGIONS = {
    "France": {},
    "Belgium": {7: "septante", 9: "nonante"},
    "Switzerland": {7: "septante", 8: "huitante", 9: "nonante"},
}


def below_hundred(number, tens):
    """The words of a number below 100, and whether it ends with a plural "quatre-vingts"."""
    if number <= 16:
        return [SMALL[number]]
    ten, unit = divmod(number, 10)
    if ten == 1:
        return ["dix", SMALL[unit]]
    if ten in tens:
        joint = [] if unit == 0 else ["et", "un"] if unit == 1 else [SMALL[unit]]
        return [tens[ten], *joint]
    if ten in (7, 9):
        base = ["soixante"] if ten == 7 else ["quatre", "vingt"]
        return [*base, *(["et"] if number == 71 else []), *below_hundred(10 + unit, tens)]
    return ["quatre", "vingt" if unit else "vingts", *([SMALL[unit]] if unit else [])]


def below_thousand(number, tens):
    hundred, rest = divmod(number, 100)
    found = [SMALL[hundred]] if hundred > 1 else []
    if hundred:
        found.append("cents" if hundred > 1 and not rest else "cent")
    return found + (below_hundred(rest, tens) if rest or not hundred else [])


def spelled(number, region, joint):
    """A number in words. joint: what stands between them, such as the hyphen of the spelling of 1990."""
    tens = TENS | REGIONS[region]
    parts = []
    for factor, name in ((10**9, "milliard"), (10**6, "million"), (1000, "mille")):
        count, number = divmod(number, factor)
        if count and name == "mille":
            # "cent" and "vingt" take no s before "mille".
            counted = below_thousand(count, tens) if count > 1 else []
            parts += [word.removesuffix("s") if word in ("cents", "vingts") else word for word in counted]
            parts.append("mille")
        elif count:
            parts += [*below_thousand(count, tens), name + "s" * (count > 1)]
    if number or not parts:
        parts += below_thousand(number, tens)
    return joint.join(parts)


def read(text):
    """What claimx reads where it reads the whole text as one number, else None."""
    tokens = scan(text)
    number = number_at(tokens, 0)
    return int(number.value) if number is not None and number.end == len(tokens) else None


def oracle(text):
    """What text2num reads, else None."""
    try:
        return text2num(text, "fr")
    except ValueError:
        return None


@given(st.integers(0, 999_999), st.sampled_from(sorted(REGIONS)), st.sampled_from(["-", " "]))
@example(71, "France", "-")
@example(80_000, "France", " ")
@example(181, "Switzerland", "-")
@settings(max_examples=500)
def test_text2num_agrees_on_numbers_below_a_million(number, region, joint):
    written = spelled(number, region, joint)
    assert read(written) == number
    assert oracle(written) == (None if refuses(written) else number)


def refuses(written):
    """Whether text2num does not read a spelling: a hyphen before "mille", after some numbers."""
    return "-mille" in written and oracle(written) is None


@given(st.integers(1, 999_999_999_999), st.sampled_from(sorted(REGIONS)))
@example(1_000_000, "France")
@example(2_000_001_000, "France")
@settings(max_examples=300)
def test_text2num_agrees_on_sums(number, region):
    written = spelled(number, region, " ")
    joint = " d'" if written.endswith(("million", "millions", "milliard", "milliards")) else " "
    [amount] = find_amounts(f"Il paie {written}{joint}euros.")
    assert Decimal(amount.minimum) == number == oracle(written)


KINDS = ("unit", "teen", "ten", "hundred", "thousand")
KNOWN = sorted(word for word, (value, kind) in number_words().items() if kind in KINDS and value)


@given(st.lists(st.sampled_from([*KNOWN, "et"]), min_size=1, max_size=6), st.sampled_from([" ", "-"]))
@example(["dix", "huit", "cent"], " ")
@example(["cent", "et", "un"], "-")
@example(["dix", "et", "un"], " ")
@settings(max_examples=1000)
def test_what_text2num_reads_is_read_the_same(pieces, joint):
    written = joint.join(pieces)
    value = oracle(written)
    if value is not None and not is_read_by_text2num_alone(pieces):
        assert read(written) == value


def is_read_by_text2num_alone(pieces):
    """Whether hundreds are counted beyond nine, or "et" joins what no French number joins by it."""
    kinds = [number_words()[piece][1] if piece in number_words() else piece for piece in pieces]
    for place, kind in enumerate(kinds):
        before = kinds[max(0, place - 2) : place]
        if kind == "hundred" and (
            before[-1:] in (["teen"], ["ten"]) or before in (["teen", "unit"], ["ten", "unit"])
        ):
            return True
    joints = [place for place, piece in enumerate(pieces[:-1]) if piece == "et"]
    return any(
        pieces[place + 1] not in ("un", "une") or kinds[place - 1 : place] == ["teen"] for place in joints
    )


@pytest.mark.parametrize(("value", "written"), [(1900, "dix-neuf cents euros"), (1200, "douze cents euros")])
def test_hundreds_beyond_nine_are_read_before_a_currency(value, written):
    [amount] = find_amounts(written)
    assert (amount.minimum, amount.text) == (str(value), written)
