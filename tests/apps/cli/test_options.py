"""Tables of one's own on the command line."""

import json

import pytest

TEXT = "Le groupe confirme que ZBX recrute."


@pytest.fixture
def options(tmp_path):
    (tmp_path / "organizations.tsv").write_text("name\taliases\nZorbex Industries\tZBX\n", encoding="utf-8")
    (tmp_path / "operators.tsv").write_text(
        "lemma\tpos\tframes\tclass\nconfirmer\tVERB\tque\tbelief\n", encoding="utf-8"
    )
    names = ("organizations", "operators")
    return [word for name in names for word in (f"--{name}", str(tmp_path / f"{name}.tsv"))]


@pytest.mark.model
def test_extract_takes_tables_of_one_s_own(run, options):
    _, out, _ = run("extract", "-", *options, stdin=TEXT.encode())
    claim = json.loads(out)
    assert claim["confidence"]["level"] == "probable"
    assert [item["name"] for item in claim["organizations"]] == ["Zorbex Industries"]


@pytest.mark.model
def test_explain_takes_tables_of_one_s_own(run, options):
    assert "◕ probable, 0.75" in run("explain", TEXT, *options)[1]


@pytest.mark.model
@pytest.mark.parametrize("command", [["extract", "-"], ["explain", TEXT]])
@pytest.mark.parametrize("option", ["--organizations", "--operators"])
def test_a_table_that_is_not_there_is_misuse(run, command, option):
    code, out, err = run(*command, option, "missing.tsv", stdin=TEXT.encode())
    assert (code, out) == (2, "")
    assert "missing.tsv: can't be read (No such file or directory)" in err
