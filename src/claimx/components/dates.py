"""Dates: "d'ici fin 2027", "mardi", resolved against the day of publication.

Writes the group ``claimx_dates``, and the day of publication where the text's header or
dateline tells it and nobody gave it. Works on any pipeline, even a blank one: it reads the
text, and leaves to the amounts what they hold ("2 000 euros" is no year). A parse tells where
the clause of a bare "mardi" points.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import AMOUNTS, DATES, Mark
from claimx.operators.lexicon import is_speech
from claimx.parsing.dates import dates_from
from claimx.parsing.publication import reference
from claimx.syntax.pointing import points_to
from claimx.syntax.tree import reading, text_of, tokens


def find_published(doc: Doc) -> str | None:
    """The day of publication: as known, else by the header or the dateline of the text."""
    day = reference(text_of(doc), annotations.published(doc))
    return day.isoformat() if day is not None else None


def _clause_tense(doc: Doc) -> Callable[[int], int | None]:
    """Where the verb of the clause at an offset points, from the parse."""
    starts = [token.idx for token in tokens(doc)]

    def tense(offset: int) -> int | None:
        return points_to(doc[max(bisect_right(starts, offset) - 1, 0)], is_speech=is_speech)

    return tense


def find_marks(doc: Doc) -> Iterator[Mark]:
    """The dates of a document that do not overlap its amounts."""
    tense = _clause_tense(doc) if doc.has_annotation("DEP") and doc.has_annotation("MORPH") else None
    taken = deque((values["start"], values["end"]) for _, values in annotations.read(doc, AMOUNTS))
    for found in dates_from(text_of(doc), reference(text_of(doc), annotations.published(doc)), tense):
        while taken and taken[0][1] <= found.start:
            taken.popleft()
        if taken and taken[0][0] < found.end:
            continue
        values = {"value": found.value, "interval": found.interval.to_dict()}
        yield Mark(found.start, found.end, label="DATE", values=values)


@Language.factory("claimx_dates", assigns=["doc.spans", "doc._.claimx_published"])
def make_dates(nlp: Language, name: str) -> "Dates":
    """Create the component."""
    return Dates()


class Dates:
    """Finds the dates of a document and writes them as a span group."""

    def __init__(self) -> None:
        annotations.register()

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc.spans["claimx_dates"]`` and the day of publication. Returns the same Doc."""
        with reading(doc):
            annotations.set_published(doc, find_published(doc))
            return annotations.write(doc, DATES, find_marks(doc))
