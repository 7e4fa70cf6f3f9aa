"""Augment treebank sentences with verbs that are homographs of nouns or adjectives, and vice versa.

    Le dollar baissait hier. → Le dollar chute hier.      Elle a vendu l'usine. → Elle ferme l'usine.
    La maison de Mozart → La commande de Mozart

Treebanks contain "chute" as a noun only, so a tagger trained on them misses the verb, and with it the
clause. Here a finite verb (or an auxiliary and its participle) is replaced by a present-tense form with
the same number and the same subcategorization frame; elisions are adjusted and the tree is kept. Nouns,
adjectives and participles are replaced by homographs at the same time, so that the model must rely on the
context and not on the form.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conllu import Sentence, Token, join_features
from homographs import Homographs, elides

# Replacement rates. MODAL: verbs with a bare infinitive (pouvoir, devoir), which few others can replace.
VERB, MODAL, NOUN, ADJECTIVE, PARTICIPLE = 0.7, 0.3, 0.25, 0.25, 0.4
ACCUSATIVES = frozenset({"le", "la", "les", "l'", "l’"})
ARTICLES = frozenset({"le", "la", "l'", "l’", "un", "une", "ce", "cet", "cette", "son", "sa", "du", "au"})
# Words that are elided before a vowel: full form → elided form without its apostrophe.
ELIDED = {"ne": "n", "le": "l", "la": "l", "que": "qu", "se": "s", "me": "m", "te": "t"}
COMPLEMENTS = {"à": "a", "de": "d", "sur": "s"}
INFINITIVES = {"à": "A", "de": "D", "": "I"}
TENSES = frozenset({"Pres", "Imp", "Past", "Fut"})


@dataclass(frozen=True, slots=True)
class Place:
    """A replaceable verb. finite: the index of its auxiliary, or its own; frame: see ``verb_frames.tsv``."""

    verb: int
    finite: int
    plural: bool
    frame: str


def swap_sentences(
    sentences: Sequence[Sentence], homographs: Homographs, copies: int, seed: int = 5
) -> Iterator[Sentence]:
    """Yield `copies` versions of each sentence with a replaceable verb, one version of a question."""
    rng = random.Random(seed)
    for sentence in sentences:
        places = find_places(sentence.tokens)
        question = sentence.tokens[-1].text == "?"
        for copy in range((1 if question else copies) if places else 0):
            tokens = swap(sentence.tokens, places, homographs, rng)
            if tokens != sentence.tokens:
                yield Sentence(f"swap-{copy}-{sentence.id}", tokens)


def find_places(tokens: Sequence[Token]) -> list[Place]:
    """Find the replaceable verbs of a sentence."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    found = (_place(tokens, index, children[index], children) for index in range(1, len(tokens)))
    return [place for place in found if place]


def _place(
    tokens: Sequence[Token], verb: int, below: list[int], children: dict[int, list[int]]
) -> Place | None:
    token = tokens[verb]
    if (
        token.pos != "VERB"
        or token.lemma == "être"
        or not token.text.islower()
        or not _plain(tokens, verb, below)
    ):
        return None
    finite = _finite(tokens, verb, below)
    if finite is None or not _has_subject(tokens, verb, below):
        return None
    # reporting clause: the subject follows the verb, and punctuation precedes it
    inverted = any(tokens[index].dep == "nsubj" and index > verb for index in below)
    speech = token.dep.startswith("parataxis") or (inverted and tokens[finite - 1].pos == "PUNCT")
    frame = find_frame(tokens, below, children, speech=speech)
    plural = tokens[finite].features.get("Number") == "Plur"
    return Place(verb, finite, plural, frame) if frame else None


def _plain(tokens: Sequence[Token], verb: int, below: list[int]) -> bool:
    """Tell whether a verb is not passive or reflexive and has no clitic other than le, la, les."""
    for index in below:
        token = tokens[index]
        if token.dep.startswith(("expl", "iobj", "aux:pass", "aux:caus", "cop", "fixed", "nsubj:pass")):
            return False
        accusative = token.dep == "obj" and token.text.lower() in ACCUSATIVES
        clitic = token.pos == "PRON" and index < verb and "Prs" in token.morph
        if clitic and not accusative and not token.dep.startswith("nsubj"):
            return False
    return not any(token.dep == "aux:caus" for token in tokens)


def _finite(tokens: Sequence[Token], verb: int, below: list[int]) -> int | None:
    """Return the index of the finite form if it is a third-person indicative, else None."""
    auxiliaries = [index for index in below if tokens[index].dep == "aux:tense"]
    if len(auxiliaries) > 1:
        return None
    finite = auxiliaries[0] if auxiliaries else verb
    features = tokens[finite].features
    wanted = {"Mood": "Ind", "Person": "3", "VerbForm": "Fin"}
    if any(features.get(name) != value for name, value in wanted.items()) or "Number" not in features:
        return None
    if finite == verb:
        return verb if features.get("Tense") in TENSES else None
    between = tokens[finite + 1 : verb]
    adverbs = all(token.pos == "ADV" and token.head == verb for token in between)
    return finite if adverbs and finite < verb and tokens[finite].text.islower() and finite > 0 else None


def _has_subject(tokens: Sequence[Token], verb: int, below: list[int]) -> bool:
    """Tell whether a verb has a non-expletive subject, or shares that of a coordinated verb."""
    if any(tokens[index].dep == "nsubj" for index in below):
        return True
    head = tokens[tokens[verb].head]
    return tokens[verb].dep == "conj" and head.pos == "VERB" and "VerbForm=Fin" in head.morph


def find_frame(
    tokens: Sequence[Token], below: list[int], children: dict[int, list[int]], *, speech: bool
) -> str:
    """Return the frame letter of a verb, empty if there is none for it. speech: it is a reporting verb."""
    deps = {tokens[index].dep for index in below}
    for index in below:
        token = tokens[index]
        introduced = next((tokens[k] for k in children[index] if tokens[k].dep in ("mark", "case")), None)
        first = introduced.lemma.split()[0] if introduced else ""
        if token.dep == "ccomp":
            return "q" if first == "que" and "obj" not in deps else ""
        if token.dep == "obj" and token.pos == "NOUN" and not children[index]:
            return ""  # avoir lieu, prendre part
        if token.dep in ("xcomp", "csubj"):
            return INFINITIVES.get(first, "") if token.pos == "VERB" and "obj" not in deps else ""
        if token.dep == "obl:arg" and "obj" not in deps and first in COMPLEMENTS:
            return COMPLEMENTS[first]
    if speech:
        return "" if "obj" in deps else "q"
    return "t" if "obj" in deps else "i"


def swap(
    tokens: Sequence[Token], places: list[Place], homographs: Homographs, rng: random.Random
) -> tuple[Token, ...]:
    """Return a sentence with some of its verbs replaced, and some nouns, adjectives and participles."""
    words = list(tokens)
    chosen = [place for place in places if rng.random() < (MODAL if place.frame == "I" else VERB)]
    if not chosen:
        return tuple(tokens)
    dropped: set[int] = set()
    for place in chosen:
        drawn = homographs.draw(rng, "verb", place.frame)
        if drawn:
            _write_verb(words, place, drawn.plural if place.plural else drawn.form, drawn.lemma)
            if place.finite != place.verb:
                dropped.add(place.verb)
    introduced = {word.head for word in words if word.dep == "case"}
    for index in range(1, len(words)):
        if index in introduced or not words[index].dep.startswith("obl"):  # le lendemain, cette année
            _swap_noun(words, index, homographs, rng)
        _swap_adjective(words, index, homographs, rng)
        _swap_participle(words, index, homographs, rng)
    return _without(words, dropped)


def _write_verb(words: list[Token], place: Place, form: str, lemma: str) -> None:
    """Replace the finite form by a present-tense form that takes over the arcs of the participle, if any."""
    number = "Plur" if place.plural else "Sing"
    morph = f"Mood=Ind|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
    old, at = words[place.verb], place.finite
    space = words[at].space
    if place.finite == place.verb - 1 or place.finite == place.verb:
        space = old.space
    head = at if old.head == place.verb else old.head
    words[at] = replace(old, text=form, lemma=lemma, morph=morph, space=space, head=head)
    for index, word in enumerate(words):
        if word.head == place.verb and index != at and at != place.verb:
            words[index] = replace(word, head=at)
    words[at - 1] = elide(words[at - 1], form)
    after = words[at + 1] if at + 1 < len(words) else None
    if after and after.text.startswith("-") and after.pos == "PRON":
        bare = after.text.removeprefix("-t").lstrip("-")
        joint = "-" if form.endswith(("t", "d")) or bare not in ("il", "elle", "on") else "-t-"
        words[at + 1] = replace(after, text=joint + bare)


def elide(token: Token, following: str) -> Token:
    """Return ne, le, que ... as spelled before a word: n'accuse, ne chute; l'accuse → le chute."""
    stem = token.text.rstrip("'’").lower()
    whole = {short: long for long, short in ELIDED.items() if long != "la"}
    if token.pos not in ("ADV", "PRON", "SCONJ"):
        return token
    if token.text.endswith(("'", "’")) and stem in whole and not elides(following):
        changed = replace(token, text=_cased(whole[stem], token.text), space=True)
    elif stem in ELIDED and token.text.lower() == stem and elides(following):
        changed = replace(token, text=_cased(ELIDED[stem] + "'", token.text), space=False)
    else:
        return token
    if token.pos == "PRON" and stem in ("l", "le", "la"):
        features = changed.features
        features.pop("Gender", None)
        if stem == "l":
            features["Gender"] = "Masc"
        changed = replace(changed, morph=join_features(features))
    return changed


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


def _swap_noun(words: list[Token], index: int, homographs: Homographs, rng: random.Random) -> None:
    token, before = words[index], words[index - 1]
    features = token.features
    if token.pos != "NOUN" or not token.text.islower() or features.get("Number") != "Sing":
        return
    if before.text.lower() not in ARTICLES or before.head != index or rng.random() >= NOUN:
        return
    drawn = homographs.draw(rng, "noun", features.get("Gender", ""), str(elides(token.text)))
    if drawn and token.dep != "fixed" and not token.text.startswith("h"):
        words[index] = replace(token, text=drawn.form, lemma=drawn.form)


def _swap_adjective(words: list[Token], index: int, homographs: Homographs, rng: random.Random) -> None:
    token, before = words[index], words[index - 1]
    features = token.features
    if token.pos != "ADJ" or token.dep != "amod" or token.head != index - 1 or before.pos != "NOUN":
        return
    gender, number = before.features.get("Gender", ""), features.get("Number", "")
    drawn = homographs.draw(rng, "adjective", gender) if token.text.islower() and number else None
    if drawn and rng.random() < ADJECTIVE:
        both = "|" in drawn.adjective
        morph = f"Number={number}" if both else f"Gender={gender}|Number={number}"
        text = drawn.form + "s" * (number == "Plur")
        words[index] = replace(token, text=text, lemma=drawn.form, morph=morph)


def _swap_participle(words: list[Token], index: int, homographs: Homographs, rng: random.Random) -> None:
    """Replace a postnominal participle by a homograph of a present: un accord signé → un accord réduit."""
    token = words[index]
    wanted = {"Gender": "Masc", "Number": "Sing", "VerbForm": "Part", "Tense": "Past"}
    if token.dep != "acl" or not wanted.items() <= token.features.items() or not token.text.islower():
        return
    drawn = homographs.draw(rng, "verb", "P")
    if drawn and rng.random() < PARTICIPLE and words[index - 1].pos == "NOUN":
        words[index] = replace(token, text=drawn.form, lemma=drawn.lemma)


def _without(words: list[Token], dropped: set[int]) -> tuple[Token, ...]:
    """Return the words without those dropped, with the heads renumbered."""
    kept = [index for index in range(len(words)) if index not in dropped]
    new = {index: number for number, index in enumerate(kept)}
    return tuple(replace(words[index], head=new[words[index].head]) for index in kept)
