"""Documents out of files of every kind, and what is said of the files and records that give none."""

import gzip
import io
import json
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.apps.inputs import Fields, InputDocument, Unreadable, documents, read_document
from claimx.apps.inputs.kinds import KINDS, kind_of_file
from claimx.errors import ClaimxError

TEXT = "Acmé irait « loin »,\r\nselon Reuters."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, where relative paths lead."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, content):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def read(*paths, fields=None, **options):
    """The documents as tuples, and the messages of the others with their origins."""
    found = list(documents(paths, fields or Fields(), **options))
    good = [(one.id, one.text, one.published, one.origin) for one in found if isinstance(one, InputDocument)]
    return good, {one.origin: str(one.error) for one in found if isinstance(one, Unreadable)}


def zstd(data):
    return pytest.importorskip("zstandard").ZstdCompressor().compress(data)


def parquet(rows, name="a.parquet", **options):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as files

    files.write_table(pyarrow.Table.from_pylist(rows), name, **options)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.TXT", "a.weird"])
def test_a_text_is_read_as_it_is(folder, name):
    write(name, TEXT)
    assert read(name) == ([(name, TEXT, None, name)], {})


@pytest.mark.parametrize(
    ("text", "left", "day"),
    [
        ("---\ntitle: Un titre\ndate: 2026-02-02\n---\n\nActe un.\n", "\nActe un.\n", "2026-02-02"),
        ('---\r\ndate: "2026-02-02T08:30:00+01:00"\r\n---\r\nActe un.', "Acte un.", "2026-02-02"),
        ("---\ndate: 3 février 2026\ntags:\n  - a\n  - b\n...\nActe un.", "Acte un.", "2026-02-03"),
        ("---\npublished: '2026-02-04' # hier\ndate: 2020-01-01\n---\n", "", "2026-02-04"),
        ("---\ndate: bientôt\n---\nActe un.", "Acte un.", None),
        ("---\ntitle: Un titre\n\nSans fin.", None, None),
        ("---\nLa suite. Un mot : voilà.\n---\nActe un.", None, None),
        ("Acte un.\n---\ntitle: Un titre\n---\n", None, None),
    ],
)
def test_the_front_matter_of_markdown_is_not_read_and_tells_the_day(folder, text, left, day):
    for name in ("a.md", "a.markdown"):
        write(name, text)
        assert read(name) == ([(name, text if left is None else left, day, name)], {})
    write("a.txt", text)
    assert read("a.txt") == ([("a.txt", text, None, "a.txt")], {})


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst", "a.txt"])
def test_what_is_compressed_is_seen_by_its_beginning(folder, pack, name):
    write(name, pack(TEXT.encode()))
    assert read(name)[0][0][1] == TEXT
    write("b.jsonl.gz", pack(b'{"text": "un"}\n{"text": "deux"}') + pack(b'\n{"text": "trois"}'))
    assert [text for _, text, *_ in read("b.jsonl.gz")[0]] == ["un", "deux", "trois"]


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_a_damaged_archive_gives_what_it_holds_and_an_error(folder, pack):
    # Lines that do not compress, so that half of the archive holds some of them.
    import random

    generator = random.Random(1)
    words = [f"{generator.getrandbits(400):x}" for _ in range(6000)]
    data = pack("\n".join(json.dumps({"text": word}) for word in words).encode())
    write("a.jsonl.gz", data[: len(data) // 2])
    good, bad = read("a.jsonl.gz")
    assert [text for _, text, *_ in good] == words[: len(good)]
    assert good
    assert "the file is damaged" in bad["a.jsonl.gz"]
    write("b.gz", b"\x1f\x8bnot gzip at all")
    assert "the file is damaged" in read("b.gz")[1]["b.gz"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"text": "un", "id": 7, "published": "2026-02-02", "x": null}\n\n{"text": "deux"}\n'),
        ("a.ndjson", '\ufeff{"text": "un", "id": "7", "published": "2 février 2026"}\n\n{"text": "deux"}'),
        ("a.txt", '{"text": "un", "id": "7", "published": "02/02/2026"}\n\n{"text": "deux"}'),
        ("a.json", '{"text": "un", "id": "7", "published": "2026-02-02T10:00:00Z"}\n\n{"text": "deux"}'),
    ],
)
def test_json_lines(folder, name, content):
    write(name, content)
    assert read(name) == (
        [("7", "un", "2026-02-02", f"{name}:1"), (f"{name}:3", "deux", None, f"{name}:3")],
        {},
    )


def test_json_lines_in_utf_16(folder):
    write("a.jsonl", '{"text": "été"}\n{"text": "deux"}\n'.encode("utf-16"))
    assert [text for _, text, *_ in read("a.jsonl")[0]] == ["été", "deux"]


def test_json_is_an_object_or_an_array_of_them(folder):
    write("a.json", '{\n  "text": "un"\n}')
    write("b.json", '[{"text": "un", "id": "x"}, {"titre": "deux"}, {"text": "trois"}]')
    good, bad = read("a.json", "b.json")
    assert good == [
        ("a.json", "un", None, "a.json"),
        ("x", "un", None, "b.json:1"),
        ("b.json:3", "trois", None, "b.json:3"),
    ]
    assert "b.json, item 2: no text under 'text' (its keys: titre)" in bad["b.json:2"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'id,text,published\n7,"un, ""deux""\ntrois",2026-02-02\n8,quatre,\n'),
        ("a.csv", '\ufeffid;text;published\r\n7;"un, ""deux""\ntrois";02/02/2026\r\n8;quatre;\r\n'),
        ("a.csv", 'published\ttext\tid\n2026-02-02\t"un, ""deux""\ntrois"\t7\n\tquatre\t8'),
        ("a.tsv", 'published\ttext\tid\n2026-02-02\t"un, ""deux""\ntrois"\t7\n\n\tquatre\t8'),
    ],
)
def test_tables(folder, name, content):
    write(name, content)
    good, bad = read(name)
    assert [one[:3] for one in good] == [("7", 'un, "deux"\ntrois', "2026-02-02"), ("8", "quatre", None)]
    assert good[0][3] == f"{name}:2"
    assert bad == {}


def test_a_row_that_cannot_be_read_costs_the_others_nothing(folder):
    rows = [b"text,id", b"un,1", b'"de"ux,2', b"tr\xe9s,3", b"quatre,4,x", b"cinq,5", b'"six,6']
    write("a.csv", b"\n".join(rows))
    good, bad = read("a.csv")
    assert [one[:2] for one in good] == [("1", "un"), ("5", "cinq")]
    assert set(bad) == {"a.csv:3", "a.csv:4", "a.csv:5", "a.csv:7"}
    assert "a.csv, line 3: not CSV" in bad["a.csv:3"]
    assert "a.csv, line 4: the byte 0xe9 is not UTF-8. Convert the file first" in bad["a.csv:4"]
    assert "a.csv, line 5: 3 cells under 2 columns" in bad["a.csv:5"]
    assert "Is a quotation mark left open" in bad["a.csv:7"]


def test_parquet_row_by_row(folder):
    from datetime import date, datetime

    rows = [{"body": f"texte {n}", "n": n, "on": date(2026, 2, 2), "z": "x" * 50} for n in range(1000)]
    rows[3]["body"] = None
    parquet(rows, row_group_size=100)
    good, bad = read("a.parquet", fields=Fields("body", "n", "on"))
    assert len(good) == 999
    assert good[0] == ("0", "texte 0", "2026-02-02", "a.parquet:1")
    assert "a.parquet, row 4: no text under 'body'" in bad["a.parquet:4"]
    parquet([{"text": "un", "published": datetime(2026, 2, 2, 10)}])
    assert read("a.parquet")[0] == [("a.parquet:1", "un", "2026-02-02", "a.parquet:1")]
    assert (
        "no column 'body' (its columns: text, published)"
        in read("a.parquet", fields=Fields("body"))[1]["a.parquet"]
    )


@pytest.mark.parametrize(
    ("name", "content", "fields", "origin", "message"),
    [
        ("a.jsonl", '{"text": "un"}\n{', {}, "a.jsonl:2", "a.jsonl, line 2: not JSON"),
        ("a.jsonl", '{"a": 1, "b": 2}', {}, "a.jsonl:1", "no text under 'text' (its keys: a, b). Give the name with --text-field"),
        ("a.jsonl", '{"text": 3}', {}, "a.jsonl:1", "no text under 'text'"),
        ("a.jsonl", '["un"]', {}, "a.jsonl:1", "no text under 'text' (its keys: list)"),
        ("a.jsonl", "[" * 100_000, {}, "a.jsonl:1", "not JSON"),
        ("a.jsonl", b'{"text": "\xe9t\xe9"}', {}, "a.jsonl:1", "a.jsonl, line 1: the byte 0xe9 is not UTF-8"),
        ("a.jsonl", '{"text": "un"}', {"id": "nr"}, "a.jsonl:1", "no id under 'nr' (its keys: text). Give the name with --id-field"),
        ("a.jsonl", '{"text": "un"}', {"published": "day"}, "a.jsonl:1", "no published under 'day'"),
        ("a.jsonl", '{"text": "un", "published": "mardi"}', {}, "a.jsonl:1", "'mardi' under 'published' is not a day"),
        ("a.jsonl", '{"text": "un", "published": "2026-02-31"}', {}, "a.jsonl:1", "is not a day"),
        ("a.json", '{"text": \n\n oups}', {}, "a.json", "a.json, line 3: not JSON"),
        ("a.json", "[" * 100_000, {}, "a.json", "not JSON"),
        ("a.csv", "titre,corps\na,b", {}, "a.csv", "a.csv: no column 'text' (its columns: titre, corps). Give that of the texts with --text-field"),
        ("a.csv", "", {}, "a.csv", "no column 'text'"),
        ("a.parquet", b"PAR1 and nothing else", {}, "a.parquet", "a.parquet: the file is damaged"),
        ("a.txt", b"Bon.\nL'\xe9t\xe9", {}, "a.txt", "a.txt, line 2: byte 7 of the file (0xe9) is not UTF-8"),
        ("a.txt", b"%PDF-1.7", {}, "a.txt", "this is a PDF file, not a text"),
        ("a.docx", b"PK\x03\x04...", {}, "a.docx", "this is a zip file, such as a .docx"),
        ("a.doc", b"\xd0\xcf\x11\xe0...", {}, "a.doc", "this is an Office file"),
        ("a.txt", b"\xff\xfeI\x00l\x00\x00\xd8", {}, "a.txt", "is not UTF-16"),
        ("a.jsonl", b"\xff\xfeI\x00l\x00\x00\xd8", {}, "a.jsonl", "can't be read (after line 0"),
        ("a.html", "<html><body></body></html>", {}, "a.html", "no main text is found in this HTML page"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_what_to_do(folder, name, content, fields, origin, message):
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    write(name, content)
    _, bad = read(name, fields=Fields(**fields))
    assert message in bad[origin]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.txt", "none.txt: no such file"),
        ("", "the name of a file is empty"),
        ("a\x00b", "can't be read"),
        (".", "this is a folder. Give its files, for example ./*.txt, or --recursive"),
        ("*.none", "*.none: no such file"),
    ],
)
def test_a_path_that_leads_nowhere_is_named_and_the_rest_goes_on(folder, path, message):
    write("a.txt", TEXT)
    good, bad = read(path, "a.txt")
    assert [one[0] for one in good] == ["a.txt"]
    assert message in bad[path]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that opens and can't be read")
def test_a_file_whose_reading_fails_is_named_and_the_rest_goes_on(folder):
    write("a.txt", TEXT)
    good, bad = read("/proc/self/mem", "a.txt")
    assert [one[0] for one in good] == ["a.txt"]
    assert "/proc/self/mem: can't be read (Input/output error)" in bad["/proc/self/mem"]


def test_folders_and_patterns(folder):
    for name in (
        "b.txt",
        "d/a.md",
        "d/c.jsonl.gz",
        "d/.hidden.txt",
        "d/e.jpg",
        "d/.git/x.txt",
        "d/z/y.html.zst",
    ):
        write(name, "x")
    names = [one.origin for one in documents(["*.txt", "d"], recursive=True)]
    assert names == ["b.txt", "d/a.md", "d/c.jsonl.gz:1", "d/z/y.html.zst"]
    assert [one.origin for one in documents(["**/*.md"])] == ["d/a.md"]
    write("[a].txt", "x")
    assert [one.origin for one in documents(["[a].txt"])] == ["[a].txt"]
    write("empty/x.jpg", "x")
    assert "no file with an ending that claimx knows" in read("empty", recursive=True)[1]["empty"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.encode(), [TEXT]),
        (b'{"text": "un"}\n{"text": "deux"}\n', ["un", "deux"]),
        (b'[{"text": "un"},\n{"text": "deux"}]', ["un", "deux"]),
        (b'{\n"text": "un"\n}', ["un"]),
        (gzip.compress(b'{"text": "un"}', mtime=0), ["un"]),
        (b"{Acm\xc3\xa9} [1]", ["{Acmé} [1]"]),
        (b"", [""]),
    ],
)  # fmt: skip
def test_stdin_is_known_by_how_it_begins(monkeypatch, content, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    good, bad = read("-")
    assert ([text for _, text, *_ in good], bad) == (expected, {})


def test_parquet_and_csv_come_from_stdin_too(folder, monkeypatch):
    parquet([{"text": "un"}])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("a.parquet").read_bytes())))
    assert read("-")[0] == [("-:1", "un", None, "-:1")]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text\nun\n")))
    assert read("-", kind="csv")[0] == [("-:2", "un", None, "-:2")]


PARAGRAPH = (
    "Le directeur du groupe a dit mardi à l’été que la vente irait à son terme avant la fin du mois de mars."
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="CHARSET"><title>Journal</title>
<meta property="article:published_time" content="2026-02-03T08:00:00+01:00"><script>var irait;</script></head><body>
<nav>MENU</nav><article><h1>La vente</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_a_page_gives_its_main_text_and_its_day(folder, charset, name):
    pytest.importorskip("trafilatura")
    write(name, PAGE.replace("CHARSET", charset).encode(charset))
    document = read_document(name)
    assert document.published == "2026-02-03"
    assert PARAGRAPH in document.text
    assert "MENU" not in document.text


def test_one_text_is_expected_where_a_page_is_made(folder):
    write("a.jsonl", '{"text": "un"}\n{"text": "deux"}')
    with pytest.raises(ClaimxError, match="one text is expected here"):
        read_document("a.jsonl")
    with pytest.raises(ClaimxError, match="no such file"):
        read_document("none")


def test_a_large_file_is_streamed(folder):
    """The first document is there before the rest is read."""

    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "un"}\n'
            data = line * (len(buffer) // len(line))
            buffer[: len(data)] = data
            self.given += len(data)
            return len(data)

    from claimx.apps.inputs.readers import READERS

    source = Endless()
    found = READERS["jsonl"]("a.jsonl", io.BufferedReader(source), Fields())
    assert [next(found).text for _ in range(3)] == ["un"] * 3
    assert source.given < 100_000


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 3))
def test_any_text_survives_json_lines(text, before):
    from claimx.apps.inputs.readers import READERS

    data = "\n" * before + json.dumps({"text": text}, ensure_ascii=False)
    (found,) = READERS["jsonl"]("a", io.BufferedReader(io.BytesIO(data.encode())), Fields())
    assert (found.text, found.origin) == (text, f"a:{before + 1}")


@given(st.binary(max_size=200))
def test_any_bytes_have_a_kind_or_a_clear_error(data):
    with suppress(ClaimxError):
        assert kind_of_file("a", data) in KINDS
