"""``claimx batch`` as it is called: options, exit codes, what it says."""

import json
import re

import pyarrow.parquet
import pytest

from claimx.apps.batch.status import described

TEXTS = [
    {"key": "a", "body": "Selon Reuters, Acmé pourrait racheter Zorbex mardi.", "day": "2026-02-02"},
    {"key": "b", "body": "Microsoft a vendu une usine. Apple aurait vendu la sienne.", "day": None},
]


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in TEXTS), encoding="utf-8")
    return path


FIELDS = ("--text-field", "body", "--id-field", "key", "--published-field", "day")


@pytest.mark.model
def test_a_corpus_becomes_parquet(run, tmp_path, corpus, monkeypatch):
    out = tmp_path / "out"
    code, shown, err = run("batch", corpus, "-o", out, *FIELDS, "--workers", 1, "--progress", "json")
    assert (code, shown) == (0, "")
    phases = re.findall(r'"phase": ?"(\w+)"', err)
    assert (phases[0], phases[-1]) == ("read", "end")
    found = pyarrow.parquet.read_table(out).to_pylist()
    assert [row["id"] for row in found] == ["a", "b"]
    assert found[0]["claims"][0]["dates"][0]["value"] == "2026-02-03"
    status = json.loads(run("batch", "--status", out)[1])
    assert (status["documents"], status["failed"], status["is_running"]) == (2, 0, False)

    monkeypatch.setattr("claimx.apps.cli.outputs.on_terminal", lambda output: True)
    shown = run("batch", "--status", out)[1]
    assert shown.startswith("finished: 2 documents in 1 file, 0 of them failed\nmade by claimx ")

    code, _, err = run("batch", corpus, "-o", out, *FIELDS, "--all")
    assert code == 2
    assert "include anchored there, all now" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give INPUT and -o DIR"),
        (("x.jsonl",), "give INPUT and -o DIR"),
        (("x.jsonl", "-o", "out", "--progress", "loud"), "auto, bar, json, none"),
        (("x.jsonl", "-o", "out", "--workers", "0"), "--workers"),
        (("x.jsonl", "-o", "out", "--organizations", "none.csv"), "none.csv"),
        (("--status", "nowhere"), "no batch run has written here"),
    ],
)
def test_misuse_has_code_2_and_says_what_to_give(run, arguments, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("batch", *arguments)
    assert code == 2
    assert message in err


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({}, "finished: 3 documents in 2 files, 1 of them failed"),
        ({"last_report": None}, "stopped before its end: 3 documents in 2 files, 1 of them failed"),
        ({"left": 4}, "stopped before its end: 3 documents in 2 files, 1 of them failed"),
        ({"left": 4, "is_running": True}, "running: 3 documents in 2 files, 1 of them failed"),
    ],
)
def test_a_status_in_words(changes, first):
    found = {
        "claimx_version": "1",
        "model_version": "fr 2",
        "options": {"include": "all", "currency": None},
        "parts": 2,
        "documents": 3,
        "failed": 1,
        "is_running": False,
        "last_report": {"left": changes.pop("left", 0), "documents_per_second": 2.55},
    } | changes
    lines = list(described(found))
    assert lines[0] == first
    assert lines[-1] == "made by claimx 1 with fr 2: include all"
    assert ("goes on where it was" in lines[1]) is first.startswith("stopped")
    assert ("left: 4 documents, at 2.5 a second" in lines) is first.startswith("running")


def test_inputs_that_cant_be_read_are_named_and_have_code_1(run, tmp_path):
    code, _, err = run("batch", tmp_path / "none.jsonl", "-o", tmp_path / "out")
    assert code == 1
    assert "none.jsonl: no such file" in err
