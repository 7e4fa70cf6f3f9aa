"""What stands around a name, as evidence that it is an organisation's or not.

Example: of "Zorbex" in "chez Zorbex, fabricant de vis," that is "before:chez", "explained:head",
"explained:fabricant" and the function in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.document import Context
from claimx.organizations.lexicon import class_nouns, nationality, noun_of
from claimx.organizations.spelling import fold_word, is_acronym
from claimx.syntax.dependencies import children, helpers, is_passive
from claimx.syntax.words import Span, Word

OPENING, CLOSING = frozenset('«“"'), frozenset('»”"')
JOINTS = frozenset((",", "et", "ou", "&", "/"))
MARKS = frozenset((",", "(", "-", ":"))
COMPLEMENTS = ("nmod", "appos", "obl", "iobj")
DESCRIPTION = 3


def before(context: Context, span: Span) -> Iterator[str]:
    """The words before: a quotation mark, an article, a preposition, a noun."""
    if span.start in context.starts:
        yield "before:start"
        return
    index = span.start - 1
    if context.form(index) in OPENING:
        yield "before:quote"
        index -= 1
    if context.has_role(index, "contraction"):
        yield f"article:{context.form(index)}"
    elif context.has_role(index, "article"):
        yield f"article:{context.form(index)}"
        index -= 1
        adposition = context.category(index) == "ADP"
        yield f"before-article:{context.form(index)}" if adposition else "before-article:other"
    else:
        yield "article:none"
        yield f"before:{_kind(context, index)}"
    if nationality(context.form(index)) is not None:
        yield "before:nationality"
    while index > span.start - DESCRIPTION and context.category(index) == "ADJ":
        index -= 1
    if context.category(index) == "NOUN":
        yield from _called(context, index, "noun")


def _kind(context: Context, index: int) -> str:
    form, category = context.form(index), context.category(index)
    if category == "ADP":
        return form
    return category if form.isalpha() else form if form in MARKS else "mark"


def _called(context: Context, index: int, place: str) -> Iterator[str]:
    form = context.form(index)
    yield f"{place}:{_lemma(context, context.parse[index])}"
    if noun_of(form) is not None:
        yield f"{place}:head"
    elif form in class_nouns():
        yield f"{place}:{class_nouns()[form]}-class"


def after(context: Context, span: Span) -> Iterator[str]:
    """The words after: a bracket, an explanation, a verb."""
    index = span.end
    if context.form(index) in CLOSING:
        yield "after:quote"
        index += 1
    form = context.form(index)
    if form == "(":
        yield f"bracket:{_inside(context, index + 1)}"
    elif form == ",":
        index += 2 if context.has_role(index + 1, "article", "indefinite") else 1
        if context.category(index) == "NOUN":
            yield from _called(context, index, "explained")
        elif context.form(index).isdigit():
            yield "explained:number"
    elif context.is_capital(index):
        yield "after:capital"
    elif nationality(form) is not None:
        yield "after:nationality"
    else:
        yield f"after:{context.category(index) or 'end'}"


def _inside(context: Context, index: int) -> str:
    entity = context.entities.get(index)
    if entity is not None:
        return entity.label_
    if index < len(context.words) and is_acronym(context.words[index]):
        return "acronym"
    return "number" if context.form(index).isdigit() else "other"


def beside(context: Context, span: Span) -> Iterator[str]:
    """What the model sees in the names that a name is joined to."""
    previous = span.start - 1
    if context.has_role(previous, "article", "contraction"):
        previous -= 1
    following = span.end + 1
    if context.has_role(following, "article", "contraction"):
        following += 1
    for joint, index in ((previous, previous - 1), (span.end, following)):
        other = context.entities.get(index) if context.form(joint) in JOINTS else None
        if other is not None:
            yield f"beside:{other.label_}"


def governed(context: Context, span: Span) -> Iterator[str]:
    """The function in the sentence, that of the first of a coordination, and the word it hangs on."""
    root = span.root
    while root.base in ("conj", "flat"):
        root = root.head
    head = root.head
    if head is root:
        return
    label, lemma = root.base, _lemma(context, head)
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
            yield f"case:{context.form(case.i)}-{label}"


def _lemma(context: Context, token: Word) -> str:
    return fold_word(token.lemma_) or context.form(token.i)
