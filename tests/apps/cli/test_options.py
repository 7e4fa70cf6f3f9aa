"""Tables of one's own on the command line."""

import json

import pytest
from typer.testing import CliRunner

from claimx.apps.cli.app import app

TEXT = "Le groupe confirme que ZBX est en faillite."


@pytest.fixture
def options(tmp_path):
    (tmp_path / "organizations.tsv").write_text("name\taliases\nZorbex Industries\tZBX\n", encoding="utf-8")
    (tmp_path / "operators.tsv").write_text(
        "lemma\tpos\tframes\tclass\nconfirmer\tVERB\tque\tbelief\n", encoding="utf-8"
    )
    names = ("organizations", "operators")
    return [word for name in names for word in (f"--{name}", str(tmp_path / f"{name}.tsv"))]


@pytest.mark.model
def test_extract_takes_tables_of_one_s_own(options):
    [line] = CliRunner().invoke(app, ["extract", "-", *options], input=TEXT).stdout.splitlines()
    claim = json.loads(line)
    assert claim["confidence"]["level"] == "probable"
    assert [item["name"] for item in claim["organizations"]] == ["Zorbex Industries"]


@pytest.mark.model
def test_explain_takes_tables_of_one_s_own(options):
    assert "probable, positive" in CliRunner().invoke(app, ["explain", TEXT, *options]).stdout


@pytest.mark.model
@pytest.mark.parametrize("command", [["extract", "-"], ["explain", TEXT]])
@pytest.mark.parametrize("option", ["--organizations", "--operators"])
def test_a_table_that_is_not_there_is_misuse(command, option):
    result = CliRunner().invoke(app, [*command, option, "missing.tsv"], input=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "missing.tsv: can't be read (No such file or directory)" in result.stderr
