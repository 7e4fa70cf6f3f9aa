"""Words around a clause that a parser attached inside it.

"L'hypothèse est que les ventes reculent": if "est" is parsed as the copula of "reculent", the clause after
"que" gets two subjects. "Quant à Zorbex, qui pourrait fermer, la mairie attend": if "quant" is parsed as the
conjunction of the relative clause, the topic of the sentence is lost. "Les clients qui ont payé gardent leur
place": if "gardent" is parsed as the infinitive of "payé", the sentence has no verb. "Il craint de perdre et
redoute la suite": a finite verb is not coordinated with an infinitive.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.syntax.subordination import interrogatives
from claimx.syntax.tree import MAX_TREE_DEPTH, attach, edge, take_place
from claimx.syntax.words import Word

# Conjunctions that are no arguments, whatever the label: "que", "si".
CONJUNCTIONS = frozenset({grammar.COMPLEMENTIZER, grammar.INTERROGATIVE_COMPLEMENTIZER})
# What makes a coordinated verb a clause of its own.
OWN = frozenset({"nsubj", "csubj", "mark", "aux", "cop"})


def free_frames(words: Iterable[Word]) -> None:
    """Give a copula before "que" its clause as a complement, and the topic of a sentence to its main verb."""
    for word in words:
        if word.base == "cop" and word.features.get("VerbForm") == "Fin":
            _open_copula(word)
        elif word.base == "xcomp" and _is_bare_object(word):
            word.dep_ = word.base = "obj"  # "faisait état mardi d'un accord"
        elif word.base in ("obj", "xcomp") and _is_predicate(word):
            _free_finite(word)
        elif word.base == "conj" and word.features.get("VerbForm") == "Fin":
            _leave_infinitive(word)
        elif word.base == "obj" and word.pos_ == "SCONJ" and word.classes & CONJUNCTIONS:
            word.dep_ = word.base = "mark"
        elif grammar.TOPIC_MARKER in word.classes:
            _attach_topic(word)
        elif grammar.EXCEPTIVE_NEGATOR in word.classes and word.base == "advmod":
            _free_object(word)


def _free_object(plus: Word) -> None:
    """Give a verb the object that a restriction took for a comparison: "n'aurait plus que 40 millions"."""
    denied = any(grammar.NEGATION_PARTICLE in child.classes for child in plus.head.children)
    if not denied or any(word.is_punct for word in plus.parse[plus.head.i : plus.i]):
        return  # "n'est pas concerné, pas plus que son voisin"
    for noun in plus.children:
        opening = [child for child in noun.children if child.base in ("case", "advmod", "mark")][:2]
        excepts = [grammar.EXCEPTIVE in child.classes for child in opening] == [True]
        if excepts and opening[0].i == plus.i + 1 and noun.base in ("obl", "nmod") and noun.pos_ == "NOUN":
            attach(noun, plus.head, "obj")
            attach(opening[0], plus.head, "advmod")
            return


def _open_copula(copula: Word) -> None:
    verb = copula.head
    que = next((child for child in verb.children if _introduces(child, copula)), None)
    if que is None or not que.i < verb.i or not _is_finite(verb):
        return
    outer = [child for child in verb.children if child.i < que.i and child is not copula]
    if any(child.base in ("nsubj", "csubj", "expl") for child in outer):
        take_place(copula, verb, "ccomp", outer)


def _introduces(child: Word, copula: Word) -> bool:
    is_que = grammar.COMPLEMENTIZER in child.classes and child.base == "mark"
    return is_que and child.i > copula.i


def _is_bare_object(word: Word) -> bool:
    """Whether a noun right after a light verb is its object, whatever the label: "fait état"."""
    verb = word.head
    light = grammar.CAUSATIVE in verb.lemma_classes and word.i == verb.i + 1
    passive = any(child.base == "aux" and grammar.COPULA in child.lemma_classes for child in verb.children)
    return light and not passive and word.pos_ == "NOUN"


def _is_predicate(word: Word) -> bool:
    """Whether a word heads a finite clause, by itself or by a helper: "est tenace", "a choqué"."""
    helpers = (child for child in word.children if child.base in ("aux", "cop") and child.i < word.i)
    return any(member.features.get("VerbForm") == "Fin" for member in (word, *helpers))


def _is_finite(verb: Word) -> bool:
    """Whether a predicate is finite by itself or by an auxiliary after its conjunction."""
    group = [verb, *(child for child in verb.children if child.base in ("aux", "cop"))]
    return sum(word.features.get("VerbForm") == "Fin" for word in group) > 1


def _free_finite(verb: Word) -> None:
    """Make a finite verb parsed as an argument the verb of the noun before a clause, or a clause.

    Its own subject is then the object of that clause: "L'idée qu'ils attaquent l'homme est fausse".
    """
    inner = clause = verb.head
    for _ in range(MAX_TREE_DEPTH):
        if clause.base != "xcomp":
            break
        clause = clause.head
    noun = clause.head
    opened = clause.dep_ == "acl:relcl" or any(child.base == "mark" for child in clause.children)
    if clause.base == "acl" and opened and noun.head is noun and noun.i < clause.i < verb.i:
        after = [child for child in noun.children if child.i > verb.i or child.is_punct]
        take_place(verb, noun, "nsubj", after)
        for child in verb.children:
            if child.base == "nsubj" and inner.i < child.i < verb.i:
                attach(child, inner, "obj")
    elif verb.base == "xcomp" and _has_subject(verb):
        verb.dep_ = verb.base = "parataxis"  # "Plus P, plus Q": an infinitive has no subject


def _has_subject(verb: Word) -> bool:
    """Whether a clause has a subject and no relative or interrogative: "n'a pas précisé quels objets P"."""
    own = any(child.base == "nsubj" and child.features.get("PronType") != "Rel" for child in verb.children)
    return own and edge(verb, 0).normal not in interrogatives()


def _leave_infinitive(verb: Word) -> None:
    """Coordinate a finite verb without a subject with the finite verb above the infinitive before it."""
    above = verb.head
    if above.features.get("VerbForm") != "Inf" or any(child.base in OWN for child in verb.children):
        return
    for _ in range(MAX_TREE_DEPTH):
        if above.head is above or above.features.get("VerbForm") == "Fin":
            break
        above = above.head
    if above.features.get("VerbForm") == "Fin" and above is not verb.head:
        attach(verb, above, "conj")


def _attach_topic(marker: Word) -> None:
    """Give the topic of a sentence to its main verb: "Quant à Zorbex, qui ferme, la mairie attend"."""
    sentence = marker.sent
    if marker.i > sentence.start + 1:
        return
    main = next((word for word in sentence if word.head is word), None)
    topic = marker.head if marker.base == "case" else marker
    if main is not None and main is not topic.head and main.i > marker.i:
        attach(marker, main, "advmod")
