import datetime
import os
import threading
from itertools import count, islice

import pytest
import spacy

import claimx
from claimx import _batch
from claimx.errors import ArgumentError, ArgumentTypeError, ClaimxError
from claimx.model.offsets import shift

TEXT = "Le groupe vendrait. ACME achète. Il irait."


def ids(extraction):
    return [claim.id for claim in extraction]


def test_extract_gives_anchored_claims_by_default_and_all_on_demand(toy):
    anchored, every = claimx.extract(TEXT, nlp=toy), claimx.extract(TEXT, nlp=toy, include="all")
    assert [claim.text for claim in anchored] == ["vendrait", "irait"]
    assert [claim.text for claim in every] == ["vendrait", "ACME", "irait"]
    assert ids(anchored) == ["c0", "c2"]
    assert anchored.text == TEXT


@pytest.mark.usefixtures("toy_by_default")
def test_the_bundled_pipeline_is_used_by_default():
    assert len(claimx.extract(TEXT)) == 2
    assert len(claimx.extract(TEXT)) == 2


@pytest.mark.parametrize(
    "published",
    ["2026-02-02", datetime.date(2026, 2, 2), datetime.datetime(2026, 2, 2, 9), "2026-02-02T09:00"],
)
def test_published_takes_dates_and_iso_strings(toy, published):
    assert claimx.extract(TEXT, published=published, nlp=toy).published == "2026-02-02"


def test_published_is_read_from_a_header_line_unless_given(toy):
    text = " date 2026-02-02 Acmé vendrait\n\nIl irait."
    found = claimx.extract(text, nlp=toy)
    assert found.published == "2026-02-02"
    assert [claim.text for claim in found] == ["vendrait", "irait"]
    assert all(text[claim.start : claim.end] == claim.text for claim in found)
    assert claimx.extract(text, published="2025-01-01", nlp=toy).published == "2025-01-01"


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        ({"text": b"octets"}, ArgumentTypeError, "text: expected a string, got bytes"),
        ({"text": None}, ArgumentTypeError, "text: expected a string, got NoneType"),
        (
            {"text": "", "published": 20260202},
            ArgumentTypeError,
            "published: expected a datetime.date",
        ),
        ({"text": "", "published": "2 février"}, ArgumentError, "published: '2 février' is not a day"),
        ({"text": "", "published": "2026-02-30"}, ArgumentError, "'2026-02-30' is not a day"),
        ({"text": "", "published": "20260202"}, ArgumentError, "is not a day"),
        (
            {"text": "", "include": "hedged"},
            ArgumentError,
            "unknown value 'hedged'. Give one of: anchored",
        ),
        ({"text": "", "nlp": "fr"}, ArgumentTypeError, r"nlp: expected a spaCy pipeline \(claimx.load"),
    ],
)
def test_a_bad_argument_is_named(toy, arguments, kind, message):
    with pytest.raises(kind, match=message) as caught:
        claimx.extract(**{"nlp": toy, **arguments})
    assert isinstance(caught.value, ClaimxError)
    assert isinstance(caught.value, ValueError)


def test_a_pipeline_without_the_components_is_refused():
    with pytest.raises(ArgumentError, match=r"no component claimx_claims .*add_pipes"):
        claimx.extract("", nlp=spacy.blank("xx"))


def test_extract_many_gives_what_extract_gives_in_order(toy):
    texts = [f"{TEXT} Le n° {number} serait." for number in range(100)] + [""]
    alone = [claimx.extract(text, nlp=toy) for text in texts]
    assert list(claimx.extract_many(texts, nlp=toy)) == alone
    assert list(claimx.extract_many(iter(texts), nlp=toy, batch_size=7)) == alone


def test_extract_many_streams_an_endless_iterable(toy):
    texts = (f"Le {number} serait." for number in count())
    assert [len(found) for found in islice(claimx.extract_many(texts, nlp=toy), 50)] == [1] * 50


def test_extract_many_takes_one_day_or_one_a_text(toy):
    def days(**published):
        return [found.published for found in claimx.extract_many(["a", "b"], nlp=toy, **published)]

    assert days() == [None, None]
    assert days(published="2026-02-02") == ["2026-02-02"] * 2
    assert days(published=[datetime.date(2026, 2, 2), None]) == ["2026-02-02", None]
    with pytest.raises(ArgumentError, match="only 1 dates for more texts"):
        days(published=["2026-02-02"])
    with pytest.raises(ArgumentError, match="more dates than texts"):
        days(published=["2026-02-02"] * 3)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"texts": "un seul"}, "texts: expected an iterable of strings"),
        ({"texts": 3}, "texts: expected an iterable of strings"),
        ({"texts": [], "processes": 0}, "processes: expected a whole number of at least 1, got 0"),
        ({"texts": [], "batch_size": 1.5}, "batch_size: expected a whole number"),
        ({"texts": [], "published": "hier"}, "published: 'hier' is not a day"),
        ({"texts": [], "include": "x"}, "include"),
    ],
)
def test_extract_many_refuses_a_bad_option_at_once(arguments, message):
    with pytest.raises(ClaimxError, match=message):
        claimx.extract_many(**arguments)


def test_extract_many_names_the_bad_text(toy):
    with pytest.raises(ArgumentTypeError, match=r"texts\[1\]: expected a string, got int"):
        list(claimx.extract_many(["a", 2], nlp=toy))


def test_threads_share_the_bundled_pipeline(toy_by_default):
    found = []
    threads = [
        threading.Thread(target=lambda: found.extend(claimx.extract_many([TEXT] * 50, batch_size=3)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 200
    assert len(set(found)) == 1


def test_a_long_text_is_cut_between_paragraphs_and_offsets_hold(toy, monkeypatch):
    text = "\n\n".join(f"Le groupe n° {number} vendrait SNCF." for number in range(200))
    whole = claimx.extract(text, nlp=toy, include="all")
    monkeypatch.setattr(_batch, "MAX_CHUNK_CHARACTERS", 100)
    cut = claimx.extract(text, nlp=toy, include="all")
    assert [(claim.id, claim.start, claim.text) for claim in cut] == [
        (claim.id, claim.start, claim.text) for claim in whole
    ]
    assert all(text[claim.start : claim.end] == claim.text for claim in cut)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800 Il irait \udfff", "\x00Il irait", "é" * 300_000])
def test_ugly_texts_give_an_answer(toy, text):
    for claim in claimx.extract(text, nlp=toy):
        assert text[claim.start : claim.end] == claim.text == "irait"


def test_a_surrogate_stays_in_the_text_of_a_claim(toy):
    assert [claim.text for claim in claimx.extract("AB\ud800 irait", nlp=toy)] == ["irait"]


def test_shift_shifts_all_that_a_claim_holds(claim, text):
    there = shift(claim, f"Bonjour. {text}", 9)
    assert there.id == claim.id
    assert there.text == claim.text
    assert there.start == claim.start + 9
    assert there.sentence.start == 9
    assert there.confidence.reasons[0].start == claim.confidence.reasons[0].start + 9
    assert shift(there, text, -9) == claim


@pytest.mark.model
def test_processes_give_the_same_as_one():
    texts = [f"Selon Reuters, Acmé pourrait investir {number} millions d’euros." for number in range(90)]
    alone = list(claimx.extract_many(texts))
    assert list(claimx.extract_many(texts, processes=2, batch_size=8)) == alone
    assert list(islice(claimx.extract_many(texts, processes=2, batch_size=8), 3)) == alone[:3]
    assert list(claimx.extract_many(texts[:20], processes=2, nlp=claimx.load())) == alone[:20]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_process_forked_while_a_thread_works_is_not_locked(toy_by_default):
    with _batch._lock:
        child = os.fork()
        if child == 0:
            done = threading.Thread(target=claimx.extract, args=(TEXT,), daemon=True)
            done.start()
            done.join(20)
            os._exit(int(done.is_alive()))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.model
@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_an_interruption_costs_the_next_call_nothing(monkeypatch, error):
    """spaCy does not leave a memory zone that is interrupted."""
    from claimx import annotations

    text = "Selon Reuters, Acmé pourrait investir 3 millions d’euros."
    before = claimx.extract(text)
    with monkeypatch.context() as patch:
        patch.setattr(annotations, "claims", lambda doc: (_ for _ in ()).throw(error))
        with pytest.raises(error):
            claimx.extract(text)
    assert claimx.extract(text) == before


def test_long_texts_go_through_the_pipeline_in_groups(monkeypatch):
    from claimx._batch import CHARACTERS_PER_NETWORK_PASS, Job, _parts

    jobs = [Job("a b " * 60_000, None, 0), *[Job("a", None, 0)] * 40]
    groups = list(_parts(jobs))
    assert all(sum(len(chunk.text) for _, chunk in group) <= CHARACTERS_PER_NETWORK_PASS for group in groups)
    assert max(map(len, groups)) <= _batch.TEXTS_PER_NETWORK_PASS
    assert "".join(chunk.text for group in groups for number, chunk in group if number == 0) == jobs[0].text
