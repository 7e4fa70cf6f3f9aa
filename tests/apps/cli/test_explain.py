import pytest

SENTENCE = "Selon Reuters, le groupe pourrait refuser de vendre sa filiale."


@pytest.mark.model
@pytest.mark.parametrize(("arguments", "given"), [([SENTENCE], None), (["-"], SENTENCE)])
def test_the_path_goes_from_the_source_to_the_predicate(run, arguments, given):
    _, out, _ = run("explain", *arguments, stdin=(given or "").encode())
    rows = [line.split() for line in out.splitlines()]
    assert rows[1] == ["possible,", "negative,", "0.48"]
    assert [row[0] for row in rows[2:]] == [
        "source",
        "preposition",
        "modal-possibility",
        "failure",
        "predicate",
    ]
    assert rows[3] == ["preposition", "Selon", "probable", "-0.25"]


@pytest.mark.model
def test_a_file_is_read(run, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    assert run("explain", tmp_path / "a.txt")[1] == run("explain", SENTENCE)[1]


@pytest.mark.model
def test_a_fact_has_no_operator(run):
    assert "the author states it" in run("explain", "Le groupe a vendu sa filiale.")[1]


@pytest.mark.model
def test_a_text_without_claim_is_told_on_stderr(run):
    code, out, err = run("explain", "Bonjour")
    assert (code, out) == (0, "")
    assert "no claim" in err


def test_stdin_that_is_not_utf_8_is_told_by_line(run):
    code, out, err = run("explain", "-", stdin=b"Le groupe\na \xe9t\xe9 vendu.")
    assert (code, out) == (2, "")
    assert "-, line 2: byte 12 of the file (0xe9) is not UTF-8" in err
