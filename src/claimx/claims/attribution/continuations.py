"""Reports that continue over several sentences without a quotation: the conditional keeps their source.

"La Gazette du Port révèle que le maire aurait été payé. Il aurait touché 7 200 euros." The second sentence is
attributed to the paper too: its conditional signals that the author does not vouch for it.
"""

from collections.abc import Iterator
from itertools import groupby

from claimx import annotations
from claimx.claims.attribution.types import Attribution, Construction, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.concessions import clause_effect
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import feature
from claimx.syntax.span_groups import group
from claimx.syntax.verbs import mood
from claimx.syntax.words import Parse

# Verbs whose conditional is often the author's own and no hedge.
MODALS = frozenset({grammar.DEONTIC, grammar.MODAL, grammar.VOLITION})


def find_continuations(analysis: Analysis, found: list[Attribution]) -> Iterator[Attribution]:
    """The attributions of sentences in the conditional that follow an attributed one.

    found: the attributions within the sentences of the text.
    """
    classes, parse = analysis.operators.classes, analysis.parse
    reach: dict[int, Attribution] = {}
    for item in found:
        if item.speakers and classes[item.cls].has(Trait.SPEECH):
            for start, end in item.scopes:
                reach.update((index, item) for index in range(start, end))
    carried: Attribution | None = None
    for start, clauses in groupby(analysis.clauses.items, key=lambda clause: clause.top.sent.start):
        members = list(clauses)
        attributed = [reach[clause.head.i] for clause in members if clause.head.i in reach]
        hearsay = _hearsay(members, analysis) if carried is not None and not attributed else []
        if attributed:
            carried = attributed[0]
        elif carried is not None and hearsay and not _opens_paragraph(parse, start):
            yield _continued(hearsay, carried)
        else:
            carried = None


def _hearsay(members: list[Clause], analysis: Analysis) -> list[Clause]:
    """The main clauses of a sentence that go on with a report, and the relatives in them.

    A conditional with a condition is no hearsay: "En cas d'échec, une loi serait nécessaire".
    """
    if any(clause_effect(clause, analysis.operators) == "condition" for clause in members):
        return []
    sentence = members[0].top.sent
    cues = group(analysis.parse, annotations.CANDIDATES).over(set(range(sentence.start, sentence.end)))
    if any(cue.values["kind"] == "condition" for cue in cues):
        return []
    found: list[Clause] = []
    for clause in members:
        described = analysis.clauses.of(clause.top.head) in found and clause.top.base == "acl"
        if _goes_on(clause) and (clause.root.top.base == "root" or described or clause.partner in found):
            found.append(clause)
    return found if found and found[0].top.base == "root" else []


def _goes_on(clause: Clause) -> bool:
    """Whether a clause has a conditional of hearsay: not modal, and in the third person."""
    form = clause.finite
    return (
        form is not None
        and mood(form) == "Cnd"
        and not clause.links[0].lemma_classes & MODALS
        and feature(form, "Person") not in ("1", "2")
    )


def _opens_paragraph(parse: Parse, start: int) -> bool:
    return start > 0 and parse[start - 1].is_space and "\n" in parse[start - 1].text


def _continued(main: list[Clause], carried: Attribution) -> Attribution:
    """The continued attribution, over these clauses only: other subordinate ones are the author's."""
    form = main[0].finite or main[0].top
    return Attribution(
        rule=Construction.CONTINUATION,
        cls=carried.cls,
        cue=(form.i, form.i + 1),
        anchor=form.i,
        level=source_level(carried.speakers),
        speakers=carried.speakers,
        scopes=[(clause.head.i, clause.head.i + 1) for clause in main],
    )
