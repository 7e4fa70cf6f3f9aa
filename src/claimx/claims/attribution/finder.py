"""Finds the attributions of a text, of all constructions, as annotations."""

from collections.abc import Iterator

from claimx.annotations import Annotation
from claimx.claims.attribution.afterthoughts import find_afterthoughts
from claimx.claims.attribution.anaphoric_sources import resolve_anaphoric_sources
from claimx.claims.attribution.continuations import find_continuations
from claimx.claims.attribution.labels import find_labels
from claimx.claims.attribution.learning import find_learned
from claimx.claims.attribution.origins import find_origins
from claimx.claims.attribution.parentheticals import find_parentheticals
from claimx.claims.attribution.possessors import find_possessors
from claimx.claims.attribution.prepositions import find_prepositions
from claimx.claims.attribution.quotations import find_quotations
from claimx.claims.attribution.relayed_reports import extend_to_reports
from claimx.claims.attribution.reporting_verbs import find_reports
from claimx.claims.attribution.types import Attribution
from claimx.claims.operators.analysis import Analysis
from claimx.syntax.words import Parse


def find_sources(analysis: Analysis) -> Iterator[Annotation]:
    """One annotation per attribution, on its first source, or on its cue if it names no source."""
    found = [*find_reports(analysis), *find_parentheticals(analysis), *find_afterthoughts(analysis)]
    found += [*find_prepositions(analysis), *find_possessors(analysis)]
    found += [*find_origins(analysis), *find_learned(analysis), *find_labels(analysis)]
    extend_to_reports(found)
    found += list(find_quotations(analysis, found))
    found += list(find_continuations(analysis, found))
    resolve_anaphoric_sources(analysis, found)
    for attribution in found:
        yield _annotation(attribution, analysis.parse)


def _annotation(attribution: Attribution, parse: Parse) -> Annotation:
    speakers = attribution.speakers
    start, end = (speakers[0].start, speakers[0].end) if speakers else attribution.cue
    label = "source" if speakers else "attribution"
    return Annotation(parse[start].idx, parse[end - 1].end, label, attribution.to_values(parse))
