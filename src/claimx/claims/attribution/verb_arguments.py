"""Arguments of reporting verbs: agents, far subjects of participles, attributes of what is talked about."""

from claimx.claims.attribution.speakers import can_speak
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.clause import governor_subject, own_subject
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    first_of_class,
    has_class,
    helpers,
    is_finite,
    is_reflexive,
    takes_etre,
)
from claimx.syntax.subordination import asks_which
from claimx.syntax.words import Word

MAX_TREE_DEPTH = 8
DESCRIBING = ("obl", "advcl", "xcomp", "nmod", "acl", "amod")
MAX_TOKENS_TO_ATTRIBUTE = 8


def agent_of(verb: Word) -> Word | None:
    """The agent of a passive, or None."""
    agents = (child for child in verb.children if child.dep_ == "obl:agent")
    return next(
        (child for child in agents if not has_class(child.children, grammar.DATIVE_PREPOSITION)), None
    )


def owner_of(noun: Word) -> Word | None:
    """Whose a noun of speech or belief is: "l'avis du préfet"; or None."""
    return next((child for child in children(noun, "nmod") if can_speak(child)), None)


def speaks(head: Word) -> bool:
    """Whether a subject can speak, itself or by an apposition: "le parrain du club, le loueur Oxane"."""
    return can_speak(head) or any(can_speak(child) for child in children(head, "appos"))


def is_hearsay(verb: Word, operators: Operators) -> bool:
    """Whether nobody in particular says so, by an impersonal reflexive verb: "il se dit que P".

    A verb of saying that is reflexive with "il" is impersonal, however it is parsed.
    """
    who = first_of_class(children(verb, "expl", "nsubj"), grammar.EXPLETIVE_SUBJECT)
    plain = operators.get(verb.lemma_, "VERB", "que")
    if who is None or plain is None or not is_reflexive(verb):
        return False
    return who.base == "expl" or plain is operators.unknown_report


def is_impersonal_passive(verb: Word, subject: Word) -> bool:
    """Whether "il" is nobody: "il était prédit que P"."""
    copular = any(grammar.COPULA in helper.lemma_classes for helper in helpers(verb))
    return (
        copular
        and grammar.EXPLETIVE_SUBJECT in subject.classes
        and verb.pos_ == "VERB"
        and not takes_etre(verb)
        and not is_reflexive(verb)
    )


def subject_of_participle(verb: Word) -> Word | None:
    """Who says what a present participle after a comma reports: the subject of the main clause; or None.

    Parsers hang it on the nearest noun: "La banque a rejeté l'offre d'Oxane, un fonds, jugeant que P".
    """
    edge = verb.left_edge
    before = verb.parse[edge.i - (edge.text != ",")] if edge.i else verb
    present = feature(verb, "VerbForm") == "Part" and feature(verb, "Tense") == "Pres"
    if not present or before.text != "," or verb.base != "acl":
        return None
    word = verb.head
    for _ in range(MAX_TREE_DEPTH):
        if is_finite(word) or any(is_finite(helper) for helper in helpers(word)):
            subject = own_subject(word) or governor_subject(word)
            return subject if subject is not None and subject.i < verb.i and can_speak(subject) else None
        if word.head is word:
            return None
        word = word.head
    return None


def inverted_subject(verb: Word) -> Word | None:
    """The clitic of the inserted clause that a gerund or a participle goes on: "dit-il, précisant que P"."""
    above = verb.head if verb.base in ("advcl", "acl", "conj", "ccomp") else verb
    clitics = (child for child in children(above, "expl", "nsubj") if child.text.startswith("-"))
    return next(clitics, None) if above is not verb and above.i < verb.i else None


def attribute_frame(verb: Word) -> str:
    """How a verb describes its object: ``as`` ("présente X comme", "qualifie X de"), ``in``, ``to``, ``np``.

    in: "voit dans X un succès". to: "attribue X à la pluie", unless it is given to somebody.
    """
    held = first(verb, "obj")
    holders = (word for word in (verb, held, agent_of(verb)) if word is not None)
    for child in [child for word in holders for child in children(word, *DESCRIBING)]:
        if child.i < verb.i or child.i - verb.i > MAX_TOKENS_TO_ATTRIBUTE + MAX_TREE_DEPTH:
            continue
        opening = [mark for mark in child.children if mark.base in ("case", "mark")]
        if has_class(opening, grammar.MANNER) or (
            (child.head is verb or child.pos_ == "ADJ") and has_class(opening, grammar.GENITIVE_PREPOSITION)
        ):
            return "as"
        if has_class(opening, grammar.DATIVE_PREPOSITION) and not can_speak(child):
            return "to"
        if has_class(opening, grammar.INNER_PREPOSITION) and held is not None:
            return "in"
    return "np"


def opens_question(content: Word) -> bool:
    """Whether a clause opens with an interrogative, alone or after a preposition: "à qui il vendra"."""
    opening = content.parse[content.left_edge.i : content.left_edge.i + 2]
    return asks_which(content) or any(
        grammar.RELATIVE in word.classes and grammar.COMPLEMENTIZER not in word.classes for word in opening
    )
