"""The component of organisations on Docs made by hand; ``test_organization_cases`` reads tagged texts."""

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimx import annotations
from claimx.components.organizations import Organizations, make_list
from claimx.language import ClaimxFrench


@pytest.fixture(scope="module")
def french():
    return ClaimxFrench()


@pytest.fixture(scope="module")
def component():
    return Organizations(make_list())


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
        (["rivière", "Beipan", "."], "ORG", []),
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


def test_user_list_without_names_says_so(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("id,label\n1,Zorbex\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.csv.*name"):
        make_list(str(path))


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
