"""The manual page is the one that the commands and options give today, and groff reads it."""

import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "docs" / "man"


def test_the_manual_page_is_current():
    page = runpy.run_path(str(FOLDER / "generate.py"))["page"]()
    assert (FOLDER / "claimx.1").read_text(encoding="utf-8") == page, "run: python docs/man/generate.py"


def test_the_manual_page_names_every_option():
    from typer.main import get_command

    from claimx.apps.cli.app import app

    page = (FOLDER / "claimx.1").read_text(encoding="utf-8").replace("\\-", "-")
    for name, command in get_command(app).commands.items():
        assert f".SH CLAIMX {name.upper()}" in page
        assert all(
            f"\\fB{option}\\fR" in page for one in command.params for option in one.opts if option[0] == "-"
        )


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man here")
def test_the_manual_page_has_no_errors():
    done = subprocess.run(
        ["man", "--warnings", "-l", str(FOLDER / "claimx.1")], capture_output=True, check=True
    )
    assert done.stderr == b""
