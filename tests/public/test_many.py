"""Many texts: contexts, bad texts, frames in and out, processes that die."""

import os
import signal
import subprocess
import sys
import time
from itertools import count, islice

import pandas
import polars
import pytest

import claimx
from claimx import Failure, _many
from claimx.errors import ArgumentError, ArgumentTypeError, ClaimxError

TEXT = "Le groupe vendrait. ACME achète."


def failing(toy):
    """A pipeline that breaks on a text with "boum"."""
    import spacy

    from tests.conftest import toy_claims

    nlp = spacy.blank("xx")
    nlp.add_pipe("toy_claims", name="claimx_claims")

    class Breaking:
        def __call__(self, doc):
            if "boum" in doc.text:
                raise ZeroDivisionError("boum")
            return toy_claims(doc)

    nlp._components[0] = ("claimx_claims", Breaking())
    return nlp


def test_contexts_come_back_with_their_texts(toy):
    pairs = [(f"Le {number} irait.", {"id": number}) for number in range(70)]
    found = list(claimx.extract_many(iter(pairs), as_tuples=True, nlp=toy, batch_size=8))
    assert [context["id"] for _, context in found] == list(range(70))
    assert all(len(extraction) == 1 for extraction, _ in found)
    with pytest.raises(ArgumentTypeError, match=r"texts\[0\]: expected a pair \(text, context\), got str"):
        list(claimx.extract_many(["ab"], as_tuples=True, nlp=toy))


TEXTS = [*[TEXT] * 40, None, TEXT]


def test_results_before_a_bad_text_are_given(toy):
    found = claimx.extract_many(TEXTS, nlp=toy)
    assert [len(next(found)) for _ in range(40)] == [1] * 40
    with pytest.raises(ArgumentTypeError, match=r"texts\[40\]: expected a string, got NoneType"):
        next(found)


def test_a_bad_text_may_be_skipped_or_returned(toy):
    assert len(list(claimx.extract_many(TEXTS, nlp=toy, on_error="skip"))) == 41
    found = list(claimx.extract_many(TEXTS, nlp=toy, on_error="return"))
    assert (len(found), found[40].number) == (42, 40)
    assert isinstance(found[40], Failure)
    assert isinstance(found[40].error, ArgumentTypeError)
    pairs = [(text, number) for number, text in enumerate(TEXTS)]
    kept = claimx.extract_many(pairs, nlp=toy, on_error="skip", as_tuples=True)
    assert [context for _, context in kept] == [*range(40), 41]
    with pytest.raises(ArgumentError, match="on_error: unknown value 'ignore'"):
        claimx.extract_many([], on_error="ignore")


def test_a_bad_day_is_the_failure_of_its_text(toy):
    days = ["2026-02-02", "hier", None]
    found = list(claimx.extract_many(["a", "b", "c"], published=days, nlp=toy, on_error="return"))
    assert [isinstance(result, Failure) for result in found] == [False, True, False]


def test_a_text_that_claimx_fails_on_costs_the_others_nothing(toy):
    texts = ["Il irait.", "boum", "Il serait."]
    nlp = failing(toy)
    assert [len(found) for found in claimx.extract_many(texts, nlp=nlp, on_error="skip")] == [1, 1]
    found = claimx.extract_many(texts, nlp=nlp)
    assert len(next(found)) == 1
    with pytest.raises(
        ClaimxError, match=r"texts\[1\]: claimx failed on this text \(ZeroDivisionError: boum\)"
    ):
        next(found)


def test_an_iterable_that_breaks_does_so_after_the_results(toy):
    def texts():
        yield from [TEXT] * 5
        raise OSError("the file is gone")

    found = claimx.extract_many(texts(), nlp=toy)
    assert [len(next(found)) for _ in range(5)] == [1] * 5
    with pytest.raises(OSError, match="the file is gone"):
        next(found)


@pytest.mark.parametrize(
    "texts", [{"a": TEXT}, pandas.DataFrame({"text": [TEXT]}), polars.DataFrame({"text": [TEXT]})]
)
def test_a_mapping_or_a_frame_is_not_taken_for_texts(texts):
    with pytest.raises(ArgumentTypeError, match=r"texts: expected an iterable of strings.*extract_frame"):
        claimx.extract_many(texts)


@pytest.fixture(params=["pandas", "polars"])
def frame(request):
    package = {"pandas": pandas, "polars": polars}[request.param]
    columns = {"body": ["Le groupe vendrait.", None, "Il irait."], "key": ["x", "y", "z"]}
    return package.DataFrame(columns | {"day": ["2026-02-02", None, "2026-02-03"]})


def test_a_frame_goes_in_and_a_frame_of_its_kind_comes_out(toy, frame):
    found = claimx.extract_frame(frame, text="body", id="key", published="day", nlp=toy, on_error="skip")
    assert type(found) is type(frame)
    assert found["document"].to_list() == ["x", "z"]
    assert found["published"].to_list() == ["2026-02-02", "2026-02-03"]
    numbered = claimx.extract_frame(frame, text="body", nlp=toy, on_error="skip")
    assert numbered["document"].to_list() == ["0", "2"]


def test_a_frame_with_a_missing_text_or_column_is_an_error(toy, frame):
    with pytest.raises(ArgumentTypeError, match=r"texts\[1\]"):
        claimx.extract_frame(frame, text="body", nlp=toy)
    with pytest.raises(
        ArgumentError, match=r"text: the frame has no column 'text'. Its columns: body, key, day"
    ):
        claimx.extract_frame(frame, nlp=toy)


def test_the_currency_may_be_given(toy):
    with pytest.raises(ClaimxError, match="currency"):
        claimx.extract("", currency="euro", nlp=toy)


@pytest.mark.model
def test_the_currency_is_that_of_amounts_left_open():
    text = "Selon Reuters, Acmé pourrait investir 3 milliards dans l’usine."
    [amount] = claimx.extract(text, currency="CHF")[0].amounts
    assert (amount.currency, amount.currency_inferred) == ("CHF", True)
    [found] = claimx.extract_many([text], currency="CHF")
    assert found[0].amounts == (amount,)
    assert claimx.extract(text)[0].amounts[0].currency == "EUR"


@pytest.mark.parametrize(("texts", "started"), [(1, 0), (64, 2), (1000, 2)])
def test_no_more_processes_are_started_than_cores_and_batches(toy, monkeypatch, texts, started):
    """24 processes for 24 texts that one could read took a machine down."""
    monkeypatch.setattr(_many, "_cores", lambda: 2)
    pools = []

    class Pool(_many.ProcessPoolExecutor):
        def __init__(self, processes, **options):
            pools.append(processes)
            super().__init__(processes, **options)

    monkeypatch.setattr(_many, "ProcessPoolExecutor", Pool)
    assert len(list(claimx.extract_many([TEXT] * texts, processes=24, nlp=toy))) == texts
    assert pools == [started] * bool(started)


def test_attributes_that_were_set_reach_the_workers(monkeypatch):
    import spacy

    from claimx.pipeline import add_pipes

    monkeypatch.setattr(_many, "_cores", lambda: 2)
    nlp = add_pipes(spacy.blank("fr"))
    nlp.get_pipe("claimx_amounts").currency = "CHF"
    monkeypatch.setattr("claimx._batch.INCLUDE", ("anchored", "all"))
    assert _many.pickle.loads(_many._packed(nlp)).get_pipe("claimx_amounts").currency == "CHF"


def test_two_processes_give_results_before_a_bad_text(toy, monkeypatch):
    monkeypatch.setattr(_many, "_cores", lambda: 2)
    texts = [TEXT] * 100 + [None] + [TEXT] * 5
    found = claimx.extract_many(texts, processes=2, nlp=toy, batch_size=8)
    assert len(list(islice(found, 100))) == 100
    with pytest.raises(ArgumentTypeError, match=r"texts\[100\]"):
        next(found)
    assert len(list(claimx.extract_many(texts, processes=2, nlp=toy, on_error="skip"))) == 105


SCRIPT = """
import os, sys, time
import spacy, claimx
from claimx import _many, annotations
from spacy.language import Language

@Language.component("deadly")
def deadly(doc):
    if "mort" in doc.text:
        os._exit(9)
    if "attend" in doc.text:
        time.sleep(600)
    return annotations.write(doc, annotations.CLAIMS, [])

_many._cores = lambda: 2
nlp = spacy.blank("xx")
nlp.add_pipe("deadly", name="claimx_claims")
"""


def script(code, **options):
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT + code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_a_worker_that_dies_is_an_error_that_names_the_texts():
    code = """
try:
    list(claimx.extract_many(["a"] * 8 + ["mort"] + ["b"] * 8, processes=2, nlp=nlp, batch_size=4))
except claimx.ClaimxError as error:
    print(error)
"""
    out, err = script(code).communicate(timeout=120)
    assert "[E038] a worker process died while texts[" in out, err


def test_a_generator_that_is_closed_does_not_wait_for_a_worker_that_hangs():
    code = """
found = claimx.extract_many(["a"] * 8 + ["attend"] * 100, processes=2, nlp=nlp, batch_size=4)
next(found)
started = time.monotonic()
found.close()
print(time.monotonic() - started < 30)
"""
    out, err = script(code).communicate(timeout=120)
    assert out.strip() == "True", err


def test_workers_end_with_a_parent_that_is_killed():
    code = """
import multiprocessing
found = claimx.extract_many(["a"] * 8 + ["attend"] * 100, processes=2, nlp=nlp, batch_size=4)
next(found)
print(*(child.pid for child in multiprocessing.active_children()), flush=True)
time.sleep(600)
"""
    running = script(code)
    children = [int(pid) for pid in running.stdout.readline().split()]
    assert len(children) == 2
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    deadline = time.monotonic() + 60
    while alive := [pid for pid in children if is_alive(pid)]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.1)


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_program_without_a_guard_is_told_what_to_do(tmp_path):
    """Under spawn each worker imports the program, which starts workers again."""
    program = tmp_path / "program.py"
    program.write_text(
        SCRIPT
        + """
import multiprocessing
multiprocessing.set_start_method("spawn", force=True)
list(claimx.extract_many(["a"] * 8, processes=2, nlp=nlp, batch_size=4))
"""
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "[E039] processes: a worker process imports the main module" in done.stderr
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .endswith("put what starts the work under if __name__ == '__main__':")
    )


def test_endless_texts_are_read_as_results_are_taken(toy, monkeypatch):
    monkeypatch.setattr(_many, "_cores", lambda: 2)
    texts = (f"Le {number} serait." for number in count())
    found = claimx.extract_many(texts, nlp=toy, processes=2, batch_size=4)
    assert [len(extraction) for extraction in islice(found, 50)] == [1] * 50
    found.close()
