"""Each format is read back with a reader of its own, or held against its own rules."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimx
from claimx import Extraction
from claimx.errors import ArgumentError, DocumentError
from claimx.model import Extent, Related, Response
from claimx.output import FORMATS, Document, format_of, labelstudio, writer
from claimx.output._cells import neutral
from claimx.output.frames import COLUMNS
from claimx.output.graph import graph

BINARY = {name for name, kind in FORMATS.items() if not kind.is_text}


@pytest.fixture
def document(claim, text):
    """Two claims, of which the second denies the first and begins like a formula."""
    answer = replace(
        claim,
        id="c1",
        start=0,
        end=5,
        text=text[:5],
        sentence=Extent(0, 5),
        organizations=(),
        amounts=(),
        dates=(),
    )
    return Document(
        "d/é 1.txt", "2026-02-02", (replace(claim, related=(Related("c1", Response.DENIED),)), answer), text
    )


def written(name, *documents):
    stream = io.BytesIO()
    writer(name)(documents, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_none_one_and_many(name, document):
    pytest.importorskip({"xlsx": "openpyxl", "parquet": "pyarrow"}.get(name, "json"))
    for documents in ([], [document], [document] * 3, [replace(document, claims=())]):
        data = written(name, *documents)
        if name not in ("jsonl", "html", "markdown", "doccano", "prodigy"):
            assert data
        if name not in BINARY:
            data.decode("utf-8")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet", "xlsx", "brat"}))
def test_a_document_is_written_before_the_next_is_read(name, document):
    stream = io.BytesIO()
    sizes = []

    def documents():
        for _ in range(3):
            sizes.append(len(stream.getvalue()))
            yield document

    writer(name)(documents(), stream)
    assert sizes[0] < sizes[1] < sizes[2]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_documents_give_the_same_bytes(name, document):
    if name != "xlsx":  # a workbook holds the time that it was made
        pytest.importorskip({"parquet": "pyarrow"}.get(name, "json"))
        assert written(name, document) == written(name, document)


@pytest.mark.parametrize("name", FORMATS)
def test_a_lone_surrogate_stops_nothing(name, claim):
    pytest.importorskip({"xlsx": "openpyxl", "parquet": "pyarrow"}.get(name, "json"))
    text = f"\ud800{claim.text}\x00\x0b"
    odd = replace(claim, text=text, start=0, end=len(text))
    assert written(name, Document("\ud800", None, [odd], text))


def test_json_gives_extractions_back(document):
    (plain,) = json.loads(written("json", document))
    assert Extraction.from_dict(plain) == Extraction(
        tuple(document.claims), document.text, document.published
    )


@pytest.mark.parametrize(("name", "separator"), [("csv", ","), ("tsv", "\t")])
def test_rows_are_read_by_csv_pandas_and_duckdb(name, separator, document, tmp_path):
    data = written(name, document)
    first, second = csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=separator)
    assert list(first) == list(COLUMNS)
    assert first["text"] == document.claims[0].text
    assert (first["minimum"], first["maximum"], first["currency"]) == ("", "60000000000", "USD")
    assert (first["related"], second["related"]) == ("denied_by c1", "")
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(data), sep=separator)
    assert list(frame["level"]) == ["possible", "possible"]
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "a.csv").write_bytes(data)
    found = duckdb.sql(f"select id, score, maximum from read_csv('{tmp_path}/a.csv')").fetchall()
    assert [row[0] for row in found] == ["c0", "c1"]
    assert float(found[0][2]) == 6e10


FORMULAS = ["=1+1", "+33 1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "-"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula, document):
    claim = replace(document.claims[0], text=formula)
    name = replace(document, name=formula, claims=[claim])
    (row,) = csv.DictReader(io.StringIO(written("csv", name).decode(), newline=""))
    assert row["text"] == row["document"] == f"'{formula}"
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", name)))["claims"]
    cell = sheet.cell(2, list(COLUMNS).index("text") + 1)
    assert cell.data_type == "s"
    assert cell.value.strip() == formula.strip()


@pytest.mark.parametrize("cell", ["12", "-12", "+1.5", "", "a=b", 3, -3, None, "1 | -2"])
def test_what_is_no_formula_stays(cell):
    assert neutral(cell) == cell


@given(st.text())
def test_no_text_begins_a_formula(text):
    assert not str(neutral(text)).lstrip().startswith(("=", "@"))


def test_parquet_is_read_by_pyarrow_pandas_and_duckdb(document, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    path.write_bytes(written("parquet", document))
    table = parquet.read_table(path)
    assert table.column_names == list(COLUMNS)
    first = table.to_pylist()[0]
    assert (first["minimum"], first["maximum"], first["currency_inferred"]) == (
        [None],
        ["60000000000"],
        [False],
    )
    assert first["sources"] == ["Le Canard"]
    duckdb = pytest.importorskip("duckdb")
    ((total,),) = duckdb.sql(
        f"select sum(cast(m as decimal(30, 2))) from (select unnest(maximum) as m from '{path}')"
    ).fetchall()
    assert total == Decimal(60_000_000_000)
    empty = parquet.read_table(io.BytesIO(written("parquet")))
    assert empty.schema == table.schema


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("d’été 👩", "d’été 👩"),
        ("a\U0010ffffb", "a\U0010ffffb"),
        ("a\ufffdb", "a\ufffdb"),
        ("a\uffffb", "a\ufffdb"),
        ("a\ufffeb", "a\ufffdb"),
        ("a\x00b\x0bc\x1f", "a\ufffdb\ufffdc\ufffd"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
    ],
)
def test_a_workbook_has_a_mark_for_what_xml_has_not(text, cell, document):
    openpyxl = pytest.importorskip("openpyxl")
    named = replace(document, name=text)
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", named)))["claims"]
    assert sheet.cell(2, list(COLUMNS).index("document") + 1).value == cell


def test_a_workbook_has_the_amounts_as_numbers(document):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", document)))
    assert book.sheetnames == ["claims", "amounts"]
    for sheet in book:  # every column can be filtered, and is wide enough to be read
        assert sheet.auto_filter.ref == sheet.dimensions
        column = next(cell for cell in sheet[1] if cell.value == "text")
        assert sheet.column_dimensions[column.column_letter].width == 60
    head, row = book["amounts"].iter_rows(values_only=True)
    cells = dict(zip(head, row, strict=True))
    assert (cells["maximum"], cells["minimum"], cells["currency"]) == (60_000_000_000, None, "USD")
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_excel(io.BytesIO(written("xlsx", document)), sheet_name="amounts")
    assert frame["maximum"].sum() == 6e10


def test_markdown_is_a_table(document):
    markdown = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    claim = replace(
        document.claims[0],
        text="a | b <script> *c* [d](e) `f` $g$ &amp;",
        predicate=replace(document.claims[0].predicate, start=0, end=0),
    )
    html = markdown.render(written("markdown", replace(document, claims=[claim])).decode())
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 7
    assert "<script>" not in html
    assert "a | b &lt;script&gt; *c* [d](e) `f` $g$ &amp;amp;" in html
    assert "60 bn USD" in html.replace("\u00a0", " ")


def read_standoff(text, annotations):
    """brat's own rules: the text of a span is that of its fragments, joined by spaces."""
    spans = {}
    others = []
    for line in annotations.splitlines():
        name, rest, *more = line.split("\t")
        if name[0] == "T":
            label, _, extent = rest.partition(" ")
            places = [tuple(map(int, part.split())) for part in extent.split(";")]
            assert all("\n" not in text[start:end] for start, end in places)
            assert " ".join(text[start:end] for start, end in places).replace("\t", " ") == more[0]
            spans[name] = label
        else:
            others.append((name, rest.split(), more))
    for name, words, _ in others:
        for word in words[1:3]:
            target = word.rpartition(":")[2]
            if target[0] == "T" and target[1:].isdigit():
                assert target in spans, (name, words)
    return spans, others


def test_brat_reads_spans_attributes_and_relations(document):
    with zipfile.ZipFile(io.BytesIO(written("brat", document, document))) as archive:
        assert archive.namelist() == [
            "annotation.conf",
            "d_é_1.txt",
            "d_é_1.ann",
            "d_é_1_2.txt",
            "d_é_1_2.ann",
        ]
        text = archive.read("d_é_1.txt").decode("utf-8")
        spans, others = read_standoff(text, archive.read("d_é_1.ann").decode("utf-8"))
        configuration = archive.read("annotation.conf").decode()
    assert text == document.text
    assert sorted(set(spans.values())) == [
        "amount",
        "claim",
        "cue",
        "date",
        "organization",
        "predicate",
        "source",
    ]
    assert set(spans.values()) <= set(configuration.split("[relations]")[0].split())
    assert ["Level", "T1", "possible"] in [words for _, words, _ in others]
    assert any(words[0] == "denied_by" for _, words, _ in others)
    assert any(more == ["..60000000000 USD at_most"] for _, _, more in others)


def test_label_studio_has_regions_levels_values_and_relations(document):
    emoji = replace(document, text="\U0001f600" + document.text)
    moved = [
        replace(claim, start=claim.start + 1, end=claim.end + 1, organizations=(), sources=(), cues=(), amounts=(), dates=(),
                predicate=replace(claim.predicate, start=claim.predicate.start + 1, end=claim.predicate.end + 1))
        for claim in document.claims
    ]  # fmt: skip
    (task,) = json.loads(written("labelstudio", replace(emoji, claims=moved)))
    units = task["data"]["text"].encode("utf-16-le")
    regions = [item for item in task["predictions"][0]["result"] if item["type"] != "relation"]
    for item in regions:
        value = item["value"]
        assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    relations = [item for item in task["predictions"][0]["result"] if item["type"] == "relation"]
    assert {item["from_id"] for item in relations} | {item["to_id"] for item in relations} <= {
        item["id"] for item in regions
    }
    assert {"predicate", "denied_by"} <= {label for item in relations for label in item["labels"]}
    assert [item["value"]["choices"] for item in regions if item["from_name"] == "level"] == [
        ["possible"]
    ] * 2


def test_label_studio_s_own_library_takes_the_tasks(document):
    """Its configuration parser accepts CONFIG, and validates each prediction against it."""
    sdk = pytest.importorskip("label_studio_sdk.label_interface", reason="label-studio-sdk is not installed")
    interface = sdk.LabelInterface(labelstudio.CONFIG)
    interface.validate()
    for task in json.loads(written("labelstudio", document)):
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction)


@pytest.mark.parametrize("name", ["doccano", "prodigy"])
def test_spans_of_lines_lie_in_their_text(name, document):
    (line,) = map(json.loads, written(name, document).splitlines())
    spans = line.get("entities") or line["spans"]
    nodes, links = graph(document)
    start, end = ("start_offset", "end_offset") if name == "doccano" else ("start", "end")
    assert sorted(line["text"][span[start] : span[end]] for span in spans) == sorted(
        node.text for node in nodes
    )
    labels = {span["label"] for span in spans}
    if name == "doccano":
        assert {"claim:possible", "organization", "amount"} <= labels
        ids = {span["id"] for span in spans}
        assert all({relation["from_id"], relation["to_id"]} <= ids for relation in line["relations"])
        assert len(line["relations"]) == len(links)
    else:
        assert {"CLAIM_POSSIBLE", "ORGANIZATION"} <= labels


def test_what_claims_share_is_one_span(document):
    nodes, links = graph(document)
    sources = [node for node in nodes if node.label == "source"]
    assert len(sources) == 1
    assert [link.target for link in links if link.label == "source"] == [sources[0].number] * 2


SCHEMA = "https://schema.org/"


def test_json_ld_is_a_graph_of_claims(document):
    rdflib = pytest.importorskip("rdflib")
    data = written("jsonld", document)
    assert b"ClaimReview" not in data
    graph_ = rdflib.Graph().parse(data=data, format="json-ld", publicID="http://example.org/")
    schema = rdflib.Namespace(SCHEMA)
    claims = set(graph_.subjects(rdflib.RDF.type, schema.Claim))
    assert {str(claim) for claim in claims} == {f"http://example.org/d/%C3%A9%201.txt#c{n}" for n in (0, 1)}
    for claim in claims:
        (article,) = graph_.objects(claim, schema.appearance)
        assert (article, rdflib.RDF.type, schema.Article) in graph_
        (author,) = graph_.objects(claim, schema.author)
        assert str(graph_.value(author, schema.name)) == "Le Canard"
        assert str(graph_.value(claim, schema.datePublished)) == "2026-02-02"
    money = graph_.value(predicate=rdflib.RDF.type, object=schema.MonetaryAmount)
    assert (str(graph_.value(money, schema.maxValue)), str(graph_.value(money, schema.currency))) == (
        "60000000000",
        "USD",
    )
    assert graph_.value(money, schema.minValue) is None


def test_json_ld_is_expanded_by_pyld(document):
    jsonld = pytest.importorskip("pyld").jsonld
    (article, *claims) = jsonld.expand(
        json.loads(written("jsonld", document)), {"base": "http://example.org/"}
    )
    assert article["@type"] == [f"{SCHEMA}Article"]
    assert [claim["urn:claimx:level"][0]["@value"] for claim in claims] == ["possible", "possible"]


def test_python_writes_files_aside(document, tmp_path):
    extraction = Extraction(tuple(document.claims), document.text, document.published)
    extraction.write(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"document,")
    claimx.write({"un": extraction, "deux": extraction}, tmp_path / "a.json")
    assert [item["document"] for item in json.loads((tmp_path / "a.json").read_text())] == ["un", "deux"]
    stream = io.BytesIO()
    claimx.write([extraction, extraction], stream, "jsonl")
    assert [json.loads(line)["document"] for line in stream.getvalue().splitlines()] == ["0", "0", "1", "1"]
    with pytest.raises(ZeroDivisionError):
        claimx.write(broken(extraction), tmp_path / "a.json")
    assert len(json.loads((tmp_path / "a.json").read_text())) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.json"]


def broken(extraction):
    yield extraction
    raise ZeroDivisionError


def test_python_says_what_it_cannot_write(document, tmp_path):
    extraction = Extraction((), "")
    with pytest.raises(ArgumentError, match=r"the ending \.docx tells no format"):
        claimx.write(extraction, tmp_path / "a.docx")
    with pytest.raises(ArgumentError, match="unknown format 'docx'"):
        claimx.write(extraction, tmp_path / "a", "docx")
    with pytest.raises(DocumentError, match="can't be written"):
        claimx.write(extraction, tmp_path / "none" / "a.csv")


@pytest.mark.parametrize(
    ("ending", "name"),
    [(".csv", "csv"), ("MD", "markdown"), ("zip", "brat"), (".htm", "html"), (".docx", None), ("", None)],
)
def test_an_ending_tells_the_format(ending, name):
    assert format_of(ending) == name
