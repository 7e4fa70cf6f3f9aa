"""Types of subordinate clauses, by their conjunctions, and questions."""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.lexicons import grammar
from claimx.lexicons.phrases import split
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import feature, has_class, is_demonstrative, marker_classes, markers
from claimx.syntax.quotes import OPENING, STRAIGHT
from claimx.syntax.verbs import finite_form, is_compound, mood, negation, tense
from claimx.syntax.word_cache import cached_per_word
from claimx.syntax.words import Parse, Word

BREAKS = frozenset(".!?;:…") | OPENING | STRAIGHT


@cache
def _effects() -> list[tuple[str, str]]:
    rows = [(" ".join(split(row["form"])), row["effect"]) for row in lexicons.read("clause_markers")]
    return sorted(rows, key=lambda row: -len(row[0]))


@cache
def _parts() -> frozenset[str]:
    return frozenset(word for form, _ in _effects() for word in form.split()[:-1])


def clause_type(clause: Clause) -> str:
    """The type of a clause by its conjunction: ``condition``, ``purpose``, ``comparison``, ``adverbial``,
    ``unknown``, ``until``, ``doubtful``, ``negative`` or ``plain``; an empty string without conjunction. See
    ``clause_markers.tsv``.
    """
    return _effect(clause.top) if clause.finite is not None else ""


@cached_per_word
def _effect(top: Word) -> str:
    words = _opening(top)
    if not words:
        return ""
    for form, effect in _effects():
        if words == form or words.startswith(form + " ") or words.endswith(" " + form):
            return "plain" if effect == "condition" and is_concessive(top) else effect
    return "plain"


def serves_purpose(verb: Word) -> bool:
    """Whether a verb is an infinitive of purpose: "pour éviter", "afin de vérifier"."""
    opening = (verb.head, *(child for child in verb.children if child.base in ("mark", "case")))
    return feature(verb, "VerbForm") == "Inf" and has_class(opening, grammar.PURPOSE_PREPOSITION)


def is_concessive(top: Word) -> bool:
    """Whether a clause with "si" concedes a fact: "si l'un a avoué, l'autre nie", "si P, Q pourtant".

    Before a main clause that states a fact, a past fact is no condition.
    """
    main = top.head
    form, own = finite_form(main), finite_form(top)
    if (
        form is None
        or own is None
        or main.i < top.i
        or grammar.INTERROGATIVE_COMPLEMENTIZER not in marker_classes(top)
    ):
        return False
    states = mood(form) == "Ind" and tense(form) != "Fut" and grammar.MODAL not in form.lemma_classes
    if states and is_compound(top, own) and mood(own) == "Ind" and tense(own) == "Pres":
        return True
    return states and (
        has_class(main.children, grammar.CONCESSIVE_ADVERB) or _explains(main) or _contrasts(top, main)
    )


def _contrasts(top: Word, main: Word) -> bool:
    """Whether the subject of the main clause is set against the other: "les bénéfices, eux, reculent"."""
    between = top.parse[top.i : main.i]
    return any(
        grammar.TONIC_PRONOUN in word.classes and before.text == "," == after.text
        for before, word, after in zip(between, between[1:], between[2:], strict=False)
    )


def _explains(main: Word) -> bool:
    """Whether a clause opens with "c'est que" or "c'est parce que": it gives the reason of a fact."""
    parse = main.parse
    places = (child.i + 2 for child in main.children if is_demonstrative(child))
    after = (parse[place] for place in places if place < len(parse))
    return any(grammar.COMPLEMENTIZER in word.classes or word.base == "mark" for word in after)


@cache
def interrogatives() -> frozenset[str]:
    """The words that open an indirect question: "quel", "combien"."""
    return frozenset(row["form"] for row in lexicons.read("interrogatives"))


def asks_which(top: Word) -> bool:
    """Whether an indirect question asks for a constituent: "quels objets ont été volés", not "s'il a plu"."""
    edge = top.left_edge
    return feature(edge, "PronType") == "Int" or edge.normal in interrogatives()


def is_compared(top: Word) -> bool:
    """Whether a clause is the second part of a comparison: "plus élevé que la ministre ne le pensait"."""
    if top.base not in ("advcl", "ccomp", "acl") or top.head == top:
        return False
    if not is_opened_by_que(top):
        return is_compared_with(top)
    return any(
        grammar.COMPARATIVE in child.classes and child.i < top.i for child in (top.head, *top.head.children)
    )


def is_compared_with(top: Word) -> bool:
    """Whether a comparative and "que" stand right before a clause: "coûte plus que ne le dit le maire"."""
    start = top.left_edge.i
    expletive = has_class(top.children, grammar.NEGATION_PARTICLE) and negation(top) is None
    if is_opened_by_que(top) and expletive:
        start += 1
    elif start < 2 or top.parse[start - 1].base != "fixed":
        return False
    comparative, que = top.parse[start - 2 : start]
    return grammar.COMPARATIVE in comparative.classes and grammar.COMPLEMENTIZER in que.classes


def is_consequence(top: Word) -> bool:
    """Whether a clause is the consequence of a degree: "a crié si fort que tous l'ont entendu"."""
    start, parse = top.left_edge.i, top.parse
    if start < top.head.i + 3 or not is_opened_by_que(top):
        return False
    return parse[start - 1].pos_ in ("ADJ", "ADV") and grammar.INTENSIFIER in parse[start - 2].classes


def is_opened_by_que(top: Word) -> bool:
    """Whether "que" alone opens a clause."""
    return grammar.COMPLEMENTIZER in marker_classes(top)


def opens_with_que(clause: Clause) -> bool:
    """Whether the first word of a clause is "que", whatever the parser took it for: "Qu'il parte !"."""
    first = next((word for word in clause.top.parse[clause.top.left_edge.i :] if not word.is_punct), None)
    if first is None or first.head not in (clause.top, clause.finite):
        return False
    return first.i < clause.top.i and grammar.COMPLEMENTIZER in first.classes


def _opening(top: Word) -> str:
    """The conjunction of a clause, including a preposition or adverb that the parser attached elsewhere."""
    return _conjunction(top)[0]


def opening_index(top: Word) -> int:
    """The index of the first word of the conjunction of a clause; that of its first word without one."""
    return _conjunction(top)[1]


def _conjunction(top: Word) -> tuple[str, int]:
    words, parse = markers(top), top.parse
    first = next((child for child in top.children if child.base in ("mark", "case")), top.left_edge)
    if not words and is_demonstrative(top.head) and grammar.COMPLEMENTIZER in top.left_edge.classes:
        words, first = top.left_edge.normal, top.left_edge  # "contrairement à ce qu'affirmait X"
    if not words:
        return "", top.left_edge.i
    index = first.i - 1
    prefix: list[str] = []
    while index >= 0 and first.i - index <= 3 and parse[index].normal in _parts():
        prefix.insert(0, parse[index].normal)
        index -= 1
    joined = " ".join([*prefix, words])
    if prefix and any(joined == form or joined.startswith(form + " ") for form, _ in _effects()):
        return joined, first.i - len(prefix)
    return words, first.i


def interrogative_ranges(parse: Parse) -> list[tuple[int, int]]:
    """Word ranges of direct questions: from the last strong punctuation to a question mark."""
    found: list[tuple[int, int]] = []
    start = 0
    for token in parse if "?" in parse.text else ():
        if "?" in token.text and token.is_punct:
            found.append((start, token.i + 1))
            start = token.i + 1
        elif token.text in BREAKS or (token.is_space and "\n" in token.text):
            start = token.i + 1
    return found
