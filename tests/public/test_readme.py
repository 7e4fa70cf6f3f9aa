"""What the documentation says runs."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


@pytest.mark.model
@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples_run(code, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})


def test_there_is_one_command_to_try_and_one_to_test():
    (commands,) = blocks("sh")
    tried, tested = commands.splitlines()
    assert tried.startswith("pip install ")
    assert tried.endswith("claimx extract seeds/*.txt")
    assert tested.startswith("pip install ")
    assert tested.endswith("pytest")


def test_links_to_files_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
