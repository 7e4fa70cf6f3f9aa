"""What is never written to a terminal: pages and binary formats."""

import os
import subprocess
import sys

import pytest


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
    assert "Give a file to write to with -o FILE" in done.stderr
