"""The attributions that a text has been given, and which of them reach a clause."""

from collections import defaultdict

from claimx import annotations
from claimx.claims.attribution.types import Attribution, attribution_of
from claimx.syntax.clauses import Clause
from claimx.syntax.parse import Parse
from claimx.syntax.span_groups import Group, group


class Attributions:
    """All attributions of one text, as the component of sources wrote them."""

    def __init__(self, written: Group) -> None:
        self.items = [attribution_of(member.values) for member in written]
        self._reaching: dict[int, list[Attribution]] = defaultdict(list)
        for item in self.items:
            for index in {index for start, end in item.scopes for index in range(start, end)}:
                self._reaching[index].append(item)

    def covering(self, clause: Clause) -> list[Attribution]:
        """The attributions whose scope reaches a clause, the widest first.

        A relative clause describes what a request is about: it is not asked for.
        """
        relative = clause.top.dep_ == "acl:relcl"
        found = [
            item for item in self._reaching.get(clause.head.i, ()) if not (relative and item.cls == "request")
        ]
        return sorted(found, key=lambda item: (-item.width, item.anchor))


def attributions(parse: Parse) -> Attributions:
    """The attributions of a text; the same object while those that were written stay."""
    written = group(parse, annotations.SOURCES)
    if (attributions, written) not in parse.cache:
        parse.cache[attributions, written] = Attributions(written)
    found: Attributions = parse.cache[attributions, written]
    return found
