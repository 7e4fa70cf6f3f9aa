"""The table of operators: the rows of the package, and those of a user."""

from pathlib import Path

import pytest

from claimx import lexicons
from claimx.claims.operators.classes import Trait, bundled_classes
from claimx.claims.operators.lookup import Operators, bundled
from claimx.claims.operators.table import FRAMES, read_user_rows
from claimx.errors import DocumentError

HEADER = "lemma\tpos\tframes\tclass\n"
PACKAGE = Path(lexicons.__file__).with_name("operators.tsv")


def written(tmp_path, text):
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_row_of_the_package_has_known_cells_and_there_are_hundreds():
    rows = read_user_rows(str(PACKAGE))
    assert len(rows) >= 600
    assert {row["pos"] for row in rows} == {"ADJ", "ADP", "ADV", "NOUN", "VERB"}


def test_no_word_is_two_operators_with_one_complement():
    places = [
        (row["lemma"], row["pos"], frame)
        for row in lexicons.read("operators")
        for frame in row["frames"].split(",")
    ]
    assert len(places) == len(set(places))


def test_verbs_alone_need_a_complement():
    rows = lexicons.read("operators")
    assert not [row for row in rows if row["pos"] == "VERB" and not row["frames"]]
    assert not [row for row in rows if row["pos"] not in ("VERB", "ADJ") and row["frames"]]


def test_rows_of_one_s_own_come_first(tmp_path):
    path = written(
        tmp_path, HEADER + "# mine\n\nconfirmer\tVERB\tque\trumour\nflairer\tVERB\tque,np\tbelief\n"
    )
    operators = Operators(read_user_rows(path))
    assert operators.get("confirmer", "VERB", "que").cls == "rumour"
    assert operators.get("confirmer", "VERB", "np").cls == "factive"
    assert operators.get("flairer", "VERB", "np").cls == "belief"
    assert bundled().get("confirmer", "VERB", "que").cls == "factive"


def test_every_trait_and_every_frame_of_the_code_is_in_the_tables():
    assert {trait for operator in bundled_classes().values() for trait in operator.traits} == set(Trait)
    used = {frame for row in lexicons.read("operators") for frame in row["frames"].split(",")}
    assert used == FRAMES


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column 'lemma' in the header line"),
        ("lemma\tclass\n", "no column 'pos' in the header line"),
        (HEADER + "flairer\tVERB\tque\tbelief\tx\n", "line 2: 5 cells under 4 columns"),
        (HEADER + "flairer\tVERB\tque\n", "line 2: unknown class ''"),
        (HEADER + "flairer\tVERBE\tque\tbelief\n", "line 2: unknown pos 'VERBE'"),
        (HEADER + "\nflairer\tVERB\tque\tfoi\n", "line 3: unknown class 'foi'"),
        (HEADER + "flairer\tVERB\tque,quoi\tbelief\n", "line 2: unknown frames 'quoi'"),
        (HEADER + "flairer\tVERB\tque,\tbelief\n", "line 2: unknown frames ''"),
        (HEADER + "\tVERB\tque\tbelief\n", "line 2: the cell 'lemma' is empty"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path, text, message):
    with pytest.raises(DocumentError, match=message):
        read_user_rows(written(tmp_path, text))


def test_a_table_that_can_t_be_read_is_named(tmp_path):
    (tmp_path / "latin.tsv").write_bytes("révéler".encode("latin-1"))
    for name in ("missing.tsv", "latin.tsv", "."):
        with pytest.raises(DocumentError, match="can't be read"):
            read_user_rows(str(tmp_path / name))
