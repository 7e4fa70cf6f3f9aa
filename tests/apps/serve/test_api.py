"""The HTTP API: what it answers, what it refuses, and that it says which field is wrong."""

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

import claimx
from claimx.apps.serve.app import create_app
from claimx.apps.serve.headers import HEADERS
from claimx.apps.serve.settings import Settings
from claimx.output import FORMATS, Document, writer
from claimx.output.display.article.page import article_page

pytestmark = pytest.mark.model
TEXT = "Selon Reuters, Nvidia pourrait investir 60 milliards de dollars dans OpenAI mardi."
SEED = next((Path(__file__).parents[3] / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def test_one_text_gives_what_extract_gives(client):
    answer = client.post("/api/extract", json={"text": SEED})
    assert answer.status_code == 200
    assert claimx.Extraction.from_dict(answer.json()) == claimx.extract(SEED)


def test_options_reach_the_text(client):
    body = {"text": "Acmé verse 3 millions. Il pleut mardi.", "published": "2026-02-02", "include": "all"}
    found = client.post("/api/extract", json={**body, "currency": "CHF"}).json()
    expected = claimx.extract(body["text"], published="2026-02-02", include="all", currency="CHF")
    assert found == expected.to_dict()
    assert len(found["claims"]) > len(
        client.post("/api/extract", json={"text": body["text"]}).json()["claims"]
    )


def test_some_claims_of_a_text_are_asked_for(client):
    body = {"text": SEED, "claims": ["c7", "c1"]}
    found = client.post("/api/extract", json=body).json()["claims"]
    assert [claim["id"] for claim in found] == ["c1", "c7"]
    rows = csv.DictReader(StringIO(client.post("/api/extract?format=csv", json=body).text))
    assert [row["id"] for row in rows] == ["c1", "c7"]
    assert client.post("/api/extract", json={**body, "claims": []}).json()["claims"] == []


def test_the_page_of_a_text_is_that_of_the_command_line(client):
    answer = client.post("/api/page?lang=fr", json={"text": SEED})
    claims = claimx.extract(SEED)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text == article_page(SEED, claims, published=claims.published, language="fr")


@pytest.mark.parametrize(
    ("text", "claims", "every", "french"),
    [
        ("Acmé achète Zénith.", 1, 0, True),
        ("Le chat dort sur le canapé. Il pleut.", 0, 2, True),
        ("The cat slept there on the sofa and it was raining for hours.", 0, 0, False),
    ],
)
def test_a_view_tells_what_it_leaves_out_and_whether_the_text_is_french(client, text, claims, every, french):
    found = client.post("/api/view", json={"text": text}).json()
    assert (found["claims"], found["french"]) == (claims, french)
    assert not french or found["all"] == every


def test_many_texts_keep_their_order_and_ids(client):
    texts = [
        {"text": TEXT},
        {"id": "mine", "text": "Zénith nie."},
        *({"text": f"Acmé vaut {n} M€."} for n in range(10)),
    ]
    documents = client.post("/api/extract", json={"texts": texts}).json()["documents"]
    assert [document["id"] for document in documents] == ["0", "mine", *map(str, range(2, 12))]
    assert documents[0]["claims"] == claimx.extract(TEXT).to_dict()["claims"]


def test_many_texts_come_as_lines(client):
    with client.stream("POST", "/api/extract?stream=true", json={"texts": [{"text": TEXT}] * 9}) as answer:
        assert answer.headers["content-type"].startswith("application/x-ndjson")
        found = [json.loads(line) for line in answer.iter_lines()]
    assert [line["id"] for line in found] == [str(number) for number in range(9)]
    assert {len(line["claims"]) for line in found} == {len(claimx.extract(TEXT))}


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("extract", {}, 422, "text"),
        ("extract", {"text": 3}, 422, "text"),
        ("extract", {"text": "a", "publishd": "2026-02-02"}, 422, "publishd"),
        ("extract", {"text": "a", "published": "2026-02-30"}, 422, "published"),
        ("extract", {"text": "a", "include": "some"}, 422, "include"),
        ("extract", {"text": "a", "currency": "euro"}, 422, "currency"),
        ("extract", {"text": "Acmé nie.", "claims": ["c0", "c9"]}, 422, "claims"),
        ("extract", {"text": "Acmé nie.", "claims": "c0"}, 422, "claims"),
        ("extract", {"texts": []}, 422, "texts"),
        ("extract", {"texts": [{"text": "a"}, {"text": None}]}, 422, "texts[1].text"),
        ("extract", {"texts": [{"text": "a", "published": "hier"}]}, 422, "texts[0].published"),
        ("extract", {"text": "a" * 20_001}, 413, "text"),
        ("extract", {"texts": [{"text": "a"}, {"text": "a" * 20_001}]}, 413, "texts[1].text"),
        ("extract", {"texts": [{"text": "a"}] * 21}, 413, "texts"),
        ("extract", {"text": "a" * 200_001}, 413, "body"),
        ("extract?format=csv", {"texts": [{"text": "a"}]}, 422, "format"),
        ("extract?stream=true", {"text": "a"}, 422, "stream"),
        ("extract?format=docx", {"text": "a"}, 422, "format"),
        ("explain", {"text": ["a"]}, 422, "text"),
        ("compare", {"texts": [{"text": "a"}]}, 422, "texts"),
        ("view?lang=de", {"text": "a"}, 422, "query.lang"),
    ],
)
def test_a_bad_request_names_its_field(client, path, body, status, field):
    answer = client.post(f"/api/{path}", json=body)
    assert answer.status_code == status
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert "aaaa" not in answer.text
    assert all(error["message"] for error in answer.json()["errors"])


@pytest.mark.parametrize(
    ("content", "kind", "status", "field", "message"),
    [
        (b'{"text": ', "application/json", 422, "body", "no JSON at character 9"),
        (b'{"text": "a"}x', "application/json", 422, "body", "no JSON at character 13"),
        (b'{"text": "\xff\xfe"}', "application/json", 422, "body", "no JSON in UTF-8"),
        (b'{"text":' + b"[" * 90_000 + b"]" * 90_000 + b"}", "application/json", 422, "body", "too deeply"),
        (b'{"text": "a", "\\ud800": 1}', "application/json", 422, "body", "unicode string"),
        (b"[1]", "application/json", 422, "body", "A JSON object is expected"),
        (b"", "application/json", 422, "body", "A JSON object is expected"),
        (b'{"text": "a"}', "text/plain", 415, "Content-Type", "application/json"),
        (b'{"text": "a"}', "application/x-www-form-urlencoded", 415, "Content-Type", "application/json"),
        (b"", "", 415, "Content-Type", "application/json"),
    ],
)
def test_what_is_no_json_object_is_refused(client, content, kind, status, field, message):
    answer = client.post("/api/extract", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    (error,) = answer.json()["errors"]
    assert error["field"] == field
    assert message in error["message"]


def test_an_answer_does_not_grow_with_what_is_wrong(client):
    answer = client.post("/api/extract", json={"text": "a", "k" * 100_000: 1})
    assert len(answer.content) < 500
    answer = client.post("/api/extract", json={"texts": [{"x": 1}] * 1000})
    assert len(answer.json()["errors"]) == 20


def test_articles_made_to_be_alike_are_compared_all_the_same(client):
    text = "Acmé rachète Zénith. " * 900
    answer = client.post("/api/compare", json={"texts": [{"text": text}, {"text": text}]})
    assert answer.status_code == 200
    assert 0 < answer.json()["comparison"].count("<tr class") <= 200


def test_a_lone_surrogate_is_a_character_like_others(client):
    content = b'{"text": "Duval\\ud800 rach\\u00e8te Acm\\u00e9."}'
    for path in ("extract", "view", "explain"):
        answer = client.post(f"/api/{path}", content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code == 200
        assert answer.json()


def test_a_full_queue_says_when_to_come_again_and_health_answers():
    application = create_app(Settings(queue=0, retry_seconds=7, hosts=("testserver",)))
    with TestClient(application) as client:
        workers = application.app.app.app.app.state.workers  # below the four layers around it
        workers.taken = workers.places
        for query, body in (("", {"text": TEXT}), ("?stream=true", {"texts": [{"text": TEXT}]})):
            answer = client.post(f"/api/extract{query}", json=body)
            assert answer.status_code == 503
            assert answer.headers["retry-after"] == "7"
        assert client.get("/healthz").json()["waiting"] == 1


def test_explain_gives_the_reasons(client):
    claims = client.post("/api/explain", json={"text": TEXT}).json()["claims"]
    assert claims[0]["level"] == "possible"
    assert [reason["text"] for reason in claims[0]["reasons"]] == ["Selon", "pourrait"]
    assert "pourrait" in claims[0]["explanation"]


def test_the_schema_is_that_of_the_documents_and_holds(client):
    schema = client.get("/api/schema").json()
    docs = Path(__file__).parents[3] / "docs" / "schema" / "claim.schema.json"
    assert schema == json.loads(docs.read_text(encoding="utf-8"))
    for claim in client.post("/api/extract", json={"text": TEXT}).json()["claims"]:
        jsonschema.validate(claim, schema)


def test_metrics_count_requests_by_known_paths_and_texts(client):
    client.get("/made-up/path")
    before = client.get("/metrics").text
    client.post("/api/extract", json={"texts": [{"text": "ab"}, {"text": "abc"}]})
    after = client.get("/metrics").text
    assert "made-up" not in after
    assert 'claimx_requests_total{path="/api/extract",status="200"}' in after

    def value(page, name):
        return next(float(line.split()[-1]) for line in page.splitlines() if line.startswith(name + " "))

    assert value(after, "claimx_texts_total") - value(before, "claimx_texts_total") == 2
    assert value(after, "claimx_characters_total") - value(before, "claimx_characters_total") == 5


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/openapi.json", "/static/page.js", "/nope", "/static/../app.py"]
)
def test_every_answer_has_the_headers_of_safety(client, path):
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.status_code == (404 if "nope" in path or ".." in path else 200)


def test_a_foreign_host_is_refused(client):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.is_text])
def test_formats_are_those_of_the_command_line(client, name):
    answer = client.post(f"/api/extract?format={name}", json={"text": TEXT, "id": "a.txt"})
    found = claimx.extract(TEXT)
    expected = BytesIO()
    writer(name)([Document("a.txt", found.published, found, TEXT)], expected)
    assert answer.content == expected.getvalue()
    assert answer.headers["content-type"].startswith(FORMATS[name].mime)


def test_the_reference_loads_nothing_and_names_every_route(client):
    page = client.get("/docs").text
    assert not [part for part in ("http://", "https://") if f'src="{part}' in page or f'href="{part}' in page]
    assert "<script" not in page
    for path in client.get("/openapi.json").json()["paths"]:
        assert path in page


def test_a_view_is_escaped_and_has_its_language(client):
    found = client.post("/api/view?lang=fr", json={"text": f"<script>alert(1)</script> {TEXT}"}).json()
    assert "<script>" not in found["html"]
    assert "<div class=claimx lang=fr " in found["html"]
    assert found["claims"] == len(_view_data(found["html"])["claims"]) > 0


def _view_data(html: str) -> dict[str, Any]:
    """What the script of a view reads."""
    return json.loads(re.search(r"<script type=application/json>(.*?)</script>", html)[1])


def test_a_dropped_file_becomes_its_text(client):
    page = (
        b"<!doctype html><html><body><nav>Menu</nav><article><p>"
        + TEXT.encode() * 3
        + b"</p></article></body></html>"
    )
    assert client.post("/api/document?name=a.html", content=page).json()["text"].startswith("Selon Reuters")
    assert client.post("/api/document?name=a.txt", content="été".encode()).json()["text"] == "été"
    for data in (b"\x1f\x8b\x08", b'{"text":' + b"[" * 4000 + b"]" * 4000 + b"}"):
        assert client.post("/api/document?name=a.txt", content=data).status_code == 422
    refused = client.post("/api/document?name=a.pdf", content=b"%PDF-1.4")
    assert refused.status_code == 422
    assert "PDF" in refused.json()["errors"][0]["message"]


def test_two_articles_are_compared(client):
    texts = [
        {"text": "Acmé pourrait racheter Zénith pour 2 milliards d'euros."},
        {"text": "Acmé rachète Zénith."},
    ]
    found = client.post("/api/compare", json={"texts": texts}).json()
    assert found["claims"] == [1, 1]
    assert "firm in one, hedged in the other" in found["comparison"]
    assert 'href="#a-c0"' in found["comparison"]
    assert "id=b-c0" in found["html"][1]


@pytest.mark.parametrize(("accepted", "language"), [("fr-FR,fr;q=0.9", "fr"), ("en", "en"), ("de", "en")])
def test_the_page_speaks_the_language_of_the_browser(client, accepted, language):
    assert f'<html lang="{language}">' in client.get("/", headers={"Accept-Language": accepted}).text
    assert '<html lang="fr">' in client.get("/?lang=fr", headers={"Accept-Language": accepted}).text
