"""Sentences that credit the sentence before them: "C'est ce que soutient la mairie."."""

from collections.abc import Iterator

from claimx.claims.attribution.inserted_speakers import speaker_after
from claimx.claims.attribution.origins import informed_speakers
from claimx.claims.attribution.types import Attribution, Construction, reported_by
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.lexicons import grammar
from claimx.syntax.verbs import finite_form
from claimx.syntax.words import Span, Word

MAX_TOKENS_TO_RELATIVE = 8
MAX_TOKENS_TO_VERB = 5


def find_afterthoughts(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions of sentences by the sentences after them."""
    parse = analysis.parse
    for before, sentence in zip(parse.sentences, parse.sentences[1:], strict=False):
        verb = _presented_verb(sentence)
        operator = analysis.operators.of_speech(verb) if verb is not None else None
        if verb is None or operator is None or not operator.has(Trait.SPEECH):
            continue
        form = finite_form(verb)
        who = speaker_after(verb, form, analysis.operators) if form is not None else None
        found = informed_speakers(verb, who) if who is not None else []
        if found:
            scopes, apart = [(before.start, before.end)], range(sentence.start, sentence.end)
            yield reported_by(verb, operator, found, Construction.PARENTHETICAL, scopes=scopes, apart=apart)


def _presented_verb(sentence: Span) -> Word | None:
    """The verb after "C'est ce que", "C'est du moins ce que"; or None."""
    parse, end = sentence.parse, sentence.end
    opening = next((word for word in sentence if not word.is_punct and not word.is_space), None)
    if opening is None or grammar.DEMONSTRATIVE_PRONOUN not in opening.classes or opening.i + 2 >= end:
        return None
    if grammar.COPULA not in parse[opening.i + 1].lemma_classes:
        return None
    for index in range(opening.i + 2, min(opening.i + MAX_TOKENS_TO_RELATIVE, end - 1)):
        if (
            grammar.DEMONSTRATIVE_PRONOUN in parse[index].classes
            and grammar.EXCEPTIVE in parse[index + 1].classes
        ):
            content = parse[index + 2 : min(index + 2 + MAX_TOKENS_TO_VERB, end)]
            return next((word for word in content if word.pos_ == "VERB" and finite_form(word)), None)
    return None
