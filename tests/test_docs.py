"""The Python examples of docs/*.md run, page by page, in an empty directory."""

import re
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parent.parent / "docs").glob("*.md"))
BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)


def examples(page):
    return BLOCK.findall(page.read_text(encoding="utf-8"))


@pytest.mark.model
@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.stem)
def test_examples(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    for number, source in enumerate(examples(page)):
        exec(compile(source, f"{page.name}, example {number}", "exec"), names)


def test_pages_have_examples():
    assert {"confidence", "operators"} <= {page.stem for page in PAGES if examples(page)}


def test_links_between_pages_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
