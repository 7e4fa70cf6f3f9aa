"""Tables that users write: CSV and TSV, comments, and errors that name the file and the line."""

import os
import tracemalloc

import pytest

from claimx.errors import DocumentError
from claimx.lexicons import user_tables
from claimx.lexicons.user_tables import Row, check_cell, read_table


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8"))
    return read_table(str(path), columns=("name", "kind"), required=("name",))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mine.tsv", "name\tkind\nZorba\tclub\n"),
        ("mine.csv", "name,kind\nZorba,club\n"),
        ("mine.csv", "name;kind\nZorba;club\n"),
        ("mine.CSV", '"name","kind"\n"Zorba","club"\n'),
        ("mine.txt", "Name\tKIND\tremark\r\nZorba\t club \tx\r\n"),
    ],
)
def test_forms(tmp_path, name, content):
    assert read(tmp_path, name, content) == [Row(2, {"name": "Zorba", "kind": "club"})]


def test_comments_and_empty_lines_are_skipped_and_counted(tmp_path):
    rows = read(tmp_path, "mine.tsv", "# list\n\nname\tkind\n\nZorba\n# end\n\t\nVelm\tclub\n")
    assert rows == [Row(5, {"name": "Zorba", "kind": ""}), Row(8, {"name": "Velm", "kind": "club"})]


def test_a_quoted_cell_may_have_lines_and_separators(tmp_path):
    rows = read(tmp_path, "mine.csv", 'name,kind\n"Zor\nba, Inc.",club\n')
    assert rows == [Row(3, {"name": "Zor\nba, Inc.", "kind": "club"})]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("mine.csv", "", r"mine\.csv: no column 'name'"),
        ("mine.csv", "kind\nclub\n", r"mine\.csv: no column 'name' in the header line \(its columns: kind\)"),
        ("mine.csv", "name\nZorba,x\n", r"mine\.csv, line 2: 2 cells under 1 columns"),
        ("mine.csv", "name\nZorba\n\n# x\nVelm,a,b\n", r"mine\.csv, line 5: 3 cells under 1 columns"),
        (
            "mine.csv",
            "name,kind,name\nZorba,club,x\n",
            r"mine\.csv: can't be read \(the column 'name' stands twice",
        ),
        (
            "mine.csv",
            'name\nVelm\n\n"Zorba\nAcmé\n',
            r"mine\.csv: can't be read \(the row that begins on line 4: unexp",
        ),
        ("mine.csv", 'name\nVelm\n"Zorba"x\n', r"mine\.csv: can't be read \(the row that begins on line 3: "),
        ("mine.csv", f"name\nVelm\n{'x' * 200_000}\n", r"mine\.csv, line 3: more than 200000 bytes"),
        ("mine.csv", "name\nVelm\n\0\n", r"mine\.csv: can't be read \(line 3 has a NUL byte\)"),
        ("mine.tsv", "name\tkind\nZorba\tclub\tx\n", r"mine\.tsv, line 2: 3 cells under 2 columns"),
        ("mine.tsv", f"name\nVelm\n{'x' * 200_000}\n", r"mine\.tsv, line 3: more than 200000 bytes"),
        ("mine.tsv", "kind\nclub\n", r"mine\.tsv: no column 'name' in the header line \(its columns: kind\)"),
    ],
)
def test_errors(tmp_path, name, content, message):
    with pytest.raises(DocumentError, match=message):
        read(tmp_path, name, content)


@pytest.mark.parametrize(
    "content",
    [
        b"\x7fELF\x02\x01\x01\0\0\0",  # a program
        b"PK\x03\x04\x14\0\x06\0",  # a workbook
        "name\nZorba\n".encode("utf-16"),
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"PAR1\x15\x04\x15",
        bytes(range(256)) * 100,
    ],
)
@pytest.mark.parametrize("name", ["mine.csv", "mine.tsv"])
def test_a_file_that_is_no_text_is_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=r"mine\.[ct]sv: (can't be read \(line 1|no column 'name')"):
        read_table(str(path), columns=["name"], required=["name"])


@pytest.mark.parametrize("name", ["mine.csv", "mine.tsv"])
def test_a_file_is_limited(tmp_path, name, monkeypatch):
    monkeypatch.setattr(user_tables, "MAX_BYTES", 1000)
    assert len(read(tmp_path, name, "name\n" + "Zorba\n" * 150)) == 150
    with pytest.raises(DocumentError, match=r"mine\.[ct]sv: more than 1000 bytes"):
        read(tmp_path, name, "name\n" + "Zorba\n" * 200)


@pytest.mark.parametrize("name", ["mine.csv", "mine.tsv"])
def test_a_line_that_is_not_utf_8_is_told(tmp_path, name):
    path = tmp_path / name
    path.write_bytes("name\nZorba\nAcmé\n".encode("latin-1"))
    with pytest.raises(DocumentError, match=r"can't be read \(line 3 is not UTF-8\)"):
        read_table(str(path), columns=["name"], required=["name"])


def test_a_file_of_one_endless_line_is_refused_before_it_is_read(tmp_path):
    """A file with holes, so that its 150 MB cost nothing; to read it whole would."""
    path = tmp_path / "mine.csv"
    path.write_bytes(b"name\n")
    os.truncate(path, 150_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(DocumentError, match=r"mine\.csv, line 2: more than 200000 bytes"):
            read_table(str(path), columns=["name"], required=["name"])
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_name_that_is_not_utf_8_is_told(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/l\xff.csv")
    with pytest.raises(DocumentError, match="can't be read") as caught:
        read_table(path, columns=["name"], required=["name"])
    assert "\udcff" in str(caught.value)  # the command line shows it as a replacement character


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DocumentError, match="No such file"):
        read_table(str(tmp_path / "none.csv"), columns=(), required=())


def test_a_cell_is_checked():
    row = Row(7, {"kind": "firm"})
    check_cell("mine.csv", row, "kind", "club", {"club", ""})
    with pytest.raises(
        DocumentError, match=r"mine\.csv, line 7: unknown kind 'firm'\. Give one of: bank, club"
    ):
        check_cell("mine.csv", row, "kind", "firm", {"club", "bank", ""})
