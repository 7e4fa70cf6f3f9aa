"""The parts of the server by themselves: slow bodies, comparing claims, tasks that fail."""

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest

from claimx import lexicons
from claimx.apps.serve import page
from claimx.apps.serve.body import LimitedBody
from claimx.apps.serve.comparing import compared
from claimx.apps.serve.foreign import seems_french
from claimx.apps.serve.settings import Settings
from claimx.apps.serve.workers import BusyError, FailedError, Workers
from claimx.errors import ArgumentError
from claimx.model import Confidence, Level, Polarity, Predicate


def answered(messages, settings, headers=()):
    """The status that a body gets, sent as these messages; a number among them is a pause."""
    sent = []
    waiting = iter(messages)

    async def receive():
        message = next(waiting)
        if isinstance(message, float):
            await asyncio.sleep(message)
            message = next(waiting)
        return message

    async def send(message):
        sent.append(message)

    async def app(scope, receive, send):
        assert await receive() == {"type": "http.request", "body": b"abcd", "more_body": False}
        await send({"type": "http.response.start", "status": 200, "headers": []})

    scope = {"type": "http", "method": "POST", "headers": list(headers)}
    asyncio.run(LimitedBody(app, settings)(scope, receive, send))
    return sent[0]["status"] if sent else None


def part(body, more=False):
    return {"type": "http.request", "body": body, "more_body": more}


@pytest.mark.parametrize(
    ("messages", "headers", "status"),
    [
        ([part(b"ab", True), part(b"cd")], (), 200),
        ([part(b"abc", True), part(b"def", True), part(b"g")], (), 413),
        ([], [(b"content-length", b"6")], 413),
        ([], [(b"content-length", b"-1")], 413),
        ([part(b"ab", True), 9.0, part(b"cd")], (), 408),
        ([part(b"ab", True), {"type": "http.disconnect"}], (), None),
    ],
)
def test_a_body_is_limited_in_size_and_time(messages, headers, status):
    assert answered(messages, Settings(max_body_bytes=5, body_seconds=0.2), headers) == status


def fail(kind):
    raise {"ours": ArgumentError("text: told"), "other": KeyError("a secret text")}[kind]


def test_a_task_that_fails_tells_its_kind_and_not_the_text():
    async def failures():
        workers = Workers(1, 0)
        try:
            async with workers.place() as run:
                with pytest.raises(ArgumentError, match="text: told"):
                    await run(fail, "ours")
                with pytest.raises(FailedError, match=r"^KeyError$") as found:
                    await run(fail, "other")
                with pytest.raises(BusyError):
                    async with workers.place():
                        pass
            assert found.value.__suppress_context__
            assert workers.taken == 0
        finally:
            workers.close()

    asyncio.run(failures())


def variant(claim, lemma="investir", level=Level.CERTAIN, polarity=Polarity.POSITIVE, **values):
    predicate = Predicate(text="x", start=0, end=1, lemma=lemma)
    confidence = Confidence(level, 0.9)
    return replace(claim, predicate=predicate, confidence=confidence, polarity=polarity, **values)


def amount(claim, low, high, currency="USD"):
    return (replace(claim.amounts[0], minimum=low, maximum=high, currency=currency),)


def organization(claim, name):
    return (replace(claim.organizations[0], name=name),)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (lambda c: variant(c), "agrees"),
        (lambda c: variant(c, lemma="pouvoir investir", level=Level.POSSIBLE), "confirms"),
        (lambda c: variant(c, polarity=Polarity.NEGATIVE), "contradicts"),
        (lambda c: variant(c, amounts=amount(c, "70000000000", "70000000000")), "differs"),
        (lambda c: variant(c, amounts=amount(c, "10", "50000000000")), "agrees"),
        (lambda c: variant(c, lemma="verser", amounts=amount(c, "1", "2")), None),
        (lambda c: variant(c, lemma="verser"), "agrees"),  # the same amount
        (
            lambda c: variant(c, amounts=amount(c, "1", "2", "EUR")),
            "agrees",
        ),  # no amount to compare, the same verb
        (lambda c: variant(c, lemma="vendre", amounts=()), None),
        (lambda c: variant(c, organizations=organization(c, "Zénith")), None),
        (lambda c: variant(c, organizations=organization(c, "ACMÉ & FILS")), "agrees"),
        (lambda c: variant(c, organizations=()), None),
    ],
)
def test_claims_of_two_articles_that_speak_of_the_same(claim, other, relation):
    pairs = compared([variant(claim)], [other(claim)])
    assert [pair.relation for pair in pairs] == ([relation] if relation else [])


def test_a_sum_of_another_name_makes_no_pair(claim):
    other = variant(claim, organizations=organization(claim, "Zénith"))
    assert compared([variant(claim)] * 3, [other, variant(claim, lemma="vendre", amounts=())]) == []


def test_each_claim_is_paired_once_with_the_one_that_shares_most(claim):
    weak = variant(claim, amounts=(), id="c1")
    pairs = compared([variant(claim)], [weak, variant(claim, id="c2")])
    assert [(pair.first.id, pair.second.id) for pair in pairs] == [("c0", "c2")]


FRENCH = "Le groupe a dit hier que la vente de son usine de Lyon serait un bon choix pour tous."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRENCH, True),
        ("The group said on Monday that the sale of its plant would be a good choice for all.", False),
        ("El grupo dijo ayer que la venta de su fábrica de Lyon sería una buena elección para todos.", False),
        (
            "Die Gruppe sagte gestern, dass der Verkauf ihres Werks in Lyon eine gute Wahl für alle wäre.",
            False,
        ),
        ("Il gruppo ha detto ieri che la vendita della sua fabbrica sarebbe una buona scelta.", False),
        # Too little to tell, and a French text that quotes some English.
        ("Hello world", True),
        ("", True),
        (f"{FRENCH} « This is the end of it », a-t-il ajouté devant les salariés de l'entreprise.", True),
    ],
)
def test_a_text_that_is_no_french_is_noticed(text, expected):
    assert seems_french(text) is expected


def test_every_word_of_the_page_is_in_the_table_and_used():
    code = page.own("index.html") + "".join(
        path.read_text(encoding="utf-8") for path in Path(page.__file__).parent.glob("*.py")
    )
    words = {row["key"] for row in lexicons.read("serve_labels")}
    assert set(re.findall(r"\{\{([\w-]+)\}\}", code)) - {"language", "other"} <= words
    kinds = ("compare-", "format-")
    assert not [word for word in words if word not in code and not word.startswith(kinds)]
