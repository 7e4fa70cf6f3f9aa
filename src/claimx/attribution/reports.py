"""Reporting verbs: with a que-clause, an infinitive, a noun phrase, or inserted in what they report.

"Le groupe a indiqué que ...", "OpenAI dit avoir levé ...", "Apple annonce le rachat ...",
"..., a indiqué le groupe, ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.attribution.model import Attribution, Speaker, level_of
from claimx.attribution.speakers import is_author, noun_classes, speakers
from claimx.factuality.government import Government
from claimx.factuality.operators import SPEECH, Operator, classes, verb_operator
from claimx.model import Level, SourceKind
from claimx.syntax.clauses import Clause, Clauses, governor_subject, subject
from claimx.syntax.labels import base, children, feature, first, helpers, is_passive, markers, normal
from claimx.syntax.verbs import finite_form, negation

BEFORE_INSERTION = frozenset(",»”\"–—-’'!?…")


def find_reports(doc: Doc, clauses: Clauses) -> Iterator[Attribution]:
    """The attributions made by the verbs of a parsed text."""
    government = Government(clauses)
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.is_space:
            continue
        contents = government.contents(verb)
        if contents:
            infinitive = contents[0].kind == "infinitive"
            frame = "inf" if infinitive else "si" if markers(contents[0].top).startswith("si") else "que"
            yield from _report(verb, frame, [content.top for content in contents], clauses)
        elif _stands_alone(verb, clauses):
            yield from _report(verb, "self" if _is_reflexive(verb) else "np", [], clauses)
        inserted = insertion(verb, clauses)
        if inserted is not None:
            yield inserted


def _stands_alone(verb: Token, clauses: Clauses) -> bool:
    """Whether a verb heads its clause, alone or after verbs that say it was done ("vient d'annoncer")."""
    clause = clauses.of(verb)
    if clause is None or verb != clause.head:
        return False
    outer = [verb_operator(link, "inf") for link in clause.links[:-1]]
    return all(item is not None and item.cls == "achievement" for item in outer)


def _is_reflexive(verb: Token) -> bool:
    return any(normal(child) in ("se", "s'") for child in verb.children)


def _report(verb: Token, frame: str, contents: list[Token], clauses: Clauses) -> Iterator[Attribution]:
    operator = verb_operator(verb, frame)
    if operator is None or not operator.source:
        return
    if frame == "np" and not _has_matter(verb, operator):
        return
    negated = negation(verb) is not None
    if negated and operator.cls not in ("belief", "dismissal", "estimate"):
        return
    found, author = _who(verb, clauses)
    if not contents and not is_passive(verb) and not any(_can_speak(doc_token(verb, speaker)) for speaker in found):
        return
    yield Attribution(
        rule="report-np" if frame == "self" else f"report-{frame}",
        cls=operator.cls,
        cue=verb_span(verb),
        anchor=verb.i,
        level=Level.CERTAIN if author and operator.cls == "report" else _level(operator, found, verb),
        polarity=operator.negated_polarity if negated else operator.polarity,
        speakers=found,
        scopes=[content_range(content) for content in contents] or [(verb.i, verb.i + 1)],
        by_tree=True,
    )


def _has_matter(verb: Token, operator: Operator) -> bool:
    """Whether a verb without a clause has what it reports: an object, or the subject of a passive."""
    if is_passive(verb):
        return operator.cls in ("accusation", "estimate", "denial")
    return operator.cls == "denial" or first(verb, "obj") is not None or (verb.lemma_ == "parler" and first(verb, "obl") is not None)


def doc_token(verb: Token, speaker: Speaker) -> Token:
    """The head of a speaker's phrase."""
    return verb.doc[speaker.start : speaker.end].root


def _can_speak(head: Token) -> bool:
    """Whether a noun phrase is somebody, or something that speaks: a name, a pronoun, a known noun."""
    if head.ent_type_ or head.pos_ in ("PRON", "PROPN"):
        return True
    return noun_classes().get(head.lemma_, "norm") != "norm"


def _level(operator: Operator, found: list[Speaker], verb: Token) -> Level:
    if operator.cls == "accusation" and is_passive(verb):
        return Level.POSSIBLE
    return operator.level or level_of(found)


def _who(verb: Token, clauses: Clauses) -> tuple[list[Speaker], bool]:
    """The speakers of a verb, and whether the author speaks of himself."""
    if is_passive(verb) or (feature(verb, "VerbForm") == "Part" and not helpers(verb) and base(verb) == "acl" and feature(verb, "Tense") == "Past"):
        agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
        return (speakers(agent) if agent is not None else []), False
    clause = clauses.of(verb)
    head = subject(clause) if clause is not None and verb in clause.links else governor_subject(verb)
    if head is None:
        return [], False
    if head.pos_ == "PRON" and head.lower_.strip("'’-") in ("ce", "cela", "ça", "ceci", "c"):
        return [], False
    return speakers(head), is_author(head)


def insertion(verb: Token, clauses: Clauses) -> Attribution | None:
    """The attribution of a reporting clause inserted in, or put after, what it reports; or None.

    Such a clause has its subject after the verb, comes after a comma or a quotation mark, and
    has no clause or object of its own. Any verb with that shape after a closing quotation mark
    reports ("« ... », sourit-elle").
    """
    clause = clauses.of(verb)
    form = finite_form(verb)
    if clause is None or clause.head != verb or form is None:
        return None
    start = min([form.i, clause.top.i, *(child.i for child in form.children if child.i < form.i and base(child) == "expl")])
    begin = min([start, *(h.i for h in helpers(verb)), *(c.i for c in verb.children if c.pos_ == "PRON" and c.i < verb.i and base(c) in ("expl", "iobj", "obj"))])
    who = next((child for child in verb.children if base(child) == "nsubj" and child.i > form.i), None)
    doc = verb.doc
    previous = begin - 1
    while previous > 0 and doc[previous].is_space:
        previous -= 1
    as_clause = previous >= 0 and doc[previous].lower_ in ("comme", "ainsi") and first(verb, "ccomp") is None
    if who is None and as_clause:
        who = next(children(verb, "nsubj"), None)
    if who is None or previous < 0:
        return None
    if not as_clause and doc[previous].text[-1] not in BEFORE_INSERTION:
        return None
    if first(verb, "obj") is not None and not as_clause and not _is_content(first(verb, "obj"), verb):
        return None
    operator = verb_operator(verb, "que")
    after_quote = doc[previous].text in "»”\"" or (previous > 0 and doc[previous - 1].text in "»”\"")
    if operator is None or operator.cls not in SPEECH:
        if not after_quote or base(verb) not in ("parataxis", "root") or as_clause:
            return None
        operator = classes()["report"]
    return _inserted(verb, who, begin, operator, clause)


def _is_content(token: Token | None, verb: Token) -> bool:
    return token is not None and token.i < verb.i


def _inserted(verb: Token, who: Token, begin: int, operator: Operator, clause: Clause) -> Attribution:
    doc, sentence = verb.doc, verb.sent
    found = speakers(who)
    apart = {token.i for token in who.subtree} | {token.i for token in clause.links} | {verb.i, begin}
    apart |= {token.i for child in verb.children if child.i > verb.i and base(child) in ("obl", "advmod", "iobj", "advcl", "obj") for token in child.subtree}
    apart |= {helper.i for helper in helpers(verb)}
    low, high = min(i for i in apart if i >= begin), max(apart)
    scopes = [(sentence.start, low), (high + 1, sentence.end)]
    return Attribution(
        rule="report-inserted",
        cls=operator.cls,
        cue=verb_span(verb),
        anchor=verb.i,
        level=operator.level or level_of(found),
        polarity=operator.polarity,
        speakers=found,
        scopes=[scope for scope in scopes if scope[0] < scope[1] and doc[scope[0] : scope[1]].text.strip()],
        apart=frozenset(range(low, high + 1)),
    )


def verb_span(verb: Token) -> tuple[int, int]:
    """Token indices of a verb with its auxiliaries."""
    indices = [verb.i, *(helper.i for helper in helpers(verb))]
    return min(indices), max(indices) + 1


def content_range(token: Token) -> tuple[int, int]:
    """Token indices of a reported clause, up to a "mais" that takes the author's voice up again."""
    start, end = subtree(token)
    for child in children(token, "conj"):
        opened = first(child, "cc")
        own = first(child, "nsubj") is not None and not markers(child)
        if own and finite_form(child) is not None and opened is not None and opened.lower_ == "mais":
            end = min(end, child.left_edge.i)
    return start, end


def subtree(token: Token) -> tuple[int, int]:
    """Token indices of a subtree, from its left to its right edge."""
    return token.left_edge.i, token.right_edge.i + 1


def is_anonymous(found: list[Speaker]) -> bool:
    """Whether nobody among some speakers is identified."""
    return bool(found) and all(speaker.kind is SourceKind.ANONYMOUS for speaker in found)
