"""Data frames: columns, their types, one row an amount, pandas and polars."""

from dataclasses import replace
from decimal import Decimal

import pandas
import polars
import pytest

import claimx
from claimx import Extraction, Failure
from claimx.errors import ArgumentError, ArgumentTypeError, ClaimxError
from claimx.model import Extent
from claimx.model.enums import Level
from claimx.output.frames import COLUMNS, LEVELS, frame_kind, pandas_frame, polars_frame


@pytest.fixture
def extraction(claim, text):
    bare = replace(claim, id="c1", amounts=(), confidence=replace(claim.confidence, level=Level.CERTAIN))
    return Extraction(claims=(claim, bare), text=text, published="2026-02-02")


EMPTY = Extraction(claims=(), text="")


def test_the_types_of_columns_do_not_depend_on_the_claims(extraction):
    full, empty = extraction.to_frame(), EMPTY.to_frame()
    assert list(full.columns) == list(empty.columns) == list(COLUMNS)
    assert dict(full.dtypes) == dict(empty.dtypes)
    both = pandas.concat([empty, full])
    assert (both.start.dtype, both.score.dtype) == ("int64", "float64")
    assert both.level.dtype == full.level.dtype


def test_levels_are_ordered_categories(extraction):
    frame = extraction.to_frame()
    assert list(frame.level.cat.categories) == LEVELS
    assert list(frame.sort_values("level", ascending=False).id) == ["c1", "c0"]
    assert list(frame[frame.level >= "probable"].id) == ["c1"]


def test_a_sentence_is_without_the_lines_around_it(extraction, text):
    longer = replace(extraction, text=f"{text}\n\n")
    claims = [replace(one, sentence=Extent(0, len(longer.text))) for one in longer]
    assert set(replace(longer, claims=tuple(claims)).to_frame().sentence) == {text.strip()}


def test_a_row_has_the_document_the_sentence_and_all_of_an_amount(extraction, text):
    [row, _] = claimx.to_frame({"a.txt": extraction}).to_dict("records")
    assert (row["document"], row["published"], row["sentence"]) == ("a.txt", "2026-02-02", text)
    assert (row["minimum"], row["maximum"], row["relation"]) == (
        [None],
        [Decimal("60000000000")],
        ["at_most"],
    )
    assert (row["currency"], row["currency_inferred"]) == (["USD"], [False])
    assert (row["dates"], row["date_begin"], row["date_end"]) == (["2027"], [None], ["2027-12-31"])
    assert row["related"] == []
    assert (row["organizations"], row["organization_kinds"], row["wikidata"]) == (
        ["Acmé & fils"],
        ["company"],
        ["Q1"],
    )


def test_frames_of_many_number_their_documents(extraction):
    frame = claimx.to_frame([extraction, EMPTY, extraction])
    assert list(frame.document) == ["0", "0", "2", "2"]
    assert extraction.to_frame().document.isna().all()


def test_amounts_may_have_a_row_each(extraction, claim):
    second = replace(claim.amounts[0], minimum="12.5", maximum=None)
    both = replace(extraction, claims=(replace(claim, amounts=(*claim.amounts, second)), extraction[1]))
    frame = both.to_frame(amounts="exploded")
    assert list(frame.id) == ["c0", "c0", "c1"]
    assert frame.maximum.dtype == frame.minimum.dtype == "float64"
    assert frame.maximum.iloc[0] == 60e9
    assert frame.minimum.iloc[1] == 12.5
    assert frame.currency.isna().tolist() == [False, False, True]
    assert dict(EMPTY.to_frame(amounts="exploded").dtypes) == dict(frame.dtypes)
    with pytest.raises(ArgumentError, match="amounts: unknown value 'rows'"):
        extraction.to_frame(amounts="rows")


@pytest.mark.parametrize("amounts", ["lists", "exploded"])
def test_polars_has_the_same_columns_and_cells(extraction, amounts):
    mine = polars_frame([("a", extraction)], amounts)
    other = pandas_frame([("a", extraction)], amounts)
    assert mine.columns == list(other.columns)
    assert mine["id"].to_list() == list(other.id)
    assert polars_frame([("a", EMPTY)], amounts).schema == mine.schema
    assert polars.concat([mine, polars_frame([], amounts)]).height == mine.height


@pytest.mark.parametrize(
    ("thing", "message"),
    [
        (None, "extractions: expected an iterable or a mapping of Extractions, got NoneType"),
        ([None], r"extractions\[0\]: expected an Extraction .*, got NoneType"),
        ({"a": Failure(0, ClaimxError("x"))}, r"extractions\['a'\]: .* got Failure"),
    ],
)
def test_what_is_no_extraction_is_refused(thing, message):
    with pytest.raises(ArgumentTypeError, match=message):
        claimx.to_frame(thing)


def test_one_extraction_is_not_taken_for_many(extraction):
    with pytest.raises(ArgumentTypeError, match=r"one alone has its own method to_frame\), got Claim"):
        claimx.to_frame(extraction)


@pytest.mark.parametrize("thing", [[], "text", {"a": 1}, pandas.Series(["a"])])
def test_what_is_no_frame_is_refused(thing):
    with pytest.raises(ArgumentTypeError, match="expected a pandas or polars DataFrame"):
        frame_kind(thing)
