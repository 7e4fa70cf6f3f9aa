import os
import re
import subprocess
import sys

import pytest

import claimx

CLAIMX = [sys.executable, "-c", "import sys; from claimx.apps.cli import main; sys.exit(main())"]


def run(*arguments, **options):
    return subprocess.run([*CLAIMX, *arguments], capture_output=True, timeout=60, check=False, **options)


def test_version():
    assert run("--version").stdout.decode() == f"claimx {claimx.__version__}\n"


@pytest.mark.parametrize("columns", ["60", "80"])
def test_every_command_has_a_whole_line_in_help(columns):
    done = subprocess.run(
        [*CLAIMX, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": columns},
    )
    commands = done.stdout.partition("Commands:")[2].strip().splitlines()
    assert len(commands) == 7
    assert not [line for line in commands if line.endswith("...")]


@pytest.mark.parametrize("command", ["extract", "show", "explain", "batch", "evaluate"])
def test_help_speaks_no_python(command):
    out = run(command, "--help").stdout.decode()
    assert "Arguments:" in out
    assert not re.search(r"<\w|list\[|\bstr\b", out)


def test_help_names_the_commands_and_loads_no_spacy():
    code = "import sys; sys.argv=['claimx','--help']; from claimx.apps.cli import main; main(); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "extract" in out
    assert "info" in out
    assert not {"spacy", "thinc", "numpy"} & set(out.split())


def test_info_shows_versions_and_lexicons():
    out = run("info").stdout.decode()
    assert re.search(rf"^claimx +{re.escape(claimx.__version__)}$", out, re.M)
    assert re.search(r"^spacy +3\.", out, re.M)
    assert re.search(r"^lexicons +\d+, \d+ rows$", out, re.M)
    assert "currencies" not in out
    assert re.search(r"^  currencies +\d+ rows$", run("info", "--lexicons").stdout.decode(), re.M)


@pytest.mark.model
def test_info_shows_the_model_with_its_licence_and_scores():
    out = run("info").stdout.decode()
    assert re.search(r"^scores +of \d+ measurements: claimx info --scores$", out, re.M)
    assert "LAS" not in out
    out = run("info", "--scores").stdout.decode()
    assert re.search(r"^model +\w+ \d", out, re.M)
    assert re.search(r"^licence +\S", out, re.M)
    assert re.search(r"\bLAS 0\.\d{3}\b", out)


@pytest.mark.model
def test_a_closed_pipe_is_silent(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Selon Reuters, Acmé pourrait investir 3 millions d’euros.\n\n" * 50, encoding="utf-8")
    files = [str(article)] * 20
    running = subprocess.Popen([*CLAIMX, "extract", *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(60) == 0


@pytest.mark.model
@pytest.mark.parametrize("kind", ["jsonl", "table"])
def test_output_is_utf_8_under_any_locale(tmp_path, kind):
    article = tmp_path / "a.txt"
    article.write_text("L’été, Acmé pourrait céder l’usine, selon Reuters.", encoding="utf-8")
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "COLUMNS": "160",
    }
    done = run("extract", str(article), "--format", kind, env=environment)
    assert done.returncode == 0, done.stderr
    assert "céder l’usine" in done.stdout.decode("utf-8")
