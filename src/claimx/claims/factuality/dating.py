"""The dates of clauses, as far as they tell how a tense or a modal is meant.

"En 1968, elle signera son premier film" narrates; "le juge doit se prononcer lundi" tells what is scheduled.
"""

from collections.abc import Iterator

from claimx import annotations
from claimx.claims.factuality.modality import has_reading
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, own_subject
from claimx.syntax.dependencies import children, feature, marker_classes
from claimx.syntax.span_groups import Member, group
from claimx.syntax.words import Parse, Word

# What a person or a work of so many years ago "will do" is history.
GENERATION = 50
# The year that a text of unknown date is read from: that in which these rules were written.
UNDATED = 2026


class Dating:
    """The dates of the clauses of one text.

    The reference is the year of publication, UNDATED where that is unknown: never today's, since a text must
    give the same answer on any day.
    """

    def __init__(self, parse: Parse) -> None:
        self.dates = group(parse, annotations.DATES)
        published = annotations.published(parse.doc)
        self.year = int(published[:4]) if published else UNDATED

    def schedules(self, clause: Clause) -> bool:
        """Whether a clause has a date that may be that of an appointment, no beginning: "lundi", "en mai"."""
        return any(not self._is_start(item) for item in self._own(clause))

    def lies_in_past(self, clause: Clause) -> bool:
        """Whether a verb in the future tells of the past: by its date, or by the origin of its subject.

        "En 1968, elle signera"; "Née en 1902, elle vivra à Lyon"; "Fondée en 1871, l'usine emploiera mille
        ouvriers avant de fermer"; "Elle naît en 1902 et vivra à Lyon". A date of its own decides.
        """
        own = list(self._own(clause))
        if own:
            return all(self._year(item) < self.year for item in own)
        told = [item for origin in _origins(clause) for item in self._of(origin.subtree)]
        if clause.partner is not None:
            told += self._own(clause.partner)
        return any(self._year(item) < self.year - GENERATION for item in told)

    def _own(self, clause: Clause) -> Iterator[Member]:
        """The dates of the verb itself, not of its nouns or participles."""
        return (item for item in self._of(clause.tokens) if item.root.head in clause.links)

    def _of(self, words: list[Word]) -> Iterator[Member]:
        return iter(self.dates.over({word.i for word in words}))

    def _is_start(self, item: Member) -> bool:
        before = item.parse[item.start - 1].classes if item.start else grammar.NONE
        return grammar.STARTING_PREPOSITION in before | item[0].classes

    def _year(self, item: Member) -> int:
        end = (item.values["interval"] or {}).get("end")
        return int(end[:4]) if end is not None else self.year


def _origins(clause: Clause) -> Iterator[Word]:
    """The participles that tell when the subject came about: "né en 1902", "paru en 1951"."""
    verb, who = clause.links[0], own_subject(clause.links[0])
    ends = any(
        grammar.PRECEDENCE in marker_classes(child) | child.classes
        for link in clause.links
        for child in children(link, "advcl", "advmod", "obl")
    )
    for holder in (verb, clause.head) if who is None else (verb, clause.head, who):
        for child in children(holder, "advcl", "acl", "amod"):
            if feature(child, "VerbForm") == "Part" and has_reading(
                child, "foundation" if ends else "origin"
            ):
                yield child
