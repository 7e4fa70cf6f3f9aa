"""Reporting verbs with a que-clause, an infinitive or a noun phrase.

"Le groupe a indiqué que ...", "OpenAI dit avoir levé ...", "Apple annonce le rachat ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.claims.attribution.reported_objects import foreseen, has_matter, of_object
from claimx.claims.attribution.speakers import can_speak, is_author, speakers
from claimx.claims.attribution.types import Attribution, Construction, Speaker, source_level
from claimx.claims.attribution.verb_arguments import (
    agent_of,
    inverted_subject,
    is_hearsay,
    is_impersonal_passive,
    opens_question,
    owner_of,
    speaks,
    subject_of_participle,
)
from claimx.claims.operators.adverbs import has_adverb
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Operator, Trait
from claimx.claims.operators.complements import clause_frame, has_recipient
from claimx.claims.operators.lookup import Operators
from claimx.claims.operators.negated_chains import chain_negation
from claimx.lexicons import grammar
from claimx.model import Level, SourceKind
from claimx.syntax.clause import Clauses, governor_subject, subject
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    first_of_class,
    helpers,
    is_bare_participle,
    is_demonstrative,
    is_passive,
    is_reflexive,
    markers,
)
from claimx.syntax.noun_phrases import subtree
from claimx.syntax.quotes import OPENING
from claimx.syntax.verbs import finite_form, group_span, negation
from claimx.syntax.words import Word

VERBS = frozenset({"VERB", "AUX"})
REPORTING = VERBS | {"ADJ", "NOUN"}
# Marks that separate a verb from a name before it.
BREAKS = frozenset(".;:") | OPENING
OF_FRAMES = {
    "en": Construction.NOUN_PHRASE,
    "inf": Construction.INFINITIVE,
    "np": Construction.NOUN_PHRASE,
    "que": Construction.QUE_CLAUSE,
    "self": Construction.NOUN_PHRASE,
    "si": Construction.INDIRECT_QUESTION,
}


def find_reports(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions by the verbs, adjectives and nouns of a parsed text."""
    for word in analysis.parse:
        if word.pos_ not in REPORTING:
            continue
        tops = [content.top for content in analysis.complements.contents(word)]
        if word.pos_ in VERBS:
            yield from _by_verb(word, tops, analysis)
        elif tops and word.pos_ == "ADJ":
            yield from _by_adjective(word, tops, analysis)
        elif tops:
            yield from _by_noun(word, tops, analysis.operators)


def _by_verb(verb: Word, tops: list[Word], analysis: Analysis) -> Iterator[Attribution]:
    if tops:
        frame = _frame(verb, tops[0], analysis)
        yield from _report(verb, frame, tops, analysis)
        if analysis.operators.of_verb(verb, frame) is None and (is_passive(verb) or _is_attribute(verb)):
            yield from _by_adjective(verb, tops, analysis)
    elif _stands_alone(verb, analysis):
        held = first(verb, "obj")
        about = analysis.complements.contents(held) if held is not None else []
        frame = _frame_alone(verb)
        yield from _report(verb, frame, [content.top for content in about], analysis)
    elif _requests(verb, analysis):
        chain = analysis.clauses.of(verb)
        yield from _report(verb, "inf", [chain.head] if chain is not None else [], analysis)


def _is_attribute(verb: Word) -> bool:
    """Whether a participle is the attribute of a verb: "s'est dit persuadé que P"."""
    return verb.base == "xcomp" and feature(verb, "Tense") == "Past" and not helpers(verb)


def _frame_alone(verb: Word) -> str:
    """The frame of a verb without a clause: "se dit", "s'en défend", "annonce un rachat"."""
    if not is_reflexive(verb):
        return "np"
    takes_up = any(child.i < verb.i and grammar.GENITIVE_CLITIC in child.classes for child in verb.children)
    return "en" if takes_up else "self"


def _frame(verb: Word, top: Word, analysis: Analysis) -> str:
    if analysis.complements.contents(verb)[0].kind == "infinitive":
        return "inf"
    return clause_frame(top)


def _stands_alone(verb: Word, analysis: Analysis) -> bool:
    """Whether a verb heads its clause, alone or after transparent verbs ("vient d'annoncer")."""
    clause = analysis.clauses.of(verb)
    if clause is None or verb != clause.head:
        return False
    outer = [analysis.operators.of_verb(link, "inf") for link in clause.links[:-1]]
    return all(item is not None and item.has(Trait.TRANSPARENT) for item in outer)


def _requests(verb: Word, analysis: Analysis) -> bool:
    """Whether a verb requests an act of its own subject, one claim with the infinitive: "demande à voter"."""
    clause = analysis.clauses.of(verb)
    operator = analysis.operators.of_verb(verb, "inf")
    chained = clause is not None and verb in clause.links[:-1]
    return chained and operator is not None and operator.has(Trait.REQUEST) and not has_recipient(verb)


def _by_noun(noun: Word, contents: list[Word], operators: Operators) -> Iterator[Attribution]:
    """The attribution by a noun with its author: "la déclaration du ministre selon laquelle P"."""
    operator = operators.of_nominal(noun)
    if operator is None or not operator.has(Trait.CREDITS_BY_NOUN):
        return
    owner = owner_of(noun)
    found = speakers(owner) if owner is not None else []
    if found:
        yield Attribution(
            rule=Construction.NOUN,
            cls=operator.cls,
            cue=(noun.i, noun.i + 1),
            anchor=noun.i,
            level=operator.effect(source=source_level(found))[0],
            speakers=found,
            scopes=[content_range(content) for content in contents],
        )


def _by_adjective(adjective: Word, contents: list[Word], analysis: Analysis) -> Iterator[Attribution]:
    """The attribution by an adjective of belief: "La maire était convaincue que P"."""
    contents = [content for content in contents if markers(content)]
    operator = analysis.operators.of_nominal(adjective) if contents else None
    if operator is None or not operator.has(Trait.ATTITUDE) or negation(adjective) is not None:
        return
    clause = analysis.clauses.of(adjective)
    who = subject(clause) if clause is not None else None
    found = speakers(who) if who is not None else []
    if found or (who is not None and is_author(who)):
        yield Attribution(
            rule=Construction.QUE_CLAUSE,
            cls=operator.cls,
            cue=(adjective.i, adjective.i + 1),
            anchor=adjective.i,
            level=source_level(found),
            speakers=found,
            scopes=[content_range(content) for content in contents],
        )


def _report(verb: Word, frame: str, contents: list[Word], analysis: Analysis) -> Iterator[Attribution]:
    operator = _operator(verb, frame, analysis.operators)
    if operator is None or not operator.source:
        return
    if frame == "np" and not has_matter(verb, operator, analysis.operators):
        return
    if frame == "que" and operator.level is Level.PROBABLE and opens_question(contents[0]):
        return  # "décide qui entrera"
    chain = analysis.clauses.of(verb)
    negated = chain_negation(chain, verb, analysis.operators) is not None
    vouched = operator.has(Trait.VOUCHED_NEGATED) and not (frame == "np" and operator.source == "agent")
    if negated and not vouched:
        return  # also "n'a pas chiffré le montant"
    hearsay = bool(contents) and is_hearsay(verb, analysis.operators)
    found, author = ([], False) if hearsay else speakers_of(verb, analysis.clauses)
    if not contents and not is_passive(verb) and not _may_speak(found, verb):
        return
    applied = analysis.operators.in_passive(operator, verb)
    level, polarity = applied.effect(negated=negated, source=source_level(found))
    if hearsay:
        level = Level.POSSIBLE
    yield Attribution(
        rule=OF_FRAMES[frame],
        cls=operator.cls,
        cue=group_span(verb),
        anchor=verb.i,
        level=Level.CERTAIN if author and operator.has(Trait.AUTHOR) else level,
        polarity=polarity,
        speakers=found,
        scopes=_scopes(contents, explains=polarity < 0 or level is Level.DOUBTFUL) or [(verb.i, verb.i + 1)],
    )


def _scopes(contents: list[Word], *, explains: bool) -> list[tuple[int, int]]:
    """The scopes of a report. explains: what follows a colon is the reason to deny or doubt, not denied."""
    scopes = [content_range(content) for content in contents]
    if not explains:
        return scopes
    return [
        (start, next((word.i for word in content.parse[content.i : end] if word.text == ":"), end))
        for content, (start, end) in zip(contents, scopes, strict=True)
    ]


def _operator(verb: Word, frame: str, operators: Operators) -> Operator | None:
    """The operator of a verb for its complement; None if nobody in particular is the source."""
    if frame == "que" and is_passive(verb) and operators.of_nominal(verb) is not None:
        return None  # "il est recommandé que": nobody in particular says so
    operator = operators.of_verb(verb, frame)
    if frame == "np":
        operator = foreseen(operator, verb, operators) or of_object(verb, operators)
        if is_passive(verb):
            operator = operators.of_verb(verb, "passive") or operator or _of_judged(verb, operators)
    if operator is not None and has_adverb(verb, "still"):
        return operators.of_verb(verb, "still") or operator
    return operator


def _of_judged(verb: Word, operators: Operators) -> Operator | None:
    """The operator of a passive verb of belief with an attribute: "est jugé excessif par le maire"."""
    described = first(verb, "xcomp") or next(
        (kid for kid in children(verb, "advcl") if kid.pos_ == "ADJ"), None
    )
    belief = operators.of_verb(verb, "que") if described is not None else None
    return belief if belief is not None and belief.has(Trait.ATTITUDE) else None


def _may_speak(found: list[Speaker], verb: Word) -> bool:
    return any(
        speaker.kind is SourceKind.NAMED or can_speak(verb.parse.span(speaker.start, speaker.end).root)
        for speaker in found
    )


def speakers_of(verb: Word, clauses: Clauses) -> tuple[list[Speaker], bool]:
    """The speakers of a verb, and whether the speaker is the author of the text."""
    if is_passive(verb) or is_bare_participle(verb):
        agent = agent_of(verb)
        return (speakers(agent) if agent is not None else []), False
    far = subject_of_participle(verb)
    if far is not None:
        return speakers(far), is_author(far)
    clause = clauses.of(verb)
    in_group = clause is not None and verb in clause.links
    head = subject(clause) if clause is not None and in_group else governor_subject(verb)
    if head is not None and (is_demonstrative(head) or is_impersonal_passive(verb, head)):
        return [], False
    if head is None or not any(char.isalnum() for char in head.text):
        name = (_clitic_of(verb) or _name_before(verb)) if in_group else inverted_subject(verb)
        return (speakers(name) if name is not None else []), False
    if (not in_group or (clause is not None and verb != clause.links[0])) and not speaks(head):
        return [], False
    return speakers(head), is_author(head)


def _clitic_of(verb: Word) -> Word | None:
    """The "il" of an active verb that is parsed as an expletive: "il y soutient que P"."""
    found = first_of_class(children(verb, "expl"), grammar.EXPLETIVE_SUBJECT)
    if found is None or is_impersonal_passive(verb, found):
        return None
    described = any(child.pos_ == "ADJ" or _is_attribute(child) for child in children(verb, "xcomp"))
    return found if described or not is_reflexive(verb) else None  # "il se dit prêt"


def _name_before(verb: Word) -> Word | None:
    """The nearest name before a verb with no other verb between, for a verb without a parsed subject."""
    for token in reversed(list(verb.parse[verb.sent.start : verb.i])):
        if token.ent_type_ in ("PER", "ORG"):
            return _entity_start(token)
        if token.pos_ == "VERB" or token.text in BREAKS:
            return None
    return None


def _entity_start(token: Word) -> Word:
    while token.ent_iob_ == "I" and token.i > 0:
        token = token.parse[token.i - 1]
    return token


def content_range(token: Word) -> tuple[int, int]:
    """Start and end of a reported clause, up to a "mais" that returns to the author's voice."""
    start, end = subtree(token)
    for child in children(token, "conj"):
        opened = first(child, "cc")
        own = first(child, "nsubj") is not None and not markers(child)
        contrasts = opened is not None and grammar.ADVERSATIVE in opened.classes
        if own and contrasts and finite_form(child) is not None:
            end = min(end, child.left_edge.i)
    return start, end
