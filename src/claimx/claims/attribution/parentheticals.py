"""Parenthetical reporting clauses, inside or after their content: ", a indiqué le groupe,", "» assure-t-il".

They are recognised by word order rather than by the tree, which is unreliable here: a reporting verb after a
comma or a quotation mark, no subject before it, a possible speaker after it.
"""

from collections.abc import Iterator

from claimx import annotations
from claimx.claims.attribution.scopes import after_colon
from claimx.claims.attribution.speaker_names import person_beside
from claimx.claims.attribution.speakers import can_speak, speakers, with_apposition
from claimx.claims.attribution.types import Attribution, Construction, level_beside_quote
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Operator, Trait
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import word_forms
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    helpers,
    is_bare_clause,
    is_demonstrative,
    is_finite,
)
from claimx.syntax.noun_phrases import noun_phrase, subtree
from claimx.syntax.quotes import ENDING, TYPOGRAPHIC, ends_quotation, previous_word
from claimx.syntax.span_groups import group
from claimx.syntax.verbs import finite_form, group_span
from claimx.syntax.words import Parse, Word

# Marks that may separate a parenthetical clause from its content.
SEPARATORS = frozenset(",–—-’'!?…") | ENDING
# Marks that may precede a reporting verb after a quotation.
BEFORE_A_VERB = frozenset(",!?") | ENDING
BREAKS = frozenset(".;:") | TYPOGRAPHIC
MAX_TOKENS_TO_SPEAKER = 7
MAX_TOKENS_TO_SEMICOLON = 100


def find_parentheticals(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions made by parenthetical reporting clauses."""
    before: Word | None = None
    for token in analysis.parse:
        found = _parenthetical(token, analysis.operators) if token.pos_ in ("VERB", "AUX") else None
        if (
            found is None
            and before is not None
            and (before.text in BEFORE_A_VERB or grammar.REFLEXIVE in before.classes)
        ):
            found = _mistagged(token, analysis.operators)
        if found is not None:
            yield found
        if not token.is_space:
            before = token


def _mistagged(token: Word, operators: Operators) -> Attribution | None:
    """The attribution of a verb that is tagged as something else: "», résume Karim Barkaoui".

    The word is in lower case, a verb form in the lexicon, between a closing quotation mark and a possible
    speaker.
    """
    if not token.text.islower() or token.pos_ in ("DET", "ADP", "PRON", "CCONJ", "SCONJ"):
        return None
    start = token.i
    if start and grammar.REFLEXIVE in token.parse[start - 1].classes:
        start -= 1
    before = previous_word(token.parse, start)
    if before is None or not ends_quotation(before):
        return None
    lemma = word_forms().lemma(word_form(token.text), "verb")
    who = _speaker_after(token, token, operators) if lemma is not None else None
    if lemma is None or who is None:
        return None
    return _attribution(token, who, start, operators.of_reporting_lemma(lemma))


def _parenthetical(verb: Word, operators: Operators) -> Attribution | None:
    form = finite_form(verb)
    if form is None:
        return None
    start = _group_start(verb, form)
    before = previous_word(verb.parse, start)
    if before is None:
        return None
    compared = grammar.MANNER in before.classes
    if not compared and before.text[-1] not in SEPARATORS:
        return None
    operator = _operator(verb, before, operators)
    if operator is None:
        return None
    if not compared and _has_left_subject(verb, form, start) and not _interrupts(before, verb):
        return None
    who = _speaker_after(verb, form, operators) or (first(verb, "nsubj") if compared else None)
    if who is not None and not compared and _reports_on(who):
        return None
    return _attribution(verb, who, start - compared, operator) if who is not None else None


def _group_start(verb: Word, form: Word) -> int:
    """Where the verb group starts, with its clitics ("l'a dit", "s'est félicité", "nous confiait")."""
    start = min(form.i, verb.i)
    while start > 0 and verb.parse[start - 1].pos_ == "PRON":
        before = verb.parse[start - 1]
        told = before.classes & grammar.INTERLOCUTORS and feature(form, "Person") == "3"
        if not told and before.base not in ("expl", "iobj", "obj"):
            break
        start -= 1
    return start


def _operator(verb: Word, before: Word, operators: Operators) -> Operator | None:
    """The reporting operator of a verb; after a closing quotation mark any verb reports."""
    operator = operators.of_speech(verb)
    if operator is not None and operator.has(Trait.SPEECH):
        return operator
    stands_in_place = ends_quotation(before) and verb.base in ("parataxis", "root")
    return operators.unknown_report if stands_in_place else None


def _has_left_subject(verb: Word, form: Word, start: int) -> bool:
    """Whether a verb has a subject before it or a clause after it, so that it heads an ordinary clause."""
    if any(
        child.base in ("nsubj", "csubj")
        and child.i < start
        and _is_close(child, start)
        and not any(
            is_bare_clause(grand) or (grand.base == "cop" and is_finite(grand)) for grand in child.children
        )
        for child in verb.children
    ):
        return True
    return any(child.base == "ccomp" and child.i > verb.i for child in verb.children)


def _interrupts(before: Word, verb: Word) -> bool:
    """Whether a reporting clause stands between commas before a verb: "La ligne, a indiqué X, rouvrira"."""
    parse, end = verb.parse, verb.sent.end
    who = next(
        (token for token in parse[verb.i + 1 : min(verb.i + MAX_TOKENS_TO_SPEAKER, end)] if can_speak(token)),
        None,
    )
    if before.text != "," or who is None or any(token.text in ",;:" for token in parse[verb.i + 1 : who.i]):
        return False
    index = noun_phrase(who).end
    if index + 1 >= end or parse[index].text != ",":
        return False
    return grammar.RELATIVE not in parse[index + 1].classes and any(
        is_finite(token) for token in parse[index + 1 : min(index + 4, end)]
    )


def _is_close(child: Word, start: int) -> bool:
    """Whether no quotation ends between a subject and its verb."""
    return not any(token.text in ENDING for token in child.parse[child.i : start])


def _speaker_after(verb: Word, form: Word, operators: Operators) -> Word | None:
    """The speaker: the subject after the verb, an inverted clitic, or the next possible speaker."""
    for child in children(verb, "nsubj"):
        if child.i > form.i and can_speak(child):
            return child
    for token in verb.parse[form.i + 1 : verb.i + 2]:
        if token.pos_ == "PRON" and token.text.startswith("-"):
            return token
    return _next_speaker(verb, operators) or next(
        (child for child in children(verb, "nsubj") if child.i > form.i and child.pos_ == "NOUN"), None
    )


def _next_speaker(verb: Word, operators: Operators) -> Word | None:
    """The next name or noun after a verb that can be a speaker."""
    parse, start = verb.parse, verb.i + 1
    if start < len(parse) and _is_content_infinitive(parse[start], operators):
        start += 1  # "croit savoir Reuters"
    for token in parse[start : start + MAX_TOKENS_TO_SPEAKER]:
        if token.is_punct or token.pos_ in ("VERB", "SCONJ") or (token.is_space and "\n" in token.text):
            return None
        if token.ent_type_ in ("PER", "ORG"):
            return token
        if token.pos_ not in ("NOUN", "PROPN") or _has_preposition(token):
            continue
        if can_speak(token) or person_beside(token) is not None:
            return token
    return None


def _is_content_infinitive(word: Word, operators: Operators) -> bool:
    """An infinitive that affirms the clause it takes: the words reported may be its content."""
    operator = operators.of_verb(word, "que") if feature(word, "VerbForm") == "Inf" else None
    return operator is not None and operator.polarity > 0


def _reports_on(who: Word) -> bool:
    """Whether "que" follows a noun: the noun is then the object of the verb, not its speaker."""
    end = noun_phrase(who).end
    return end < len(who.parse) and grammar.COMPLEMENTIZER in who.parse[end].classes


def _has_preposition(token: Word) -> bool:
    return any(child.base == "case" for child in token.children)


def _attribution(verb: Word, who: Word, start: int, operator: Operator) -> Attribution:
    sentence, found = verb.sent, speakers(who)
    end = _end(verb, who)
    left, right = sentence.start, sentence.end
    if grammar.MANNER in verb.parse[start].classes and verb.head != verb:
        left, right = subtree(verb.head)
    end = with_apposition(verb.parse, max([end, *(speaker.end for speaker in found)]), sentence.end)
    left = max(left, _quote_start(verb.parse, start), after_colon(verb.parse, left, start))
    # A semicolon limits the scope: "P, plaide X ; Q, corrige Y".
    near = verb.parse[max(left, start - MAX_TOKENS_TO_SEMICOLON) : start]
    left = max([left, *(token.i + 1 for token in near if token.text == ";")])
    near = verb.parse[end : min(right, end + MAX_TOKENS_TO_SEMICOLON)]
    right = min([right, *(token.i for token in near if token.text == ";")])
    if _adds_relative(verb.parse, end):
        # The relative clause is the author's.
        right = end
    before = previous_word(verb.parse, start)
    if before is not None and ends_quotation(before) and not _quotes_on(verb.parse, end, right):
        # "« P », dit X, quand Y craint que Q": the quotation is closed.
        right = end
    scopes = [(left, start), (end, right)]
    return Attribution(
        rule=Construction.PARENTHETICAL,
        cls=operator.cls,
        cue=group_span(verb),
        anchor=verb.i,
        level=level_beside_quote(operator, found),
        polarity=operator.polarity,
        speakers=found,
        scopes=[scope for scope in scopes if scope[0] < scope[1]],
        apart=frozenset(range(start, end)),
    )


def _adds_relative(parse: Parse, end: int) -> bool:
    """Whether a comma and a relative clause follow: ", qui dirige le groupe", ", ce qui inquiète"."""
    if end + 1 >= len(parse) or parse[end].text != ",":
        return False
    return grammar.RELATIVE in parse[end + 1].classes or is_demonstrative(parse[end + 1])


def _quotes_on(parse: Parse, start: int, end: int) -> bool:
    """Whether a quotation begins between two words."""
    quotes = group(parse, annotations.QUOTES)
    return any(quote.start == index for index in range(start, end) for quote in quotes.at(index))


def _quote_start(parse: Parse, start: int) -> int:
    """Start of the quotation before a parenthetical clause if a colon introduces it; 0 otherwise."""
    quotes = group(parse, annotations.QUOTES)
    for quote in (quote for index in range(max(start - 5, 0), start) for quote in quotes.at(index)):
        if quote.end < start <= quote.end + 4:
            opening = quote.start - 1
            while opening > 0 and (parse[opening].is_space or parse[opening].is_quote):
                opening -= 1
            return quote.start if parse[opening].text == ":" else 0
    return 0


def _end(verb: Word, who: Word) -> int:
    """End of a parenthetical clause: after the phrase of the speaker with its appositions and complements."""
    parse = verb.parse
    end = max(verb.i + 1, noun_phrase(who).end, *(helper.i + 1 for helper in helpers(verb)))
    right = who.right_edge.i + 1
    while end < min(right, verb.sent.end) and parse[end].text not in BREAKS:
        end += 1
    while (
        end < verb.sent.end
        and not parse[end].is_punct
        and parse[end].pos_ not in ("VERB", "AUX", "SCONJ", "CCONJ")
    ):
        end += 1
    return end
