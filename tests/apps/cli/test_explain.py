import re

import pytest

SENTENCE = "Selon Reuters, le groupe pourrait refuser de vendre sa filiale."


@pytest.mark.model
@pytest.mark.parametrize(("arguments", "given"), [([SENTENCE], None), (["-"], SENTENCE)])
def test_the_path_goes_from_the_source_to_the_predicate(run, arguments, given):
    _, out, _ = run("explain", *arguments, stdin=(given or "").encode())
    verdict, text, *rows = out.splitlines()
    assert verdict == "c0  ◑ possible, ✗ presented as false, 0.48"
    assert text == "    le groupe pourrait refuser de vendre sa filiale"
    assert [" | ".join(re.split(" {2,}", row.strip())) for row in rows] == [
        "source | Reuters | named",
        "credited to a source | Selon | probable -0.25",
        "a possibility | pourrait | possible -0.27",
        "it is said not to happen | refuser | false",
        "what is claimed | pourrait refuser de vendre | pouvoir refuser vendre",
    ]


@pytest.mark.model
def test_the_words_of_an_explanation_can_be_french(run):
    out = run("explain", SENTENCE, "--lang", "fr")[1]
    assert "✗ présentée comme fausse" in out
    assert "attribué à une source" in out
    code, _, err = run("explain", SENTENCE, "--lang", "de")
    assert (code, "language: unknown value 'de'" in err) == (2, True)


@pytest.mark.parametrize("name", ["article.txt", "pages/article.html", "corpus.jsonl.gz"])
def test_the_name_of_a_file_that_is_not_there_is_no_sentence(run, name):
    code, out, err = run("explain", name)
    assert (code, out) == (2, "")
    assert f"[E030] {name}: no such file" in err


@pytest.mark.model
def test_a_file_is_read(run, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    assert run("explain", tmp_path / "a.txt")[1] == run("explain", SENTENCE)[1]


@pytest.mark.model
def test_a_fact_has_no_operator(run):
    assert "The author states it without a hedge." in run("explain", "Le groupe a vendu sa filiale.")[1]


@pytest.mark.model
def test_a_text_without_claim_is_told_on_stderr(run):
    code, out, err = run("explain", "Bonjour")
    assert (code, out) == (0, "")
    assert "no claim" in err


def test_stdin_that_is_not_utf_8_is_told_by_line(run):
    code, out, err = run("explain", "-", stdin=b"Le groupe\na \xe9t\xe9 vendu.")
    assert (code, out) == (2, "")
    assert "-, line 2: byte 12 of the file (0xe9) is not UTF-8" in err
