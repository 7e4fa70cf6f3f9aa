"""A record batch in, a record batch out: no row is lost, and the rows depend on the texts alone."""

from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from multiprocessing import get_context

import pyarrow
import pytest

import claimx
from claimx import _batch
from claimx.arrow import Options, extract_batch, results_schema
from claimx.errors import ArgumentError

ALL = Options(include="all")
ARTICLES = [
    "Selon Reuters, Acmé pourrait racheter Zorbex pour 3 milliards d’euros mardi.",
    "",
    "Microsoft a vendu une usine. Il n’a rien confirmé.",
    " date 2026-02-02 Titre de l’article\n\nLe groupe licencierait demain.",
    "« Nous vendons », a dit Acmé.\n\n" * 40,
    "\x00\u202e👩‍👩‍👧 NUL",
]


def batch(texts, **columns):
    names = [f"d{number}" for number in range(len(texts))]
    return pyarrow.record_batch({"id": names, "text": pyarrow.array(texts, pyarrow.string()), **columns})


def rows(texts, options=ALL, **columns):
    return extract_batch(batch(texts, **columns), options).to_pylist()


@pytest.mark.usefixtures("toy_by_default")
def test_a_row_a_document_in_order():
    found = rows(["rien", "il ACHETERAIT", ""])
    assert [row["id"] for row in found] == ["d0", "d1", "d2"]
    assert [len(row["claims"]) for row in found] == [0, 1, 0]
    assert found[1]["text_sha256"] == sha256(b"il ACHETERAIT").hexdigest()
    assert {row["error"] for row in found} == {None}


@pytest.mark.usefixtures("toy_by_default")
def test_a_document_that_cant_be_read_leaves_its_error():
    found = rows(["ACHAT", None, "ACHAT"], published=["2026-02-02", None, "hier"])
    assert [row["claims"] is None for row in found] == [False, True, True]
    assert found[1]["error"] == {"code": "E001", "message": "text: expected a string, got null."}
    assert found[1]["text_sha256"] is None
    assert found[2]["error"]["code"] == "E003"


def test_a_document_that_claimx_fails_on_costs_the_others_nothing(toy, monkeypatch):
    @cache
    def failing():
        nlp = type(toy).from_config(toy.config)

        def pipe(texts, **_):
            for doc in texts:
                if "BOMBE" in doc.text:
                    raise RuntimeError("boom")
                yield nlp(doc)

        monkeypatch.setattr(nlp, "pipe", pipe)
        return nlp

    monkeypatch.setattr(_batch, "_bundled", failing)
    found = rows(["ACHAT", "BOMBE", "VENTE"])
    assert [row["claims"] is None for row in found] == [False, True, False]
    assert found[1]["error"]["code"] == "E036"
    assert "d1" in found[1]["error"]["message"]
    assert "RuntimeError: boom" in found[1]["error"]["message"]


@pytest.mark.usefixtures("toy_by_default")
@pytest.mark.parametrize("day", [date(2026, 2, 2), datetime(2026, 2, 2, 7), "2026-02-02", None])
def test_days_come_in_any_type(day):
    assert rows(["ACHAT"], published=pyarrow.array([day]))[0]["error"] is None


@pytest.mark.usefixtures("toy_by_default")
def test_ids_may_be_numbers():
    found = extract_batch(pyarrow.record_batch({"id": [7, 8], "text": ["ACHAT", "rien"]}), ALL)
    assert found.column("id").to_pylist() == ["7", "8"]


def test_a_batch_without_texts_is_refused():
    with pytest.raises(ArgumentError, match="no column 'text'"):
        extract_batch(pyarrow.record_batch({"id": ["a"]}))


@pytest.mark.usefixtures("toy_by_default")
@pytest.mark.parametrize(
    ("text", "most", "read"),
    [
        ("Un. Deux. Trois quatre.", 20, "Un. Deux. "),
        ("Un. Deux trois quatre cinq six", 20, "Un. Deux trois"),
        ("« Un deux. » Trois quatre.", 20, "« Un deux. » "),
        ("abcdefghijklmnopqrstuvwxyz", 20, "abcdefghijklmnopqrst"),
        ("Un. Deux. Trois quatre.", 23, None),
    ],
)
def test_a_giant_is_cut_at_the_end_of_a_sentence_and_marked(text, most, read):
    [row] = rows([text], ALL._replace(max_chars=most))
    assert (row["cut_at"] and text[: row["cut_at"]]) == read
    assert row["text_sha256"] == sha256(text.encode()).hexdigest()


def test_no_document_no_row():
    assert extract_batch(batch([])).schema == results_schema()


@pytest.mark.model
def test_claims_are_those_of_extract():
    assert [row["claims"] for row in rows(ARTICLES)] == [
        [claim.to_dict() for claim in claimx.extract(text, include="all")] for text in ARTICLES
    ]


def in_parts(size):
    """The rows of all articles as bytes, by batches of a size: also for a process of its own."""
    whole = batch(ARTICLES * 3)
    parts = [extract_batch(whole.slice(start, size), ALL) for start in range(0, whole.num_rows, size)]
    table = pyarrow.Table.from_batches(parts).combine_chunks()
    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


@pytest.mark.model
def test_the_same_texts_give_the_same_bytes_in_any_batches_and_any_process():
    alone = in_parts(1)
    assert all(in_parts(size) == alone for size in (5, len(ARTICLES) * 3))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(in_parts, (2, 7), timeout=240)) == [alone, alone]


@pytest.mark.model
def test_tables_of_ones_own_and_another_currency_are_options(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("name,id\nZorglubi,Z1\n", encoding="utf-8")
    found = rows(["Zorglubi a payé 3 millions."], ALL._replace(organizations=str(table), currency="CHF"))
    [claim] = found[0]["claims"]
    assert claim["organizations"][0]["id"] == "Z1"
