import io
import json

import pytest

from claimx.errors import ArgumentError
from claimx.output import Document, writer


def written(name, documents):
    stream = io.BytesIO()
    writer(name)(documents, stream)
    return stream.getvalue()


def test_jsonl_has_a_line_a_claim_with_its_document(claim):
    documents = [Document("a.txt", "2026-02-02", (claim, claim)), Document("b.txt", None, ())]
    first, second = written("jsonl", documents).splitlines()
    assert first == second
    assert json.loads(first) == {"document": "a.txt", **claim.to_dict()}
    assert "jusqu’à".encode() in first


def test_json_has_an_item_a_document(claim):
    documents = [Document("a.txt", "2026-02-02", (claim,), "Oui."), Document("b.txt", None, ())]
    assert json.loads(written("json", documents)) == [
        {"document": "a.txt", "published": "2026-02-02", "text": "Oui.", "claims": [claim.to_dict()]},
        {"document": "b.txt", "published": None, "text": "", "claims": []},
    ]
    assert json.loads(written("json", [])) == []


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_lone_surrogate_comes_back(name, claim):
    data = written(name, [Document("\udce9t\u00e9.txt", None, (claim,))])
    assert "\udce9t\u00e9.txt" in json.dumps(json.loads(data.decode("utf-8")), ensure_ascii=False)


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(ArgumentError, match=r"'docx'\. Available: jsonl, json"):
        writer("docx")


def test_no_character_of_a_text_ends_a_line_of_json(claim):
    from dataclasses import replace

    from claimx.output._encoding import encoded

    data = encoded(replace(claim, text="a\u2028b\u2029c\x85d").to_dict())
    assert len(data.decode().splitlines()) == 1
    assert json.loads(data)["text"] == "a\u2028b\u2029c\x85d"
