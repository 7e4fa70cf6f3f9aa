"""Files that are no texts, names and contents that would steer a terminal, streams that are closed."""

import json
import os
import subprocess
import sys

import pytest

from claimx.apps.cli import outputs
from claimx.errors import ArgumentError

TEXT = "Le groupe vendrait. ACME achète."
CLAIMX = [sys.executable, "-m", "claimx"]

pytestmark = pytest.mark.usefixtures("toy_by_default")


def command(*arguments, **options):
    return subprocess.run([*CLAIMX, *arguments], capture_output=True, timeout=120, check=False, **options)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"%PDF-1.7\n...",
            "a.txt: this is a PDF file, not a text. Extract its text first, for example: pdftotext",
        ),
        (b"PK\x03\x04...", "this is a zip file, such as a .docx"),
        (b"\xff\xfeI\x00l\x00", None),
        (b"\xff\xfeI\x00l\x00\x00\xd8", "is not UTF-16"),
    ],
)
def test_files_that_are_no_texts_are_named_for_what_they_are(run, tmp_path, content, message):
    (tmp_path / "a.txt").write_bytes(content)
    code, out, err = run("extract", tmp_path / "a.txt")
    assert "iconv" not in err
    if message is None:
        assert code == 0
    else:
        assert (code, out) == (1, "")
        assert message in err


def test_utf_16_is_read_by_its_mark(run, tmp_path):
    (tmp_path / "a.txt").write_bytes("Il irait à l’été.".encode("utf-16"))
    code, out, _ = run("extract", tmp_path / "a.txt")
    assert (code, json.loads(out)["text"]) == (0, "irait")


def test_the_main_text_of_a_page_is_read(run, tmp_path):
    pytest.importorskip("trafilatura")
    paragraph = (
        "Le directeur du groupe a dit mardi que la vente irait à son terme avant la fin du mois de mars."
    )
    page = f"<!DOCTYPE html><html><head><title>Journal</title><script>var irait;</script></head><body>\
<nav>MENU</nav><article><h1>La vente</h1><p>{paragraph}</p><p>{paragraph}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    code, out, err = run("extract", "--all", tmp_path / "a.html")
    texts = [json.loads(line)["text"] for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert "irait" in texts
    assert "MENU" not in texts


def test_lines_of_json_are_documents(run, tmp_path):
    lines = ['{"body": "Il irait."}', "", "{", '{"titre": "x"}', '["a"]', '{"body": "Il serait."}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run("extract", "--text-field", "body", tmp_path / "a.jsonl")
    assert code == 1
    found = [(json.loads(line)["document"], json.loads(line)["text"]) for line in out.splitlines()]
    assert found == [(f"{tmp_path}/a.jsonl:1", "irait"), (f"{tmp_path}/a.jsonl:6", "serait")]
    assert "a.jsonl, line 3: not JSON" in err
    assert "line 4: no text under 'body' (its keys: titre). Give the name with --text-field" in err


def test_an_unknown_ending_is_misuse(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code, _, err = run("extract", tmp_path / "a.txt", "-o", tmp_path / "out.docx")
    assert code == 2
    assert "out.docx: the ending .docx tells no format. Give --format" in err
    assert not (tmp_path / "out.docx").exists()
    with pytest.raises(ArgumentError):
        outputs.choose(None, "a.txt")
    assert outputs.choose(None, "A.JSON") == "json"


@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError])
def test_an_old_file_survives_a_failure(tmp_path, failure):
    old = tmp_path / "out.jsonl"
    old.write_text("old", encoding="utf-8")
    with pytest.raises(BaseException), outputs.opened(str(old)) as stream:  # noqa: B017, PT011, PT012
        stream.write(b"new")
        raise failure
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_device_is_written_to(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("extract", tmp_path / "a.txt", "-o", os.devnull)[0] == 0


def test_escape_sequences_of_names_do_not_reach_the_terminal(run, tmp_path):
    code, _, err = run("extract", tmp_path / "\x1b[2Jnone.txt")
    assert code == 1
    assert "\x1b" not in err
    assert "none.txt: no such file" in err


@pytest.mark.parametrize("name", ["", "a\x00b.txt"])
def test_a_name_that_is_none_is_told(run, name):
    code, out, err = run("extract", name)
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert "the name of a file is empty" in err or "can't be read" in err


def test_a_name_that_is_not_utf_8_is_told():
    done = command("extract", b"\xff.txt")
    assert done.returncode == 1
    assert b"no such file" in done.stderr
    assert b"Traceback" not in done.stderr
    done = command("extract", "-", "--organizations", b"\xff.csv", input=b"")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("option", ["--organizations", "--operators"])
def test_an_empty_option_is_not_ignored(run, option):
    code, _, err = run("extract", "-", option, "", stdin=TEXT.encode())
    assert code == 2
    assert "can't be read" in err


@pytest.mark.parametrize("closing", ["<&-", ">&-"])
def test_closed_streams_are_told(closing):
    done = subprocess.run(
        f"'{sys.executable}' -m claimx extract - {closing}",
        shell=True, capture_output=True, timeout=120, check=False, input=None if "<" in closing else b"",
    )  # fmt: skip
    assert done.returncode in (1, 2)
    assert b"is closed" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_terminal_without_columns_gets_a_table(run, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "0")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code, out, err = run("extract", tmp_path / "a.txt", "-f", "table")
    assert (code, err) == (0, "")
    assert "vendrait" in out.replace("\n", "")


@pytest.mark.model
def test_the_module_is_the_command():
    assert command("--version").stdout.startswith(b"claimx ")
