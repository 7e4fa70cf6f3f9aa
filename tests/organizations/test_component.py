"""The component of organisations on Docs made by hand; ``test_organization_cases`` reads tagged texts."""

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimx import annotations, lexicons
from claimx.components.organizations import Organizations, make_list
from claimx.errors import DocumentError
from claimx.organizations.spelling import identifier
from claimx.organizations.user_list import read_user_list
from claimx.pipeline import add_pipes


def found(doc):
    """(start, end, name, via) of every mark."""
    return [
        (values["start"], values["end"], values["name"], values["via"])
        for _, values in annotations.read(doc, annotations.ORGANIZATIONS)
    ]


def parsed(words, heads, deps, pos, ents=(), morphs=None):
    """A Doc by hand; ents: (first, last, label)."""
    doc = Doc(Vocab(), words=words, heads=heads, deps=deps, pos=pos, morphs=morphs)
    doc.set_ents([Span(doc, *ent) for ent in ents])
    return doc


@pytest.mark.parametrize("label", ["acl:relcl", "relcl", "acl"])
def test_relative_by_the_parse(component, label):
    doc = parsed(
        ["Zorbex", ",", "qui", "recrute", ",", "gagne", "."],
        [5, 3, 3, 0, 3, 5, 5],
        ["nsubj", "punct", "nsubj", label, "punct", "ROOT", "punct"],
        ["PROPN", "PUNCT", "PRON", "VERB", "PUNCT", "VERB", "PUNCT"],
        [(0, 1, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == [("Zorbex", None), ("Zorbex", "relative")]


def test_relative_of_a_person_is_none(component):
    doc = parsed(
        ["Le", "patron", "de", "Zorbex", ",", "qui", "parle", ",", "sort", "."],
        [1, 8, 3, 1, 6, 6, 1, 6, 8, 8],
        ["det", "nsubj", "case", "nmod", "punct", "nsubj", "acl:relcl", "punct", "ROOT", "punct"],
        ["DET", "NOUN", "ADP", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT", "VERB", "PUNCT"],
        [(3, 4, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == [("Zorbex", None)]


@pytest.mark.parametrize(
    ("pronoun", "gender", "expected"),
    [("elle", "Fem", [("SNCF", None), ("SNCF", "pronoun")]), ("il", "Masc", [("SNCF", None)])],
)
def test_pronoun_agrees_with_the_subject_before(component, pronoun, gender, expected):
    doc = parsed(
        ["La", "SNCF", "recrute", ".", pronoun, "grandit", "."],
        [1, 2, 2, 2, 5, 5, 5],
        ["det", "nsubj", "ROOT", "punct", "nsubj", "ROOT", "punct"],
        ["DET", "PROPN", "VERB", "PUNCT", "PRON", "VERB", "PUNCT"],
        [(1, 2, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == expected


def test_pronoun_of_a_person_is_none(component):
    doc = parsed(
        ["Marie", "quitte", "la", "SNCF", ".", "Elle", "part", "."],
        [1, 1, 3, 1, 1, 6, 6, 6],
        ["nsubj", "ROOT", "det", "obj", "punct", "nsubj", "ROOT", "punct"],
        ["PROPN", "VERB", "DET", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT"],
        [(0, 1, "PER"), (3, 4, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == [("SNCF", None)]


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        (["Selon", "Zorbex", ",", "oui"], "ORG", ["Zorbex"]),
        (["Martin", "Bouygues", "parle", "."], "PER", []),
        (["À", "Orange", "il", "pleut"], "LOC", []),
        (["La", "Nvidia", "parle", "."], "MISC", ["Nvidia"]),
        (["Une", "Nvidia", "parle", "."], "MISC", []),
        (["Avec", "ChatGPT", "il", "parle"], "ORG", []),
        (["un", "groupe", "dit", "oui"], "ORG", []),
        (["rivière", "Velm", "."], "ORG", []),
        (["À", "Noisy-le-Sec", "."], "ORG", []),
    ],
)
def test_entities_are_corrected(component, words, label, expected):
    first = 0 if label == "PER" else 1
    doc = Doc(Vocab(), words=words)
    doc.set_ents([Span(doc, first, 2, label)])
    assert [mark[2] for mark in found(component(doc))] == expected


def test_one_name_in_a_document(french, component):
    text = "I-Télé et CNews se taisent. Le Conseil de sécurité vote. L'Agence Zorbex (AZ) vote."
    names = {mark[2] for mark in found(component(french(text)))}
    assert "CNews" in names
    assert "I-Télé" not in names


def test_user_list_comes_first(tmp_path, french):
    path = tmp_path / "mine.tsv"
    path.write_text("name\taliases\tkind\nZorbex\tla Zorb|ZBX\tcompany\n", encoding="utf-8")
    component = Organizations(make_list(str(path)))
    assert {mark[2] for mark in found(component(french("ZBX et la Zorb, puis Zorbex.")))} == {"Zorbex"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mine.tsv", "name\taliases\tid\nZorbex\tla Zorb|ZBX\tQ1\n"),
        ("mine.csv", "name,aliases,id\nZorbex,la Zorb|ZBX,Q1\n"),
        ("mine.csv", "name;aliases;id\nZorbex;la Zorb|ZBX;Q1\n"),
        ("mine.csv", '\ufeff# mine\n\nID,Name,Aliases,remark\nQ1,Zorbex,"la Zorb|ZBX","a, b"\n,,,\n'),
        ("mine.txt", "name\taliases\tid\r\nZorbex\tla Zorb|ZBX\tQ1\r\n"),
    ],
)
def test_forms_of_a_user_list(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    rows = [{key: row[key] for key in ("name", "aliases", "id")} for row in read_user_list(str(path))]
    assert rows == [{"name": "Zorbex", "aliases": "la Zorb|ZBX", "id": "Q1"}]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,label\n1,Zorbex\n", r"mine\.csv: no column 'name'"),
        (b"name,kind\n# x\nZorbex,firm\n", r"mine\.csv, line 3: unknown kind 'firm'"),
        (b"name,gender\nZorbex,x\n", r"mine\.csv, line 2: unknown gender 'x'"),
        (b"name,kind\nZorbex, Inc.,company\n", r"mine\.csv, line 2: 3 cells under 2 columns"),
        (b'name,kind\n"Zor\nbex",company\nActa,firm\n', r"mine\.csv, line 4: unknown kind 'firm'"),
        (
            b'name,kind\n"Zorbex,company\nActa,company\n',
            r"mine\.csv: can't be read \(the row that begins on line 2: unexpected end of data\)",
        ),
        (b"name\n\xe9\n", r"mine\.csv: can't be read"),
    ],
)
def test_errors_of_a_user_list_name_the_file_and_line(tmp_path, content, message):
    path = tmp_path / "mine.csv"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=message):
        make_list(str(path))


def test_a_user_list_that_is_not_there(tmp_path):
    with pytest.raises(DocumentError, match="No such file"):
        make_list(str(tmp_path / "none.tsv"))


def test_a_word_of_the_language_in_a_user_list_needs_its_context(tmp_path, french):
    path = tmp_path / "mine.tsv"
    path.write_text("name\tkind\nAvenir\tcompany\n", encoding="utf-8")
    component = Organizations(make_list(str(path)))
    assert [mark[2] for mark in found(component(french("La société Avenir recrute.")))] == ["Avenir"]
    assert not found(component(french("Avenir incertain pour la filière.")))


def test_identifiers_are_those_of_rows_and_unique(component, french):
    (_, values), *_ = annotations.read(component(french("BNP Paribas recrute.")), annotations.ORGANIZATIONS)
    assert values["id"] == "bnp-paribas"
    identifiers = [identifier(row["name"]) for row in lexicons.read("organizations")]
    assert len(set(identifiers)) == len(identifiers)


def test_another_pipeline_takes_a_user_list(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text("name\nZorbex\n", encoding="utf-8")
    nlp = add_pipes(spacy.blank("xx"), organizations=path)
    assert [
        mark[2] for mark in found(nlp.get_pipe("claimx_organizations")(nlp.make_doc("Chez Zorbex.")))
    ] == ["Zorbex"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "(",
        "((((",
        "[",
        "L'",
        "\n\n",
        "«",
        "AMF (",
        "(AMF)",
        "🙂 Nvidia 🙂",
        "la la la la",
        "du du groupe",
        "Nvidia et la cour",
        "la maison",
        "Nvidia. Le réseau",
    ],
)
def test_any_text_gives_an_answer(french, component, text):
    for start, end, _, _ in found(component(french(text))):
        assert text[start:end].strip()


def test_a_line_of_capitals_is_no_name(component, french):
    # Read to its end from each of its words, it would take time with its square.
    doc = component(french("La banque " + "Zorbex " * 500))
    assert max(len(span) for span in doc.spans["claimx_organizations"]) < 25
