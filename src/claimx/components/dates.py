"""Dates: "d'ici fin 2027", "mardi", resolved against the day of publication.

Writes the group ``claimx_dates``, and the day of publication if it is not given but stated in a header
or dateline. Works on any pipeline, even a blank one: it reads the text, and skips the words of amounts
("2 000 euros" is no year). With a parse, the time reference of the clause resolves a bare "mardi".
"""

from collections import deque
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import AMOUNTS, DATES, Annotation
from claimx.claims.operators.lookup import Operators
from claimx.components.base import OPERATORS, OperatorComponent
from claimx.components.scanning import scanned_text
from claimx.components.scoring import same_date, score_group
from claimx.syntax.parse import parse_of
from claimx.syntax.span_groups import group
from claimx.syntax.time_reference import time_reference
from claimx.syntax.words import Parse
from claimx.values.dates.finder import dates_in
from claimx.values.dates.publication import TextHead, read_head


def find_published(parse: Parse, head: TextHead) -> str | None:
    """The day of publication: the one given, else the one in the header or dateline."""
    day = head.publication_day(annotations.published(parse.doc))
    return day.isoformat() if day is not None else None


def find_marks(parse: Parse, head: TextHead, operators: Operators) -> Iterator[Annotation]:
    """The dates of a document that do not overlap its amounts."""

    def tense(offset: int) -> int | None:
        """The time reference of the clause at an offset, from the parse."""
        here = parse.cover(offset, offset + 1)
        return time_reference(parse[here.start if here is not None else 0], is_speech=operators.is_speech)

    analysed = parse.is_parsed and parse.has_morphology
    taken = deque((member.values["start"], member.values["end"]) for member in group(parse, AMOUNTS))
    day = head.publication_day(annotations.published(parse.doc))
    for found in dates_in(scanned_text(parse.doc), head, day, tense if analysed else None):
        while taken and taken[0][1] <= found.start:
            taken.popleft()
        if taken and taken[0][0] < found.end:
            continue
        values = {"value": found.value, "interval": found.interval.to_dict()}
        yield Annotation(found.start, found.end, label="DATE", values=values)


@Language.factory(
    "claimx_dates",
    assigns=["doc.spans", "doc._.claimx_dates", "doc._.claimx_published"],
    default_config=OPERATORS,
)
def make_dates(nlp: Language, name: str, *, operators: Operators) -> "Dates":
    """Create the component. operators: they tell which verbs report something that was said before."""
    return Dates(operators)


class Dates(OperatorComponent):
    """Finds the dates of a document and writes them as a span group."""

    score = score_group(DATES, same_date)

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc.spans["claimx_dates"]`` and the day of publication. Returns the same Doc."""
        parse = parse_of(doc)
        head = read_head(parse.text)
        annotations.set_published(doc, find_published(parse, head))
        return annotations.write(doc, DATES, find_marks(parse, head, self.operators))
