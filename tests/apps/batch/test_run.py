"""A batch run: every document once, whatever stands in the texts and whatever is in the way."""

import json
import os
import re
import threading
from pathlib import Path

import pyarrow.parquet
import pytest

from claimx.apps.batch import durable, parts
from claimx.apps.batch.status import status
from claimx.arrow import Options
from claimx.errors import DocumentError
from tests.apps.batch import toy


def lines(path, texts, start=0):
    records = [{"id": f"d{start + number}", "text": text} for number, text in enumerate(texts)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def rows(directory):
    return [
        row for path in parts.part_files(directory) for row in pyarrow.parquet.read_table(path).to_pylist()
    ]


def ids(directory):
    return [row["id"] for row in rows(directory)]


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def texts(tmp_path):
    return lines(tmp_path / "texts.jsonl", [f"Texte {number}." for number in range(100)])


ALL = [f"d{number}" for number in range(100)]


def test_every_document_has_a_row_in_the_order_of_the_input(out, texts):
    outcome = toy.run(out, [texts], workers=2, part_size=40).go()
    assert ids(out) == ALL
    assert (outcome.counts, outcome.problems, outcome.stopped) == ((100, 0), 0, None)
    assert sorted(path.name for path in out.iterdir()) == [
        *(".lock", "_manifest.json", "_progress.json"),
        *(f"part-{number:06}.parquet" for number in range(3)),
    ]


def test_the_files_do_not_depend_on_the_number_of_processes(tmp_path, texts):
    for workers in (1, 3):
        toy.run(tmp_path / str(workers), [texts], workers=workers, part_size=64).go()
    one, three = ([path.read_bytes() for path in parts.part_files(tmp_path / name)] for name in ("1", "3"))
    assert one == three


def test_a_second_run_has_nothing_to_do_and_new_files_are_added(out, texts, tmp_path):
    toy.run(out, [texts]).go()
    before = {path: path.stat().st_mtime_ns for path in parts.part_files(out)}
    toy.run(out, [texts]).go()
    more = lines(tmp_path / "more.jsonl", ["Encore.", "Encore !"], start=100)
    toy.run(out, [more, texts]).go()
    assert sorted(ids(out)) == sorted([*ALL, "d100", "d101"])
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize(("word", "code"), [("DIE", "E086"), ("HANG", "E087")])
def test_a_document_that_ends_its_process_is_named_and_left_out(out, tmp_path, word, code):
    texts = [f"Texte {number}." for number in range(70)]
    texts[33] = f"Un texte qui {word}."
    outcome = toy.run(out, [lines(tmp_path / "texts.jsonl", texts)], workers=2, timeout=1.5).go()
    found = rows(out)
    assert [row["id"] for row in found] == [f"d{number}" for number in range(70)]
    assert [row["id"] for row in found if row["error"]] == ["d33"]
    assert found[33]["error"]["code"] == code
    assert "d33" in found[33]["error"]["message"]
    assert found[33]["text_sha256"]
    assert outcome.counts.failed == 1


def test_processes_that_never_start_are_an_error(out, texts):
    with pytest.raises(ValueError, match=r"E085.*exit code 3"):
        toy.run(out, [texts], extract=toy.never_ready).go()


def test_ids_that_stand_twice_are_refused_with_their_places(out, tmp_path, texts):
    more = lines(tmp_path / "more.jsonl", ["Autre."], start=7)
    with pytest.raises(DocumentError, match=r"'d7' \(.*texts.jsonl:8, .*more.jsonl:1\)"):
        toy.run(out, [texts, more]).go()
    assert ids(out) == []


def test_a_text_that_has_changed_since_is_told_and_has_one_row(out, tmp_path):
    texts = lines(tmp_path / "texts.jsonl", ["Un.", "Deux."])
    toy.run(out, [texts]).go()
    lines(texts, ["Un.", "Deux, autrement."])
    told = []
    outcome = toy.run(out, [texts], problem=told.append).go()
    assert outcome.problems == 1
    assert "E084" in str(told[0].error)
    assert "texts.jsonl:2" in str(told[0].error)
    assert ids(out) == ["d0", "d1"]


def test_what_cant_be_read_is_told_once_and_the_rest_goes_on(out, tmp_path, texts):
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "a", "text": "Un."}\n{"id": \n{"id": "b", "text": "Deux."}\n', encoding="utf-8")
    told = []
    outcome = toy.run(out, [broken, tmp_path / "none.jsonl", texts], problem=told.append).go()
    assert [Path(one.origin).name for one in told] == ["broken.jsonl:2", "none.jsonl"]
    assert outcome.problems == 2
    assert sorted(ids(out)) == sorted([*ALL, "a", "b"])


def test_a_file_that_vanishes_meanwhile_is_told_and_read_next_time(out, tmp_path, texts, monkeypatch):
    last = lines(tmp_path / "zlast.jsonl", ["Fin."], start=100)
    run = toy.run(out, [texts, last], problem=(told := []).append)
    begin = run.progress.begin
    monkeypatch.setattr(run.progress, "begin", lambda found: (begin(found), last.rename(tmp_path / "away")))
    assert run.go().problems == 1
    assert "no such file" in str(told[0].error)
    (tmp_path / "away").rename(last)
    toy.run(out, [texts, last]).go()
    assert sorted(ids(out)) == sorted([*ALL, "d100"])


def test_two_ways_of_making_results_are_not_mixed(out, texts):
    toy.run(out, [texts]).go()
    with pytest.raises(DocumentError, match=r"include anchored there, all now"):
        toy.run(out, [texts], options=Options(include="all")).go()


def test_the_content_of_a_table_counts_not_its_place(out, tmp_path, texts):
    for name, content in (
        ("a.csv", "name\nZorbex\n"),
        ("b.csv", "name\nZorbex\n"),
        ("c.csv", "name\nAutre\n"),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
    toy.run(out, [texts], options=Options(organizations=str(tmp_path / "a.csv"))).go()
    toy.run(out, [texts], options=Options(organizations=str(tmp_path / "b.csv"))).go()
    with pytest.raises(DocumentError, match="organizations"):
        toy.run(out, [texts], options=Options(organizations=str(tmp_path / "c.csv"))).go()


def test_a_full_disk_is_an_error_that_keeps_what_is_there(out, texts, monkeypatch):
    write, written = parts.write_part, []

    def full(directory, number, batches):
        if number == 1:
            raise OSError(28, "No space left on device")
        written.append(number)
        write(directory, number, batches)

    monkeypatch.setattr(parts, "write_part", full)
    with pytest.raises(DocumentError, match=r"No space left on device.*Make room, then run the same command"):
        toy.run(out, [texts], part_size=32).go()
    monkeypatch.undo()
    assert 0 in written
    kept = ids(out)
    assert 32 <= len(kept) < 100
    toy.run(out, [texts], part_size=32).go()
    assert sorted(ids(out)) == sorted(ALL)
    assert not list(out.glob(f"*{durable.ASIDE}*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_directory_that_is_read_only_is_an_error(tmp_path, texts):
    (tmp_path / "ro").mkdir(mode=0o500)
    with pytest.raises(DocumentError, match="right to write"):
        toy.run(tmp_path / "ro" / "out", [texts]).go()


def test_a_directory_that_is_a_file_is_an_error(tmp_path, texts):
    (tmp_path / "file").write_text("x")
    with pytest.raises(DocumentError, match="can't be written"):
        toy.run(tmp_path / "file", [texts]).go()


def test_a_damaged_part_is_named(out, texts):
    toy.run(out, [texts], part_size=32).go()
    damaged = parts.part_files(out)[1]
    damaged.write_bytes(damaged.read_bytes()[:50])
    with pytest.raises(DocumentError, match=r"part-000001.parquet: can't be read.*Delete it"):
        toy.run(out, [texts]).go()
    damaged.unlink()
    toy.run(out, [texts]).go()
    assert sorted(ids(out)) == sorted(ALL)


def test_a_second_run_at_the_same_time_is_refused(out, texts, monkeypatch):
    refused = []

    def other():
        with pytest.raises(DocumentError, match="another run"):
            toy.run(out, [texts]).go()
        refused.append(status(out)["is_running"])

    run = toy.run(out, [texts])
    begin = run.progress.begin
    monkeypatch.setattr(run.progress, "begin", lambda found: (begin(found), other()))
    run.go()
    assert refused == [True]


def test_reports_say_how_far_it_is_and_status_what_is_there(out, texts):
    reports = []
    toy.run(out, [texts], reports=reports).go()
    assert [reports[0]["phase"], reports[-1]["phase"]] == ["read", "end"]
    assert reports[0]["left"] == 100
    assert (reports[-1]["left"], reports[-1]["done"], reports[-1]["documents"]) == (0, 100, 100)
    assert reports[-1]["documents_per_second"] > 0
    found = status(out)
    assert (found["documents"], found["failed"], found["is_running"]) == (100, 0, False)
    assert found["last_report"]["phase"] == "end"


def test_a_directory_without_a_run_has_no_status(tmp_path):
    with pytest.raises(DocumentError, match="no batch run"):
        status(tmp_path)


def test_lone_surrogates_have_rows(out, tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "a\\ud800", "text": "Un \\ud800 texte."}\n', encoding="utf-8")
    toy.run(out, [path]).go()
    assert ids(out) == ["a\ufffd"]


def test_memory_of_the_parent_is_bounded_by_open_parts(out, tmp_path):
    """One slow document holds back the others, not the memory."""
    texts = ["HANG", *(f"Texte {number}." for number in range(900))]
    run = toy.run(out, [lines(tmp_path / "t.jsonl", texts)], workers=2, part_size=32, timeout=3)
    most = []
    add = run.progress.add
    run.progress.add = lambda *batches: (add(*batches), most.append(len(run._open)))
    run.go()
    assert max(most) <= 6
    assert len(ids(out)) == 901


def test_nothing_is_left_of_the_processes(out, texts):
    before = set(threading.enumerate())
    toy.run(out, [texts], workers=2).go()
    left = set(threading.enumerate()) - before
    assert not [thread for thread in left if re.match("Queue|Executor", thread.name)]
