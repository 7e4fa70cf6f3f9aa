"""The places where an inverted reporting clause may stand, by word order and tree.

", indique X" after a clause, or within it; not the second of two verbs, nor a verb with a subject of its own.
"""

from claimx.claims.attribution.inserted_speakers import MAX_TOKENS_TO_SPEAKER, ends_with_speaker
from claimx.claims.attribution.speakers import can_speak
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.event_nouns import is_act
from claimx.lexicons import grammar
from claimx.syntax.clause_words import PARTING
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    is_bare_clause,
    is_finite,
    markers,
    takes_etre,
)
from claimx.syntax.noun_phrases import noun_phrase
from claimx.syntax.quotes import CLOSING, ENDING, OPENING
from claimx.syntax.verbs import finite_form
from claimx.syntax.words import Word


def is_act_verb(verb: Word) -> bool:
    """Whether a verb names something done or a movement, so that the noun after it is no speaker."""
    return takes_etre(verb) or is_act(verb.lemma_) or bool(grammar.EMPTY_VERBS & verb.lemma_classes)


def stands_apart(verb: Word) -> bool:
    """Whether the tree lets a verb head an inserted clause: no other clause governs or joins it.

    Parsers also hang it under its content, as a coordinated verb or a complement without conjunction.
    """
    if verb.base in ("parataxis", "root"):
        return True
    bare = not markers(verb) and first(verb, "cc") is None
    return (
        bare and verb.base in ("conj", "ccomp") and any(child.i > verb.i for child in children(verb, "nsubj"))
    )


def follows_clause(start: int, analysis: Analysis) -> bool:
    """Whether a main clause ends right before a word: what is left of the sentence may report it.

    A clause before a colon or a semicolon doesn't count: "La cadence est dure : Velm, en faillite, a laissé".
    """
    parse = analysis.parse
    before = next((word for word in reversed(parse[:start]) if not word.is_punct and not word.is_space), None)
    if before is None or start >= len(parse) or before.sent is not parse[start].sent:
        return False
    parting = (word.i + 1 for word in reversed(parse[before.sent.start : start]) if word.text in PARTING)
    opened = parse[next(parting, before.sent.start) : start]
    owners = {id(owner): owner for word in opened if (owner := analysis.clauses.of(word)) is not None}
    return any(
        clause.finite is not None
        and clause.finite.i < start
        and clause.head.i < start
        and not markers(clause.top)
        and not clause.top.dep_.startswith("acl")
        for clause in owners.values()
    )


def runs_on_from(verb: Word, start: int, analysis: Analysis) -> bool:
    """Whether a reporting clause follows its content without a comma: "Le quai est vide dit un docker"."""
    if not stands_apart(verb) or first(verb, "ccomp") is not None:
        return False
    operator = analysis.operators.of_verb(verb, "que")
    if operator is None or not operator.has(Trait.SPEECH):
        return False
    return follows_clause(start, analysis) and ends_with_speaker(verb)


def has_left_subject(verb: Word, form: Word, start: int) -> bool:
    """Whether a verb has a subject before it or a clause after it, so that it heads an ordinary clause."""
    if any(
        child.base in ("nsubj", "csubj")
        and child.i < start
        and _is_close(child, start)
        and not _is_content(child)
        and not _disagrees(child, form)
        and not any(
            is_bare_clause(grand) or (grand.base == "cop" and is_finite(grand)) for grand in child.children
        )
        for child in verb.children
    ):
        return True
    return any(
        child.base == "ccomp" and child.i > verb.i and not _is_gerund(child) for child in verb.children
    )


def _is_gerund(child: Word) -> bool:
    """Whether a verb parsed as a complement is a circumstance: "dit-il, tout en admettant que P"."""
    return feature(child, "VerbForm") == "Part" and feature(child, "Tense") == "Pres"


def _disagrees(child: Word, form: Word) -> bool:
    """Whether a noun before a comma can't be the subject, by its number: "Des mots, ironise le maire"."""
    plural = feature(child, "Number") == "Plur" and feature(form, "Number") == "Sing"
    return plural and form.i > 0 and form.parse[form.i - 1].text == ","


def _is_content(child: Word) -> bool:
    """Whether a clause parsed as the subject of a verb is what it reports: finite, without conjunction."""
    return child.base == "csubj" and finite_form(child) is not None and not markers(child)


def interrupts(before: Word, verb: Word) -> bool:
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
    """Whether no quotation ends between a subject and its verb, but one that began after the subject.

    "La région, qui juge l'offre « basse », a vendu": the quotation is inside. Straight marks tell nothing.
    """
    opened = 0
    for token in child.parse[child.i : start]:
        if token.text in OPENING:
            opened += 1
        elif token.text in ENDING and token.text not in CLOSING:
            return False
        elif token.text in CLOSING:
            opened -= 1
    late = any(other.base == "nsubj" and other.i > start for other in child.head.children)
    return opened == 0 and not (late and child.parse[start - 1].text in ENDING)


def reports_on(who: Word) -> bool:
    """Whether "que" follows a noun: the noun is then the object of the verb, not its speaker."""
    end = noun_phrase(who).end
    return end < len(who.parse) and grammar.COMPLEMENTIZER in who.parse[end].classes
