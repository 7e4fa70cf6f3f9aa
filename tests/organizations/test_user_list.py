"""Organisations of a user's own, given from Python: names and rows."""

import json
from pathlib import Path

import pytest
import spacy

from claimx import add_pipes, annotations, lexicons
from claimx.errors import ArgumentError, ArgumentTypeError, DocumentError
from claimx.organizations.user_list import read_user_list

FRAME = type("DataFrame", (), {"columns": ["name"], "__iter__": lambda self: iter(["name"])})()


def test_names_and_rows_are_rows():
    nan = float("nan")
    items = iter(["Zorbex", {"name": "Velm", "aliases": ["VLM", "Velm SA"], "kind": None, "id": nan, "n": 3}])
    assert read_user_list(items) == [
        {"name": "Zorbex"},
        {"name": "Velm", "aliases": "VLM|Velm SA", "kind": "", "id": ""},
    ]


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        ([""], ArgumentError, r"organizations\[0\]: no name"),
        (["Zorbex", {"aliases": "ZBX"}], ArgumentError, r"organizations\[1\]: no name"),
        ([{"name": "Zorbex", "kind": "firm"}], ArgumentError, r"organizations\[0\]: unknown kind 'firm'"),
        ([{"name": "Zorbex", "wikidata": "312"}], ArgumentError, r"organizations\[0\]: '312' is no item"),
        (["Zorbex", 3], ArgumentTypeError, r"organizations\[1\]: expected a name or a mapping, got int"),
        ({"Zorbex": "company"}, ArgumentTypeError, "got dict, whose elements are"),
        (FRAME, ArgumentTypeError, "got DataFrame, whose elements are"),
        (3, ArgumentTypeError, "organizations: expected the path of a table, or an iterable"),
        (b"mine.tsv", ArgumentTypeError, "organizations: expected the path of a table, or an iterable"),
        ("Zorbex", DocumentError, "Zorbex: can't be read"),
    ],
)
def test_what_is_no_list_is_refused(source, error, message):
    with pytest.raises(error, match=message):
        read_user_list(source)


def test_an_item_of_a_file_is_checked_with_its_line(tmp_path):
    path = Path(tmp_path, "mine.tsv")
    path.write_text("name\twikidata\nZorbex\tQ1\nVelm\twww\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"mine\.tsv, line 3: 'www' is no item of Wikidata"):
        read_user_list(path)


def test_rows_travel_with_the_pipeline_and_bring_their_items():
    rows = ["Zorbex", {"name": "Velm", "aliases": ["VLM"], "kind": "bank", "wikidata": "Q1"}]
    nlp = add_pipes(spacy.blank("fr"), organizations=rows)
    stored = json.loads(nlp.get_pipe("claimx_organizations").to_bytes())
    assert [row["name"] for row in stored] == ["Zorbex", "Velm"]
    again = add_pipes(spacy.blank("fr")).from_bytes(nlp.to_bytes())
    found = again.get_pipe("claimx_organizations")(again.make_doc("VLM et Apple paient Zorbex."))
    assert [
        (values["name"], values["kind"], values["wikidata"])
        for _, values in annotations.read(found, annotations.ORGANIZATIONS)
    ] == [("Velm", "bank", "Q1"), ("Apple", "company", "Q312"), ("Zorbex", None, None)]


def test_items_of_the_package_are_of_one_row_each():
    items = [row["wikidata"] for row in lexicons.read("organizations") if row["wikidata"]]
    assert len(items) == len(set(items)) > 300
    assert all(item[0] == "Q" and item[1:].isdecimal() for item in items)
