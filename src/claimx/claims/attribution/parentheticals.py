"""Parenthetical reporting clauses, inside or after their content: ", a indiqué le groupe,", "» assure-t-il".

They are recognised by word order rather than by the tree, which is unreliable here: a reporting verb after a
comma or a quotation mark, no subject before it, a possible speaker after it.
"""

from collections.abc import Iterator
from dataclasses import replace

from claimx import annotations
from claimx.claims.attribution.inserted_speakers import (
    after_infinitive,
    ends_with_speaker,
    noun_after,
    speaker_after,
)
from claimx.claims.attribution.origins import informed_speakers
from claimx.claims.attribution.reporting_places import (
    follows_clause,
    has_left_subject,
    interrupts,
    is_act_verb,
    reports_on,
    runs_on_from,
    stands_apart,
)
from claimx.claims.attribution.scopes import after_colon
from claimx.claims.attribution.speakers import can_speak, cited_after, with_apposition
from claimx.claims.attribution.types import Attribution, Construction, Speaker, reported_by
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Operator, Trait
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import word_forms
from claimx.syntax.dependencies import (
    feature,
    first,
    first_of_class,
    helpers,
    is_demonstrative,
    is_helper,
)
from claimx.syntax.noun_phrases import noun_phrase, subtree
from claimx.syntax.quotes import ENDING, TYPOGRAPHIC, ends_quotation, previous_word
from claimx.syntax.span_groups import group
from claimx.syntax.verbs import finite_form
from claimx.syntax.words import Parse, Word

# Marks that may separate a parenthetical clause from its content.
SEPARATORS = frozenset(",–—-’'!?…") | ENDING
BREAKS = frozenset(".;:") | TYPOGRAPHIC
NO_VERBS = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ"})
MAX_TOKENS_TO_SEMICOLON = 100
# From a quotation mark on: a comma, a reflexive clitic, the verb.
MAX_TOKENS_TO_VERB = 3


def find_parentheticals(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions made by parenthetical reporting clauses."""
    after_quotations = set(_after_quotations(analysis.parse))
    for token in analysis.parse:
        found = _parenthetical(token, analysis) if token.pos_ in ("VERB", "AUX") else None
        if found is None and token.i in after_quotations:
            found = _mistagged(token, analysis.operators)
        if found is not None:
            yield found


def _after_quotations(parse: Parse) -> Iterator[int]:
    """The places where a verb may report the quotation that ends before it: "» dit", "» , se félicite"."""
    for index in [index for mark in ENDING for index in parse.places.get(mark, ())]:
        left = MAX_TOKENS_TO_VERB
        while left and index + 1 < len(parse):
            index += 1
            if not parse[index].is_space:
                yield index
                left -= 1


def _mistagged(token: Word, operators: Operators) -> Attribution | None:
    """The attribution of a verb that is tagged as something else: "», résume Karim Barkaoui".

    The word is in lower case, a verb form in the lexicon, between a closing quotation mark and a possible
    speaker.
    """
    if not token.text.islower() or token.pos_ in NO_VERBS or is_helper(token):
        return None
    start = token.i
    if start and grammar.REFLEXIVE in token.parse[start - 1].classes:
        start -= 1
    before, form = previous_word(token.parse, start), finite_form(token)
    if before is None or not ends_quotation(before):
        return None
    if form is not None and has_left_subject(token, form, start):
        return None  # "Le maire, qui se dit « confiant », attend le jugement"
    lemma = word_forms().lemma(word_form(token.text), "verb")
    who = speaker_after(token, token, operators) if lemma is not None else None
    if lemma is None or who is None:
        return None
    return inserted(token, who, start, operators.of_reporting_lemma(lemma))


def _parenthetical(verb: Word, analysis: Analysis) -> Attribution | None:
    form, operators = finite_form(verb), analysis.operators
    if form is None:
        return None
    compared = _compared(verb, operators)
    if compared is not None:
        return compared
    start = _group_start(verb, form)
    before = previous_word(verb.parse, start)
    if before is None:
        return None
    manner = _manner_start(before)
    runs_on = manner is None and before.text[-1] not in SEPARATORS
    if runs_on and not runs_on_from(verb, start, analysis):
        return None
    operator = _operator(verb, start, before, analysis)
    if operator is None:
        return None
    if manner is None and has_left_subject(verb, form, start) and not interrupts(before, verb):
        return None
    who = speaker_after(verb, form, operators)
    if who is None and manner is not None:
        who = first(verb, "nsubj")
    if who is None and runs_on:
        who = noun_after(verb)
    if who is None or (manner is None and reports_on(who)):
        return None
    return inserted(verb, who, start if manner is None else manner, operator)


def _compared(verb: Word, operators: Operators) -> Attribution | None:
    """The attribution of "comme X l'a précisé": the reporting verb has a clitic for what it reports."""
    mark, who = first_of_class(verb.children, grammar.MANNER), first(verb, "nsubj")
    operator = operators.of_speech(verb)
    if mark is None or who is None or operator is None or not operator.has(Trait.SPEECH):
        return None
    clitic = any(child.base in ("obj", "iobj") and mark.i < child.i < verb.i for child in verb.children)
    if not clitic or not mark.i < who.i < verb.i or not can_speak(who):
        return None
    return inserted(verb, who, mark.i, operator)


def _manner_start(word: Word) -> int | None:
    """Where the conjunction of manner begins that ends at a word: "comme", "ainsi que"; or None."""
    if grammar.MANNER in word.classes:
        return word.i
    before = word.parse[word.i - 1] if word.i else word
    joined = grammar.COMPLEMENTIZER in word.classes and grammar.MANNER in before.classes
    return before.i if joined else None


def _group_start(verb: Word, form: Word) -> int:
    """Where the verb group starts, with its clitics ("l'a dit", "s'est félicité", "nous confiait")."""
    start = min(form.i, verb.i)
    while start > 0 and (
        verb.parse[start - 1].pos_ == "PRON" or (verb.parse[start - 1].pos_ == "DET" and start == form.i)
    ):
        before = verb.parse[start - 1]
        told = before.classes & grammar.INTERLOCUTORS and feature(form, "Person") == "3"
        if not told and before.base not in ("expl", "iobj", "obj", "det"):
            break
        start -= 1
    return start


def _operator(verb: Word, start: int, before: Word, analysis: Analysis) -> Operator | None:
    """The reporting operator of a verb; in the place of a reporting clause any verb reports."""
    operators = analysis.operators
    inner = verb.parse[after_infinitive(verb) - 1]  # "tient à préciser le groupe"
    for word in dict.fromkeys((verb, inner)):
        operator = operators.of_speech(word)
        if operator is not None and operator.has(Trait.SPEECH):
            return operator
    if not stands_apart(verb):
        return None
    in_place = ends_quotation(before) or (
        before.text == ","
        and not is_act_verb(verb)
        and follows_clause(start, analysis)
        and ends_with_speaker(verb)
    )
    return operators.unknown_report if in_place else None


def inserted(verb: Word, who: Word, start: int, operator: Operator) -> Attribution:
    """The attribution of a reporting clause from its first word on: its scope is the rest of the sentence."""
    found, end = _reported_by(verb, who)
    left, right = _bounds(verb, start, end)
    scopes = [scope for scope in ((left, start), (end, right)) if scope[0] < scope[1]]
    apart = range(start, end)
    return reported_by(verb, operator, found, Construction.PARENTHETICAL, scopes=scopes, apart=apart)


def _reported_by(verb: Word, who: Word) -> tuple[list[Speaker], int]:
    """The sources of a reporting clause, and its end."""
    found = informed_speakers(verb, who)
    end = max([_end(verb, who), *(speaker.end for speaker in found)])
    end = with_apposition(verb.parse, end, verb.sent.end)
    cited = cited_after(verb.parse, end) if found and not found[-1].cites else []
    if cited and cited[0].start >= found[-1].end:
        # ", a écrit Reuters lundi, citant deux banquiers"
        found = [*(replace(speaker, cites=True) for speaker in found), *cited]
        end = max(end, cited[-1].end)
    return found, end


def _bounds(verb: Word, start: int, end: int) -> tuple[int, int]:
    """Start and end of what a reporting clause reports, around it. start, end: the range of the clause."""
    parse, sentence = verb.parse, verb.sent
    left, right = sentence.start, sentence.end
    if grammar.MANNER in parse[start].classes and verb.head != verb:
        host = verb.head
        while host.head is not host and finite_form(host) is None:
            host = host.head
        left, right = subtree(host)
    left = max(left, _quote_start(parse, start), after_colon(parse, left, start))
    # A semicolon limits the scope: "P, plaide X ; Q, corrige Y".
    near = parse[max(left, start - MAX_TOKENS_TO_SEMICOLON) : start]
    left = max([left, *(token.i + 1 for token in near if token.text == ";")])
    near = parse[end : min(right, end + MAX_TOKENS_TO_SEMICOLON)]
    right = min([right, *(token.i for token in near if token.text == ";")])
    if _adds_relative(parse, end):
        # The relative clause is the author's.
        right = end
    before = previous_word(parse, start)
    if before is not None and ends_quotation(before) and not _quotes_on(parse, end, right):
        # "« P », dit X, quand Y craint que Q": the quotation is closed.
        right = end
    return left, right


def _adds_relative(parse: Parse, end: int) -> bool:
    """Whether a comma and a relative clause follow: ", qui dirige le groupe", ", ce qui inquiète"."""
    if end + 1 >= len(parse) or parse[end].text != ",":
        return False
    following = parse[end + 1]
    # "Il est établi, dit-il, que P": that "que" opens no relative
    return is_demonstrative(following) or (grammar.RELATIVE in following.classes and following.base != "mark")


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
    end = max(after_infinitive(verb), noun_phrase(who).end, *(helper.i + 1 for helper in helpers(verb)))
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
