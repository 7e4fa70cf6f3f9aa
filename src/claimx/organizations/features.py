"""Features of the context of a name, for the name classifier.

Of "Zorbex" in "chez Zorbex, fabricant de vis," they are "before:chez", "explained:head",
"explained:fabricant" and its function in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import class_nouns, nationality, noun_of
from claimx.organizations.spelling import fold_word, is_acronym
from claimx.syntax.dependencies import children, helpers, is_passive
from claimx.syntax.words import Span, Word

CLOSING = frozenset('»”"')
MARKS = frozenset((",", "(", "-", ":"))
COMPLEMENTS = ("nmod", "appos", "obl", "iobj")
MAX_ADJECTIVES = 2
# Beside a name, such a noun is a person's: "Ana Velm, productrice à Velmont".
PERSONS = frozenset({"trade"})


def left_context(document: NameDocument, span: Span) -> Iterator[str]:
    """Before the name: an article, a preposition, a noun."""
    if span.start in document.starts:
        yield "before:start"
        return
    index = span.start - 1
    if document.has_role(index, "contraction"):
        yield f"article:{document.form(index)}"
    elif document.has_role(index, "article"):
        yield f"article:{document.form(index)}"
        index -= 1
        adposition = document.category(index) == "ADP"
        yield f"before-article:{document.form(index)}" if adposition else "before-article:other"
    else:
        yield "article:none"
        yield f"before:{_left_word(document, index)}"
    if nationality(document.form(index)) is not None:
        yield "before:nationality"
    while index > span.start - MAX_ADJECTIVES - 1 and document.category(index) == "ADJ":
        index -= 1
    if document.category(index) == "NOUN":
        yield from _noun_features(document, index, "noun")


def _left_word(document: NameDocument, index: int) -> str:
    form, category = document.form(index), document.category(index)
    if category == "ADP":
        return form
    return category if form.isalpha() else form if form in MARKS else "mark"


def _noun_features(document: NameDocument, index: int, place: str) -> Iterator[str]:
    form = document.form(index)
    yield f"{place}:{_lemma(document, document.parse[index])}"
    noun = noun_of(form)
    if noun is not None and noun.names != PERSONS:
        yield f"{place}:head"
    elif form in class_nouns():
        yield f"{place}:{class_nouns()[form]}-class"


def right_context(document: NameDocument, span: Span) -> Iterator[str]:
    """After the name: a bracket, an apposition, a verb."""
    index = span.end
    if document.form(index) in CLOSING:
        yield "after:quote"
        index += 1
    form = document.form(index)
    if form == "(":
        yield f"bracket:{_bracket_content(document, index + 1)}"
    elif form == ",":
        index += 2 if document.has_role(index + 1, "article", "indefinite") else 1
        if document.category(index) == "NOUN":
            yield from _noun_features(document, index, "explained")
        elif document.form(index).isdigit():
            yield "explained:number"
    elif document.is_capital(index):
        yield "after:capital"
    elif nationality(form) is not None:
        yield "after:nationality"
    else:
        yield f"after:{document.category(index) or 'end'}"


def _bracket_content(document: NameDocument, index: int) -> str:
    entity = document.entity_at.get(index)
    if entity is not None:
        return entity.label_
    if index < len(document.words) and is_acronym(document.words[index]):
        return "acronym"
    return "number" if document.form(index).isdigit() else "other"


def coordination(document: NameDocument, span: Span) -> Iterator[str]:
    """The labels of the names that it is coordinated with."""
    previous = span.start - 1
    if document.has_role(previous, "article", "contraction"):
        previous -= 1
    following = span.end + 1
    if document.has_role(following, "article", "contraction"):
        following += 1
    for joint, index in ((previous, previous - 1), (span.end, following)):
        joined = document.is_joint(joint) or document.form(joint) == "/"
        other = document.entity_at.get(index) if joined else None
        if other is not None:
            yield f"beside:{other.label_}"


def syntax(document: NameDocument, span: Span) -> Iterator[str]:
    """The function in the sentence, that of the first of a coordination, and the governor."""
    root = span.root
    while root.base in ("conj", "flat"):
        root = root.head
    head = root.head
    if head is root:
        return
    label, lemma = root.base, _lemma(document, head)
    yield f"role:{label}"
    if label == "nsubj":
        attribute = any(helper.base == "cop" for helper in helpers(head))
        yield f"{'attribute' if attribute else 'undergoes' if is_passive(head) else 'subject'}:{lemma}"
        if head.pos_ == "VERB" and root.i > head.i:
            yield "subject:inverted"
    elif label == "obj":
        yield f"object:{lemma}"
    elif label in COMPLEMENTS:
        yield f"{label}:{lemma}"
        for case in children(root, "case"):
            yield f"case:{document.form(case.i)}-{label}"


def _lemma(document: NameDocument, token: Word) -> str:
    return fold_word(token.lemma_) or document.form(token.i)
