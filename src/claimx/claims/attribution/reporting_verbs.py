"""Reporting verbs with a que-clause, an infinitive or a noun phrase.

"Le groupe a indiqué que ...", "OpenAI dit avoir levé ...", "Apple annonce le rachat ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.claims.attribution.speakers import can_speak, is_author, speakers
from claimx.claims.attribution.types import Attribution, Speaker, level_of
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.complements import has_recipient
from claimx.claims.operators.lookup import nominal_operator, verb_operator
from claimx.claims.operators.table import Operator, classes
from claimx.model import Level
from claimx.syntax.clauses import Clauses, governor_subject, subject
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    helpers,
    is_demonstrative,
    is_passive,
    is_reflexive,
    markers,
)
from claimx.syntax.noun_phrases import subtree
from claimx.syntax.parse import Parse
from claimx.syntax.verbs import finite_form, group_span, negation
from claimx.syntax.words import Word

REPORTING = frozenset({"VERB", "AUX", "ADJ", "NOUN"})


def find_reports(parse: Parse, analysis: Analysis) -> Iterator[Attribution]:
    """The attributions made by the verbs of a parsed text."""
    clauses, complements = analysis.clauses, analysis.complements
    for verb in parse:
        if verb.pos_ not in REPORTING:
            continue
        contents = complements.contents(verb)
        if verb.pos_ == "ADJ":
            if contents:
                yield from _belief(verb, [content.top for content in contents], clauses)
        elif verb.pos_ == "NOUN":
            if contents:
                yield from _announced(verb, [content.top for content in contents])
        elif contents:
            infinitive = contents[0].kind == "infinitive"
            frame = "inf" if infinitive else "si" if markers(contents[0].top).startswith("si") else "que"
            tops = [content.top for content in contents]
            yield from _report(verb, frame, tops, clauses)
            if is_passive(verb) and verb_operator(verb, frame) is None:
                yield from _belief(verb, tops, clauses)
        elif _stands_alone(verb, clauses):
            held = first(verb, "obj")
            about = complements.contents(held) if held is not None else []
            tops = [content.top for content in about]
            yield from _report(verb, "self" if is_reflexive(verb) else "np", tops, clauses)
        elif _requests(verb, clauses):
            chain = clauses.of(verb)
            yield from _report(verb, "inf", [chain.head] if chain is not None else [], clauses)


def _stands_alone(verb: Word, clauses: Clauses) -> bool:
    """Whether a verb heads its clause, alone or after verbs that say it was done ("vient d'annoncer")."""
    clause = clauses.of(verb)
    if clause is None or verb != clause.head:
        return False
    outer = [verb_operator(link, "inf") for link in clause.links[:-1]]
    return all(item is not None and item.cls == "achievement" for item in outer)


def _requests(verb: Word, clauses: Clauses) -> bool:
    """A request with an infinitive is one claim with it, credited to who makes it ("demande à voter")."""
    clause = clauses.of(verb)
    operator = verb_operator(verb, "inf")
    chained = clause is not None and verb in clause.links[:-1]
    return chained and operator is not None and operator.cls == "request" and not has_recipient(verb)


def _announced(noun: Word, contents: list[Word]) -> Iterator[Attribution]:
    """A noun that reports, and whose words they are: "la déclaration du ministre selon laquelle P"."""
    operator = nominal_operator(noun)
    if operator is None or operator.cls not in ("report", "belief"):
        return
    owner = next((child for child in children(noun, "nmod") if can_speak(child)), None)
    found = speakers(owner) if owner is not None else []
    if found:
        yield Attribution(
            rule="report-noun",
            cls=operator.cls,
            cue=(noun.i, noun.i + 1),
            anchor=noun.i,
            level=operator.level or level_of(found),
            speakers=found,
            scopes=[content_range(content) for content in contents],
            by_tree=True,
        )


def _belief(adjective: Word, contents: list[Word], clauses: Clauses) -> Iterator[Attribution]:
    """A belief stated by an adjective: "Napoléon était convaincu que P"."""
    operator = nominal_operator(adjective)
    if operator is None or operator.cls != "belief" or negation(adjective) is not None:
        return
    clause = clauses.of(adjective)
    who = subject(clause) if clause is not None else None
    found = speakers(who) if who is not None else []
    if found or (who is not None and is_author(who)):
        yield Attribution(
            rule="report-que",
            cls="belief",
            cue=(adjective.i, adjective.i + 1),
            anchor=adjective.i,
            level=level_of(found),
            speakers=found,
            scopes=[content_range(content) for content in contents],
            by_tree=True,
        )


def _report(verb: Word, frame: str, contents: list[Word], clauses: Clauses) -> Iterator[Attribution]:
    operator = verb_operator(verb, frame)
    if frame == "np" and operator is None and _has_attribute(verb):
        belief = verb_operator(verb, "que")
        operator = belief if belief is not None and belief.cls == "belief" else None
    if operator is not None and operator.cls == "belief" and _is_distanced(verb):
        operator = classes()["distance"]
    if frame == "np" and is_passive(verb):
        operator = verb_operator(verb, "passive") or operator
    if operator is None or not operator.source:
        return
    if frame == "que" and is_passive(verb) and nominal_operator(verb) is not None:
        return  # "il est recommandé que": nobody in particular says so
    if frame == "np" and not _has_matter(verb, operator):
        return
    negated = negation(verb) is not None
    if negated and operator.cls not in ("belief", "dismissal", "doubt", "estimate"):
        return
    found, author = speakers_of(verb, clauses)
    if (
        not contents
        and not is_passive(verb)
        and not any(can_speak(verb.parse.span(speaker.start, speaker.end).root) for speaker in found)
    ):
        return
    level = _level(operator, found, verb)
    if negated:
        level = operator.negated_level or level_of(found)
    yield Attribution(
        rule="report-np" if frame == "self" else f"report-{frame}",
        cls=operator.cls,
        cue=group_span(verb),
        anchor=verb.i,
        level=Level.CERTAIN if author and operator.cls == "report" else level,
        polarity=operator.negated_polarity if negated else operator.polarity,
        speakers=found,
        scopes=[content_range(content) for content in contents] or [(verb.i, verb.i + 1)],
        by_tree=True,
    )


def _has_matter(verb: Word, operator: Operator) -> bool:
    """Whether a verb without a clause has what it reports: an object, or the subject of a passive."""
    if is_passive(verb):
        return operator.cls in ("accusation", "estimate", "denial")
    held = first(verb, "obj")
    if verb.lemma_ == "accuser" and held is not None and not can_speak(held) and not _is_definite(held):
        return False  # "accuse une baisse de 3 %", "accuse réception"
    return (
        operator.cls == "denial"
        or held is not None
        or (verb.lemma_ in ("douter", "parler", "tabler") and first(verb, "obl") is not None)
    )


def _is_distanced(verb: Word) -> bool:
    """A belief that the author does not share: "croient toujours que"."""
    return verb.lemma_ == "croire" and any(child.lower_ in ("encore", "toujours") for child in verb.children)


def _has_attribute(verb: Word) -> bool:
    """Whether a verb says what its object is: "juge le prix excessif", "juge l'offre « irréaliste »"."""
    held = first(verb, "obj")
    if held is None or held.i < verb.i:
        return False
    if first(verb, "xcomp") is not None:
        return True
    end = held.i + 1
    if end + 1 < len(verb.parse) and verb.parse[end].is_quote:
        return True
    return _is_definite(held) and any(child.i == end for child in children(held, "amod"))


def _is_definite(noun: Word) -> bool:
    return any(feature(child, "Definite") == "Def" or is_demonstrative(child) for child in noun.children)


def _level(operator: Operator, found: list[Speaker], verb: Word) -> Level:
    if operator.cls == "accusation" and is_passive(verb):
        return Level.POSSIBLE
    return operator.level or level_of(found)


def speakers_of(verb: Word, clauses: Clauses) -> tuple[list[Speaker], bool]:
    """The speakers of a verb, and whether the author speaks of himself."""
    if is_passive(verb) or (
        feature(verb, "VerbForm") == "Part"
        and not helpers(verb)
        and verb.base == "acl"
        and feature(verb, "Tense") == "Past"
    ):
        agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
        return (speakers(agent) if agent is not None else []), False
    clause = clauses.of(verb)
    in_group = clause is not None and verb in clause.links
    head = subject(clause) if clause is not None and in_group else governor_subject(verb)
    if head is not None and is_demonstrative(head):
        return [], False
    if head is None or not any(char.isalnum() for char in head.text):
        name = _name_before(verb) if in_group else None
        return (speakers(name) if name is not None else []), False
    if (not in_group or (clause is not None and verb != clause.links[0])) and not can_speak(head):
        return [], False
    return speakers(head), is_author(head)


def _name_before(verb: Word) -> Word | None:
    """The name that stands before a verb with no other verb between, where the parse gives no subject."""
    for token in reversed(list(verb.parse[verb.sent.start : verb.i])):
        if token.ent_type_ in ("PER", "ORG"):
            return _entity_start(token)
        if token.pos_ == "VERB" or token.text in ".;:«":
            return None
    return None


def _entity_start(token: Word) -> Word:
    while token.ent_iob_ == "I" and token.i > 0:
        token = token.parse[token.i - 1]
    return token


def content_range(token: Word) -> tuple[int, int]:
    """Word indices of a reported clause, up to a "mais" that takes the author's voice up again."""
    start, end = subtree(token)
    for child in children(token, "conj"):
        opened = first(child, "cc")
        own = first(child, "nsubj") is not None and not markers(child)
        if own and finite_form(child) is not None and opened is not None and opened.lower_ == "mais":
            end = min(end, child.left_edge.i)
    return start, end
