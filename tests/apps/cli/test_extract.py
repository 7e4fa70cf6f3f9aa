import json

import pytest

TEXT = "Le groupe vendrait. ACME achète."

pytestmark = pytest.mark.usefixtures("toy_by_default")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_pipe_gets_json_lines(run, article):
    code, out, err = run("extract", article)
    assert (code, err) == (0, "")
    (line,) = out.splitlines()
    assert json.loads(line)["document"] == str(article)
    assert json.loads(line)["text"] == "vendrait"


def test_all_gives_every_claim(run, article):
    _, out, _ = run("extract", "--all", article)
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["vendrait", "ACME"]


def test_json_and_published(run, article):
    code, out, _ = run("extract", article, article, "--format", "json", "--published", "2026-02-02")
    assert code == 0
    assert [(item["published"], len(item["claims"])) for item in json.loads(out)] == [("2026-02-02", 1)] * 2


def test_a_table_on_demand_without_colours_in_a_pipe(run, article):
    code, out, _ = run("extract", article, "-f", "table")
    assert code == 0
    assert f"{article.name} · 1 claim" in out.replace("\n", "")
    assert "vendrait" in out
    assert "\x1b" not in out


def test_stdin_is_a_dash(run):
    code, out, _ = run("extract", "-", stdin="Il irait à l’été.".encode())
    assert code == 0
    assert json.loads(out)["document"] == "-"


def test_output_goes_to_a_file_whose_ending_tells_the_format(run, article, tmp_path):
    for name, load in (("out.json", json.load), ("out.jsonl", json.load), ("out", json.load)):
        code, out, err = run("extract", article, "-o", tmp_path / name)
        assert (code, out, err) == (0, "", "")
        assert load((tmp_path / name).open(encoding="utf-8"))
    run("extract", article, "-o", tmp_path / "out.txt", "-f", "table")
    assert "vendrait" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run, article, tmp_path):
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Bon.\nL'été irait.".encode("latin-1"))
    code, out, err = run("extract", tmp_path / "none.txt", tmp_path, latin, article)
    assert code == 1
    assert json.loads(out)["document"] == str(article)
    assert f"claimx: [E030] {tmp_path}/none.txt: no such file." in err
    assert f"claimx: [E031] {tmp_path}: this is a folder. Give its files" in err
    assert f"claimx: [E033] {latin}, line 2: byte 7 of the file (0xe9) is not UTF-8." in err
    assert f"iconv -f WINDOWS-1252 -t UTF-8 {latin}" in err
    assert "Traceback" not in err


def test_a_byte_order_mark_is_no_part_of_the_text(run, tmp_path):
    marked = tmp_path / "bom.txt"
    marked.write_bytes(b"\xef\xbb\xbfIl irait.\r\nACME")
    _, out, _ = run("extract", marked)
    assert json.loads(out)["start"] == 3
    marked.write_bytes(b"\xef\xbb\xbfIl\n\xff")
    _, _, err = run("extract", marked)
    assert "line 2: byte 6 of the file (0xff)" in err


def test_a_text_that_claimx_fails_on_is_named_and_the_rest_goes_on(run, article, tmp_path, monkeypatch):
    from claimx import _batch

    bad = tmp_path / "bad.txt"
    bad.write_text("boum", encoding="utf-8")

    process = _batch.process

    def failing(jobs, include, nlp):
        return 1 / 0 if any(job.text == "boum" for job in jobs) else process(jobs, include, nlp)

    monkeypatch.setattr(_batch, "process", failing)
    code, out, err = run("extract", bad, article)
    assert code == 1
    assert json.loads(out)["document"] == str(article)
    assert f"[E037] {bad}: claimx failed on this text (ZeroDivisionError: division by zero)" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "a.txt", "--format", "docx"], "unknown format 'docx'. Available: table, jsonl, json"),
        (["extract", "a.txt", "--published", "hier"], "'hier' is not a day"),
        (["extract", "a.txt", "--nothing"], "--nothing"),
        (["summarise"], "summarise"),
    ],
)
def test_misuse_is_exit_code_2(run, arguments, message):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in " ".join(err.replace("│", "").split())


def test_a_file_that_cannot_be_written_is_misuse(run, article, tmp_path):
    code, _, err = run("extract", article, "-o", tmp_path / "none" / "out.jsonl")
    assert code == 2
    assert "none/out.jsonl: can't be written (No such file or directory)" in err


def test_the_output_never_overwrites_a_text(run, article):
    code, _, err = run("extract", article, "-o", article)
    assert code == 2
    assert "is also read" in err
    assert article.read_text(encoding="utf-8") == TEXT
