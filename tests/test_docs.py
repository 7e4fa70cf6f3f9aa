"""The examples on the pages of ``docs/`` hold."""

import doctest
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(path for path in DOCS.glob("*.md") if ">>> " in path.read_text(encoding="utf-8"))


def test_the_page_of_amounts_has_examples():
    assert DOCS / "amounts.md" in PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_hold(page):
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0
