"""Scores against gold: matching, figures, intervals, reports, and the same figures as the reference scorer."""

import io
import json
import runpy
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from claimx import Extraction
from claimx.apps.evaluation.comparison import compared
from claimx.apps.evaluation.differences import differences_of
from claimx.apps.evaluation.evaluation import Evaluation, read_evaluation
from claimx.apps.evaluation.gold import GoldAmount, gold_document
from claimx.apps.evaluation.intervals import intervals
from claimx.apps.evaluation.matching import pairing, same_amount, same_organization, same_source
from claimx.apps.evaluation.reading import gold_documents
from claimx.apps.evaluation.scores import FIGURES, KINDS, Counts, counted, prf, scores, total
from claimx.apps.inputs import Unreadable
from claimx.errors import ArgumentError, DocumentError
from claimx.model import Amount, Claim, Confidence, Extent, Level, Organization, Polarity, Predicate, Source
from claimx.output import Document, writer

SHARED = Path(__file__).parents[4] / "shared"
SEED = SHARED / "gold" / "seed.jsonl"
needs_shared = pytest.mark.skipif(not SEED.is_file(), reason="the gold is not beside the project")
TEXT = "Selon Reuters, Acmé pourrait racheter Zénith. Zénith n'a pas commenté. Il a plu."


def span(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def gold(**changes):
    record = {
        "id": "a",
        "text": TEXT,
        "claims": [
            {"predicate": [span("pourrait racheter")], "level": "possible", "polarity": "positive",
             "sources": [{"span": span("Reuters"), "text": "Reuters", "name": "Reuters", "kind": "named"}],
             "cues": [span("Selon"), span("pourrait")],
             "organizations": [{"span": span("Acmé"), "name": "Acmé"}, {"span": span("Zénith"), "name": "Zénith"}]},
            {"predicate": [span("n'a"), span("commenté")], "level": "certain", "polarity": "negative"},
        ],
    }  # fmt: skip
    return gold_document(record | changes, "origin")


def found(words, level="certain", polarity="positive", **more):
    start, end = span(words)
    place = {"text": words, "start": start, "end": end}
    return Claim(
        **place, id="c0", sentence=Extent(0, len(TEXT)), predicate=Predicate(**place, lemma=""),
        polarity=Polarity(polarity), confidence=Confidence(Level(level), None), **more,
    )  # fmt: skip


def test_predicates_are_paired_by_their_content_words():
    document = gold()
    right, negated = found("pourrait racheter", "possible"), found("n'a pas commenté")
    paired = pairing(TEXT, document.claims, [found("a plu"), negated, right])
    assert [(one.level, other.predicate.text) for one, other in paired.pairs] == [
        ("possible", "pourrait racheter"),
        ("certain", "n'a pas commenté"),
    ]
    assert [claim.text for claim in paired.wrong] == ["a plu"]
    assert paired.missed == []


def test_each_claim_is_paired_once():
    document = gold()
    paired = pairing(
        TEXT, document.claims, [found("pourrait racheter"), found("racheter"), found("pourrait")]
    )
    assert len(paired.pairs) == 1
    assert len(paired.wrong) == 2
    assert len(paired.missed) == 1


def test_figures():
    document = gold()
    claims = [
        found("pourrait racheter", "probable"),
        found("n'a pas commenté", polarity="negative"),
        found("a plu"),
    ]
    counts = counted(document, pairing(TEXT, document.claims, claims))
    assert prf(counts, "claim") == pytest.approx((2 / 3, 1.0, 0.8))
    assert prf(counts, "claim+level") == pytest.approx((1 / 3, 1 / 2, 0.4))
    assert prf(counts, "cues") == (0.0, 0.0, 0.0)
    figures = scores(counts)
    assert figures["level_accuracy"] == 0.5
    assert figures["negative_f"] == 1.0
    assert figures["hedged_f"] == 0.0
    assert counts.levels == Counter({("possible", "probable"): 1, ("certain", "certain"): 1})


@pytest.mark.parametrize(
    ("minimum", "maximum", "currency", "relation", "same"),
    [
        ("10", "20.0", "EUR", "range", True),
        ("10", None, "EUR", "range", False),
        ("10", "20", "USD", "range", False),
        ("10", "21", "EUR", "range", False),
    ],
)
def test_amounts_are_the_same_by_bounds_and_currency(minimum, maximum, currency, relation, same):
    amount = Amount(
        text="", start=0, end=5, minimum=minimum, maximum=maximum, currency=currency, relation=relation
    )
    assert same_amount(GoldAmount((3, 9), "10", "20", "EUR", "range"), amount) is same
    assert same_amount(GoldAmount((3, 9), None, None, None, None, has_value=False), amount)
    assert not same_amount(GoldAmount((5, 9), "10", "20", "EUR", "range"), amount)


def test_the_bounds_of_a_magnitude_are_a_convention():
    amount = Amount(
        text="", start=0, end=5, minimum="2000000", maximum=None, currency="EUR", relation="magnitude"
    )
    assert same_amount(GoldAmount((0, 5), "1000000", None, "EUR", "magnitude"), amount)
    assert not same_amount(GoldAmount((0, 5), "1000000", None, "EUR", "at_least"), amount)


def test_an_anaphor_needs_the_right_name():
    (one, other), text = gold().claims[0].organizations, "le groupe vend"
    same = same_organization(TEXT)
    assert same(one, Organization(text="x", start=one.span[0], end=one.span[1], name="Autre", role="subject"))
    assert same(other, Organization(text="x", start=0, end=1, name="zénith", role="subject"))
    anaphor = replace(one, span=(0, 9))
    assert not same_organization(text)(
        anaphor, Organization(text="", start=0, end=9, name="Autre", role="subject")
    )


def test_sources_are_the_same_by_place_or_name():
    source = gold().claims[0].sources[0]
    assert same_source(
        source, Source(text="x", start=source.span[0], end=source.span[1], name=None, kind="named")
    )
    assert same_source(source, Source(text="l'agence Reuters", start=70, end=71, name=None, kind="named"))
    assert not same_source(source, Source(text="le parquet", start=70, end=71, name=None, kind="institution"))


def perturbed(document, generator):
    """Claims near to the gold: some left out, some with another level, source or predicate."""
    claims = []
    for number, one in enumerate(document.claims):
        if generator.random() < 0.15:
            continue
        (start, end) = one.predicate[0]
        if generator.random() < 0.2:
            start = max(0, start - generator.randrange(20))
        place = {"text": document.text[start:end], "start": start, "end": end}
        level = generator.choice(list(Level)) if generator.random() < 0.3 else Level(one.level)
        polarity = generator.choice(list(Polarity)) if generator.random() < 0.3 else Polarity(one.polarity)

        def some(items, make):
            return tuple(make(item) for item in items if generator.random() < 0.8)

        def moved(item):
            begin, stop = item if isinstance(item, tuple) else item.span or (0, 1)
            begin = max(0, begin - generator.choice([0, 0, 3, 30]))
            return {"text": document.text[begin:stop], "start": begin, "end": stop}

        claims.append(Claim(
            **place, id=f"c{number}", sentence=Extent(0, 1), predicate=Predicate(**place, lemma=""), polarity=polarity,
            confidence=Confidence(level, None),
            sources=some(one.sources, lambda x: Source(**moved(x), name=generator.choice([x.name, None]), kind="named")),
            organizations=some(one.organizations, lambda x: Organization(**moved(x), name=generator.choice([x.name, "Autre"]), role="subject")),
            amounts=some(one.amounts, lambda x: Amount(**moved(x), minimum=x.minimum, maximum=generator.choice([x.maximum, "7"]), currency=x.currency, relation=x.relation)),
        ))  # fmt: skip
    generator.shuffle(claims)
    return tuple(claims)


@needs_shared
@pytest.mark.parametrize("file", ["seed", "press", "claims"])
def test_the_figures_are_those_of_the_reference_scorer(file):
    reference = runpy.run_path(str(SHARED / "tools" / "score_claims.py"))["score"]
    path = SHARED / "gold" / f"{file}.jsonl"
    documents = list(gold_documents(str(path)))
    generator = Random(3)
    given = {document.text: perturbed(document, generator) for document in documents}
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    expected, _ = reference(records, lambda text, **_: given[text])
    counts = total(counted(one, pairing(one.text, one.claims, given[one.text])) for one in documents)
    figures = scores(counts)
    for kind in KINDS:
        assert prf(counts, kind) == pytest.approx([expected[kind][key] for key in "prf"], abs=1e-12), kind
    for figure in FIGURES:
        assert figures[figure] == pytest.approx(expected[figure], abs=1e-12), figure
    for level, values in expected["levels"].items():
        assert figures[f"level:{level}"] == pytest.approx(values["f"], abs=1e-12)
    assert 0.3 < figures["claim"] < 1


def evaluation_of(number, level="possible"):
    documents = {}
    for index in range(number):
        document = gold(id=str(index))
        claims = [
            found("pourrait racheter", level if index % 3 else "certain"),
            found("n'a pas commenté", polarity="negative"),
        ]
        paired = pairing(TEXT, document.claims, claims)
        documents[str(index)] = counted(document, paired)
    return Evaluation(documents, tuple(differences_of(document, paired)))


def test_an_interval_holds_its_score_and_narrows_with_documents():
    few, many = evaluation_of(12), evaluation_of(300)
    for evaluation in (few, many):
        sure = intervals([*evaluation.documents.values()], 400)
        for name, value in evaluation.scores().items():
            assert sure[name][0] <= value <= sure[name][1], name
    width = [
        high - low
        for low, high in (intervals([*one.documents.values()], 400)["claim+level"] for one in (few, many))
    ]
    assert 0 < width[1] < width[0]
    assert intervals([*evaluation_of(9).documents.values()], 400) == {}


def test_two_versions_side_by_side(tmp_path):
    now, before = evaluation_of(60), evaluation_of(60, "unknown")
    (tmp_path / "before.json").write_text(json.dumps(before.to_dict(100)), encoding="utf-8")
    again = read_evaluation(str(tmp_path / "before.json"))
    assert again == before
    rows = {row.name: row for row in compared(now, again, "before", 200).rows}
    assert rows["claim+level"].now > rows["claim+level"].before
    assert rows["claim+level"].is_sure
    assert rows["claim"].interval == (0.0, 0.0)
    assert not rows["claim"].is_sure
    with pytest.raises(ArgumentError, match="only 12 of them are the same"):
        compared(evaluation_of(12), again, "before", 10)


@pytest.mark.parametrize(
    "content", ["{", "{}", "[]", '{"documents": {"a": 3}, "differences": [], "version": ""}', "3"]
)
def test_what_is_no_evaluation_is_refused(tmp_path, content):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(DocumentError, match="not what claimx evaluate --format json writes"):
        read_evaluation(str(tmp_path / "a.json"))


def test_counts_go_through_json():
    counts = evaluation_of(4).counts()
    assert Counts.from_list(json.loads(json.dumps(counts.to_list()))) == counts


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "a.jsonl, line 1: not JSON"),
        ("[]", "a.jsonl:1: not gold"),
        ('{"claims": []}', "not gold as docs/evaluate.md describes it (no 'text')"),
        ('{"text": "Oui.", "claims": [{"predicate": [[0, 9]], "level": "possible", "polarity": "positive"}]}', "the span [0, 9] is not in the text"),
        ('{"text": "Oui.", "claims": [{"predicate": [], "level": "possible", "polarity": "positive"}]}', "a claim has no predicate"),
        ('{"text": "Oui.", "claims": [{"predicate": [[0, 3]], "level": "sure", "polarity": "positive"}]}', "'sure' is not a valid Level"),
        ('{"text": "Oui.", "claims": [{"predicate": [[0, 3]], "level": "possible"}]}', "no 'polarity'"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_gold_is_named(tmp_path, monkeypatch, line, message):
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text(f'{line}\n{{"text": "Oui.", "claims": []}}', encoding="utf-8")
    bad, good = gold_documents("a.jsonl")
    assert isinstance(bad, Unreadable)
    assert message in str(bad.error)
    assert good.id == "a.jsonl:2"


def same_gold(read, claims):
    """Whether gold that was read back says the same as the claims that were written."""
    assert len(read) == len(claims)
    for one, claim in zip(read, claims, strict=True):
        assert one.predicate == ((claim.predicate.start, claim.predicate.end),)
        assert (one.level, one.polarity) == (claim.confidence.level, claim.polarity)
        assert [(item.text, item.name) for item in one.sources] == [
            (item.text, item.name) for item in claim.sources
        ]
        assert [item.name for item in one.organizations] == [item.name for item in claim.organizations]
        assert one.cues == tuple((item.start, item.end) for item in claim.cues)
        assert one.dates == tuple((item.start, item.end) for item in claim.dates)
        assert [(x.minimum, x.maximum, x.currency, x.relation) for x in one.amounts] == [
            (x.minimum, x.maximum, x.currency, x.relation) for x in claim.amounts
        ]


@pytest.fixture
def document(claim, text):
    anonymous = replace(claim.sources[0], name=None, kind="anonymous")
    return Document("a.txt", "2026-02-02", (claim, replace(claim, id="c1", sources=(anonymous,))), text)


def test_brat_files_are_read_as_gold(document, tmp_path):
    stream = io.BytesIO()
    writer("brat")([document], stream)
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    (read,) = gold_documents(str(tmp_path / "a.zip"))
    assert read.text == document.text
    same_gold(read.claims, document.claims)
    with zipfile.ZipFile(stream) as archive:
        archive.extractall(tmp_path / "folder")
    (again,) = gold_documents(str(tmp_path / "folder"))
    assert again.claims == read.claims
    (alone,) = gold_documents(str(tmp_path / "folder" / "a.ann"))
    assert alone.claims == read.claims


@pytest.mark.parametrize("before", ["", "\U0001f600 "])
def test_label_studio_exports_are_read_as_gold(document, tmp_path, before):
    extraction = Extraction(tuple(document.claims), document.text)
    shift = len(before)
    plain = json.loads(extraction.to_json(), object_hook=lambda item: {
        key: value + shift if key in ("start", "end") and isinstance(value, int) else value for key, value in item.items()
    })  # fmt: skip
    plain["text"] = before + plain["text"]
    moved = Extraction.from_dict(plain)
    stream = io.BytesIO()
    writer("labelstudio")([replace(document, claims=moved.claims, text=moved.text)], stream)
    tasks = json.loads(stream.getvalue())
    tasks[0]["annotations"] = [{"result": tasks[0]["predictions"][0]["result"], "was_cancelled": False}]
    tasks.append({"data": tasks[0]["data"], "annotations": []})
    (tmp_path / "a.json").write_text(json.dumps(tasks), encoding="utf-8")
    read, bad = gold_documents(str(tmp_path / "a.json"))
    assert (read.id, read.text, read.published) == ("a.txt", moved.text, "2026-02-02")
    same_gold(read.claims, moved.claims)
    assert "the task has no annotation" in str(bad.error)


@pytest.mark.parametrize(
    ("annotations", "message"),
    [
        ("T1\tclaim 0 3\tOui\n", "the claim 'Oui' has no level"),
        ("T1\tclaim 0 x\tOui\n", "invalid literal"),
        ("T1\tclaim 0 3\tOui\nA1\tLevel T1 sure\n", "'sure' is not a valid Level"),
        ("T1\tclaim 0 3\tOui\nA1\tLevel T1 possible\nT2\tamount 0 3\tOui\nR1\tamount Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T2\tdix\n", "is not like 10..20 EUR range"),
        ("T1\n", "not gold"),
    ],
)  # fmt: skip
def test_brat_files_that_are_no_gold_are_named(tmp_path, annotations, message):
    (tmp_path / "a.txt").write_text("Oui.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(annotations, encoding="utf-8")
    (bad,) = gold_documents(str(tmp_path / "a.ann"))
    assert message in str(bad.error)


def test_files_that_are_not_there_are_named(tmp_path):
    for name in ("a.jsonl", "a.ann", "a.zip", "a.json"):
        (bad,) = gold_documents(str(tmp_path / name))
        assert "no such file" in str(bad.error)
    (bad,) = gold_documents(str(tmp_path))
    assert "it holds no .ann file" in str(bad.error)


@pytest.fixture
def gold_file(tmp_path):
    record = {
        "text": "Le groupe vendrait. ACME achète.",
        "claims": [{"predicate": [[10, 18]], "level": "doubtful", "polarity": "positive"},
                   {"predicate": [[20, 24]], "level": "certain", "polarity": "positive"},
                   {"predicate": [[25, 31]], "level": "certain", "polarity": "negative"}],
    }  # fmt: skip
    path = tmp_path / "<gold>.jsonl"
    path.write_text("\n".join(json.dumps(record | {"id": f"<b>{n}"}) for n in range(12)), encoding="utf-8")
    return path


@pytest.mark.usefixtures("toy_by_default")
def test_the_command_writes_text_json_and_a_page(run, gold_file, tmp_path):
    code, out, err = run("evaluate", gold_file, "--samples", "50")
    assert (code, err) == (0, "")
    assert "12 documents · 36 gold claims" in out
    assert "claim              1.00  .667  .800  .800–.800    36     24" in out
    assert "doubtful           ·         ·        12         ·         ·         ·    .000" in out
    assert "<b>0: gold doubtful, positive; found possible, positive" in out
    assert "…Le groupe [vendrait]. ACME achète.…" in out
    assert "14 differences more: --errors N shows them" in out
    run("evaluate", gold_file, "--samples", "50", "-o", tmp_path / "old.json")
    code, out, _ = run(
        "evaluate",
        gold_file,
        "--samples",
        "50",
        "--against",
        tmp_path / "old.json",
        "-o",
        tmp_path / "a.html",
    )
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert (code, out) == (0, "")
    assert "<svg" in page
    assert "&lt;b&gt;0" in page
    assert "<b>0" not in page
    assert "Against" in page
    out = run("evaluate", gold_file, "--samples", "50", "--against", tmp_path / "old.json")[1]
    assert "claim+level        .400  .400  +0.000  +0.000 to +0.000" in out


@pytest.mark.usefixtures("toy_by_default")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.jsonl"], "none.jsonl: no such file"),
        (["GOLD", "-f", "docx"], "unknown format 'docx'"),
        (["GOLD", "--against", "none.json"], "none.json: can't be read"),
        (["GOLD", "-o", "GOLD"], "is also read"),
    ],
)
def test_what_cannot_be_evaluated_is_misuse(run, gold_file, arguments, message):
    code, out, err = run("evaluate", *(gold_file if word == "GOLD" else word for word in arguments))
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("claimx: ") == 1


@pytest.mark.usefixtures("toy_by_default")
@pytest.mark.parametrize(("columns", "heads"), [(60, "cert.  prob."), (80, "certain  probable")])
def test_the_report_fits_the_terminal(run, gold_file, monkeypatch, columns, heads):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("claimx.apps.cli.outputs.on_terminal", lambda output: output is None)
    out = run("evaluate", gold_file, "--samples", "50")[1]
    assert heads in out
    assert not [line for line in out.splitlines() if len(line) > columns]


@pytest.mark.usefixtures("toy_by_default")
def test_a_bad_line_is_named_and_the_rest_counts(run, gold_file):
    gold_file.write_text(gold_file.read_text(encoding="utf-8") + "\n{", encoding="utf-8")
    code, out, err = run("evaluate", gold_file, "--samples", "0")
    assert code == 1
    assert "12 documents" in out
    assert "line 13: not JSON" in err
