"""What is never written to a terminal: pages and binary formats."""

import os
import subprocess
import sys

import pytest

from claimx.apps.cli.console import print_done, print_error


@pytest.fixture
def terminal():
    main, other = os.openpty()
    yield other
    os.close(main)
    os.close(other)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
@pytest.mark.parametrize("command", [["show"], ["extract", "--format", "parquet"]])
def test_a_format_for_files_asks_for_a_file_on_a_terminal(terminal, tmp_path, command):
    article = tmp_path / "article.txt"
    article.write_text("Selon Reuters, Acmé vendrait Zénith.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "claimx", *command, str(article)],
        stdout=terminal,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 2
    assert "Give a file to write to with -o FILE, for example: -o " in done.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
@pytest.mark.parametrize("command", ["show", "extract", "explain"])
def test_a_file_that_is_not_there_is_told_before_anything_else(terminal, command):
    done = subprocess.run(
        [sys.executable, "-m", "claimx", command, "missing.txt"],
        stdout=terminal,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert done.stderr == "claimx: [E030] missing.txt: no such file. Check the path.\n"


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_messages_fit_the_terminal_and_keep_their_words_whole(monkeypatch, capsys, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    message = "articles/un-long-nom.txt: this is a folder. Give its files, or --recursive for all of them."
    print_error(message)
    lines = capsys.readouterr().err.splitlines()
    assert all(len(line) <= columns for line in lines)
    assert " ".join(line.strip() for line in lines) == f"claimx: {message}"


def test_what_was_written_is_told_to_a_person_only(monkeypatch, capsys):
    print_done("3 claims")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    print_done("3 claims")
    assert capsys.readouterr().err == "claimx: 3 claims\n"
