"""What somebody learns from somebody: "a appris par la presse que P", "a appris de source policière que P".

Whoever tells it is the source; a medium that learns it is one too, the outer one.
"""

from collections.abc import Iterator

from claimx import annotations
from claimx.claims.attribution.origins import informed_speakers
from claimx.claims.attribution.reporting_verbs import content_range
from claimx.claims.attribution.types import Attribution, Construction, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.lookup import UNKNOWN_REPORT
from claimx.lexicons import grammar
from claimx.syntax.clause import governor_subject, subject
from claimx.syntax.dependencies import helpers
from claimx.syntax.span_groups import group
from claimx.syntax.verbs import group_span
from claimx.syntax.words import Word


def find_learned(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions of clauses that somebody learns from a source."""
    for verb in analysis.parse:
        caused = any(grammar.CAUSATIVE in word.lemma_classes for word in (verb.head, *helpers(verb)))
        if verb.pos_ != "VERB" or caused or grammar.LEARNING not in verb.lemma_classes:
            continue  # "laisse entendre"
        contents = [content for content in analysis.complements.contents(verb) if content.kind == "finite"]
        clause = analysis.clauses.of(verb)
        who = (subject(clause) if clause is not None else None) or governor_subject(verb)
        if not contents or who is None:
            continue
        found = informed_speakers(verb, who)
        start = contents[0].top.left_edge.i
        origins = [speaker for speaker in found if verb.i < speaker.start and speaker.end <= start]
        if not origins:
            continue
        found = found if _is_medium(who) else origins
        yield Attribution(
            rule=Construction.QUE_CLAUSE,
            cls=UNKNOWN_REPORT,
            cue=group_span(verb),
            anchor=verb.i,
            level=source_level(found),
            speakers=found,
            scopes=[content_range(content.top) for content in contents],
        )


def _is_medium(who: Word) -> bool:
    return any(
        member.values.get("kind") == "media"
        for member in group(who.parse, annotations.ORGANIZATIONS).at(who.i)
    )
