"""The house rules that a machine can see: docs/architecture.md says why."""

import ast
import re

import pytest

from claimx import lexicons
from claimx.lexicons.word_forms import word_forms
from tests.house.sources import FILES, SOURCE, TREES, nodes, room

TABLES = sorted((SOURCE / "lexicons").glob("*.tsv"))
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40
MAX_WORDS_IN_A_LIST = 30
MAX_ALTERNATIVES_IN_A_REGULAR_EXPRESSION = 60

WORD = re.compile(r"[a-zàâçéèêëîïôûùüœ]{2,}(?:['’ -][a-zàâçéèêëîïôûùüœ]*)*")
# Grammar, not vocabulary: forms that a rule about French syntax must name.
GRAMMATICAL_TAGS = {"ADP", "CCONJ", "DET", "PRON", "SCONJ"}
GRAMMATICAL = {"de", "dont", "en", "et", "eux", "il", "le", "lui", "mais", "ne", "ni", "on", "l'on", "ou"}
GRAMMATICAL |= {"par", "que", "qu'", "qu’", "si", "un"}
GRAMMATICAL |= {row["form"] for row in lexicons.read("lemmas") if row["pos"] in GRAMMATICAL_TAGS}
# Names of what holds a word of the text, as against a label, a class or a role.
HOLDS_A_WORD = {
    *("lower_", "lemma_", "lemma", "normal", "normals", "norm", "form", "text", "word", "words", "plain"),
    *("before", "after", "two_before", "following", "opening", "connector", "between", "unit", "case"),
    *("subjects", "auxiliaries", "joined"),
}  # fmt: skip

STRING_METHODS = {"casefold", "lower", "removesuffix", "removeprefix", "replace", "strip"}
# Functions that give a word in another spelling.
NORMALIZE = {"fold", "fold_word", "key", "matching_form", "str"}


def literals(node):
    """The strings of a literal, or of a tuple, list or set of literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.Set | ast.List):
        for item in node.elts:
            yield from literals(item)


def holders(node):
    """The names that an expression takes its value from: ``norm`` in ``tokens[i].norm`` and ``reader.norm(i)``.

    What a function makes of a word is a label: ``noun_class(word)``, ``kinds.get(word.lower_)``.
    """
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Subscript):
        return holders(node.value)
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            return {node.func.attr} | (
                holders(node.func.value) if node.func.attr in STRING_METHODS else set()
            )
        inside = node.args if isinstance(node.func, ast.Name) and node.func.id in NORMALIZE else []
    else:
        inside = list(ast.iter_child_nodes(node))
    return {name for child in inside for name in holders(child)}


def word_comparisons():
    """Comparisons of a word of the text with a literal French word that is not mere grammar."""
    for node, place, _ in nodes(ast.Compare):
        sides = [node.left, *node.comparators]
        words = [
            word
            for side in sides
            for word in literals(side)
            if WORD.fullmatch(word) and word not in GRAMMATICAL and word_forms().word_class(word) != "-"
        ]
        held = {name for side in sides if not list(literals(side)) for name in holders(side)}
        if words and held & HOLDS_A_WORD:
            yield f"{place}: {', '.join(words)}"


def test_words_are_compared_in_tables():
    assert list(word_comparisons()) == []


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("token.lower_ == 'bourse'", True),
        ("token.lemma_ in ('vendre', 'acheter')", True),
        ("token.lower_ == 'que'", False),
        ("token.dep_ == 'case'", False),
        ("token.base in ('appos', 'flat')", False),
        ("noun_class(token) == 'document'", False),
        ("key(tokens[place].norm) == 'bourse'", True),
        ("token.text.lower() == 'bourse'", True),
        ("reader.norm(place) == 'bourse'", True),
        ("words == [',', 'bourse']", True),
        ("kinds.get(token.lower_) == 'place'", False),
        ("token.lower_ == other.lower_", False),
    ],
)
def test_the_counter_of_words_counts_words(code, counted, monkeypatch):
    path = SOURCE / "syntax" / "example.py"
    monkeypatch.setattr("tests.house.sources.TREES", {path: ast.parse(code)})
    assert bool(list(word_comparisons())) is counted


def test_words_stand_in_lexicons():
    lists = [
        (place, sum(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in node.elts))
        for node, place, here in nodes(ast.List, ast.Set, ast.Tuple)
        if here != "claimx"  # the list of public names
    ]
    assert not [found for found in lists if found[1] > MAX_WORDS_IN_A_LIST]
    assert not [
        place
        for node, place, _ in nodes(ast.Constant)
        if isinstance(node.value, str) and node.value.count("|") > MAX_ALTERNATIVES_IN_A_REGULAR_EXPRESSION
    ]


def test_a_factory_is_validated():
    # With this import spaCy's check of a factory's configuration is off, without a word.
    assert not [
        path
        for path in FILES
        if "@Language." in (source := path.read_text(encoding="utf-8"))
        and "from __future__ import annotations" in source
    ]


def test_files_are_short_enough_to_read_and_say_what_they_are():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {str(path): length for path, length in lengths.items() if length > MAX_FILE_LINES}
    assert not [path for path, tree in TREES.items() if not ast.get_docstring(tree)]


def test_functions_are_short_enough_to_read():
    assert not [
        f"{place} {node.name}"
        for node, place, _ in nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno + 1 > MAX_FUNCTION_LINES
    ]


def test_nothing_prints_logs_or_steers_the_host():
    forbidden = {"logging.basicConfig", "set_current_ops", "require_gpu", "prefer_gpu"}
    calls = [(ast.unparse(node.func), place, room(here)) for node, place, here in nodes(ast.Call)]
    assert not [
        (place, called)
        for called, place, here in calls
        if called in forbidden or (called == "print" and here != "apps")
    ]


def test_no_getter_is_a_lambda():
    # It does not pickle.
    assert not [
        place
        for node, place, _ in nodes(ast.keyword)
        if node.arg in {"getter", "setter", "method"} and isinstance(node.value, ast.Lambda)
    ]


def test_no_except_is_bare():
    assert not [place for node, place, _ in nodes(ast.ExceptHandler) if node.type is None]


def test_only_annotations_touches_span_groups():
    assert not [
        place
        for node, place, here in nodes(ast.Attribute)
        if node.attr == "spans" and "doc" in ast.unparse(node.value) and room(here) != "annotations"
    ]


def test_caches_are_of_module_functions():
    """So that claimx.reset_caches() finds them all; a cache of an object goes with the object."""
    functions = {node for tree in TREES.values() for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not [
        f"{place} {node.name}"
        for node, place, _ in nodes(ast.FunctionDef)
        for decorator in node.decorator_list
        if re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(decorator)) and node not in functions
    ]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_lexicon_says_where_it_comes_from_and_is_sorted_unique_and_read(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("# ") for line in lines[:2])
    rows = [line for line in lines if line.strip() and not line.startswith("#")][1:]
    assert rows == sorted(set(rows))
    assert len(lexicons.read(path.stem)) == len(rows)
    assert any(f'"{path.stem}"' in file.read_text(encoding="utf-8") for file in FILES)
