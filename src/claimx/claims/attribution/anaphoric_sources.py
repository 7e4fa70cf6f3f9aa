"""Sources that take up an earlier source: "selon cette source", "d'après la même source", "ce responsable".

They are as identified as the source that they stand for: "ont dit les pompiers ... selon la même source".
"""

from dataclasses import replace

from claimx.claims.attribution.source_nouns import noun_class
from claimx.claims.attribution.types import Attribution, Speaker, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.lexicons import grammar
from claimx.model import SourceKind
from claimx.syntax.dependencies import has_class
from claimx.syntax.words import Parse

MAX_TOKENS_BACK = 200


def resolve_anaphoric_sources(analysis: Analysis, found: list[Attribution]) -> None:
    """Give anaphoric sources the kind of the source before them, and their attributions its level."""
    parse, classes = analysis.parse, analysis.operators.classes
    before: Speaker | None = None
    for item in sorted(found, key=lambda item: item.anchor):
        kinds = [speaker.kind for speaker in item.speakers]
        if before is not None:
            item.speakers = [_resolved(speaker, before, parse) for speaker in item.speakers]
        if kinds != [speaker.kind for speaker in item.speakers] and classes[item.cls].level is None:
            item.level = source_level(item.speakers)
        if item.speakers:
            before = item.speakers[-1]


def _resolved(speaker: Speaker, before: Speaker, parse: Parse) -> Speaker:
    near = 0 < speaker.start - before.end < MAX_TOKENS_BACK
    return replace(speaker, kind=before.kind) if near and _is_anaphoric(speaker, parse) else speaker


def _is_anaphoric(speaker: Speaker, parse: Parse) -> bool:
    """Whether a source is "cette source", "la même source", or a role with a demonstrative."""
    phrase = parse.span(speaker.start, speaker.end)
    if speaker.name is not None or noun_class(phrase.root) not in ("anonymous", "role"):
        return False
    if has_class(phrase, grammar.DEMONSTRATIVE_DETERMINER):
        return phrase[0].text != phrase[-1].text
    same = has_class(phrase, grammar.IDENTITY)
    return same and speaker.kind is SourceKind.ANONYMOUS
