"""Augmentation: the same sentence as other people would have typed it.

Every function takes what the corpora give and a random generator, and returns a changed copy. What a
newspaper, a web site or a wire does: ’ or ', « » or “ ” or ", no accents on capitals, titles in capitals, no
full stop at the end of a title, all lower case, other names.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from conllu import Token
from swap_names import Names

_NO_ACCENT = str.maketrans("ÀÂÉÈÊËÎÏÔÙÛÜÇ", "AAEEEEIIOUUUC")
_QUOTES = (("«", "»"), ("“", "”"), ('"', '"'))
_VOWELS = "aeiouyhéèêâîôàAEIOUYHÉÈÊÂÎÔÀ"
_OF_BEFORE_VOWEL = re.compile(r"(?:^|(?<=[\s(«“\"]))([dD])['’]$")
_OF = re.compile(r"(?:^|(?<=[\s(«“\"]))([dD])e $")
_TIGHT = re.compile(r" (?=[»:;!?%€])|(?<=«) ")
Entity = tuple[int, int, str]
# How often a sentence loses its final point, a short one, as titles are, more often.
BARE, BARE_TITLE, LONGEST_TITLE = 0.1, 0.3, 12


def vary_tokens(tokens: Sequence[Token], rng: random.Random, *, curly: bool) -> list[Token]:
    """Return a sentence in another typography. `curly`: the whole paragraph has ’ for '."""
    words = [token.text for token in tokens]
    if curly:
        words = [word.replace("'", "’") for word in words]
    if rng.random() < 0.3:
        words = _other_quotes(words, rng)
    if rng.random() < 0.1:
        words = [word.translate(_NO_ACCENT) for word in words]
    chance = rng.random()
    if chance < 0.02:
        words = [word.upper() for word in words]
    elif chance < 0.05:
        words = [word.lower() for word in words]
    elif chance < 0.07:
        words = [
            word[:1].upper() + word[1:] if token.pos in ("NOUN", "ADJ", "VERB") else word
            for word, token in zip(words, tokens, strict=True)
        ]
    varied = [replace(token, text=word) for token, word in zip(tokens, words, strict=True)]
    last = varied[-1]
    final = len(varied) > 2 and last.text in ".!" and last.dep == "punct"
    bare = BARE_TITLE if len(varied) <= LONGEST_TITLE else BARE
    if final and rng.random() < bare and all(token.head < len(varied) - 1 for token in varied[:-1]):
        varied.pop()
    return varied


def _other_quotes(words: list[str], rng: random.Random) -> list[str]:
    opening, closing = rng.choice(_QUOTES)
    result, inside = [], False
    for word in words:
        if word in "«“" or (word == '"' and not inside):
            result.append(opening)
            inside = True
        elif word in ('"', "»", "”"):
            result.append(closing)
            inside = False
        else:
            result.append(word)
    return result


def vary_text(
    text: str, entities: Sequence[Entity], names: Names, rng: random.Random
) -> tuple[str, list[Entity]]:
    """Return a text with other names in it and another typography, and where its entities are now.

    names: where the names come from that take the place of others; de and d' follow.
    """
    text, spans = _swap_names(text, entities, names, rng)
    if rng.random() < 0.05:
        header = _header(rng)
        text, spans = (
            header + text,
            [(start + len(header), end + len(header), label) for start, end, label in spans],
        )
    chance = rng.random()
    if chance < 0.4:
        text = text.replace("'", "’")
    elif chance < 0.6:
        text = text.replace("’", "'")
    if rng.random() < 0.3:
        text = _TIGHT.sub("\u00a0", text)
    chance = rng.random()
    if chance < 0.02 and len(text.upper()) == len(text):
        text = text.upper()
    elif chance < 0.03 and len(text.lower()) == len(text):
        text = text.lower()
    return text, spans


def as_speech(tokens: Sequence[Token], rng: random.Random) -> list[Token]:
    """Return a sentence as direct speech with its speaker after it: « S », résume Anne Roux, chercheuse.

    The treebanks have next to none of these inverted clauses, of which the press is full. They are
    annotated as in Sequoia: the verb of speech is a ``parataxis:insert`` of what is said, the speaker its
    subject, the role an apposition. A sentence that is no plain statement comes back as it was.
    """
    roots = [place for place, token in enumerate(tokens) if token.dep == "ROOT"]
    last = tokens[-1]
    plain = len(tokens) <= LONGEST_SPEECH and last.text == "." and last.dep == "punct"
    plain = plain and not any(token.text in _SPEECH_MARKS for token in tokens)
    finite = len(roots) == 1 and "VerbForm=Fin" in tokens[roots[0]].morph
    if not plain or not finite or any(token.head == len(tokens) - 1 for token in tokens[:-1]):
        return list(tokens)
    root = roots[0] + 1
    opening, closing = rng.choice(_QUOTES)
    tight = opening != "«"
    said = [replace(last, text=opening, lemma=opening, space=not tight, head=root)]
    said += [replace(token, head=token.head + 1) for token in tokens[:-1]]
    said[-1] = replace(said[-1], space=not tight)
    said.append(replace(last, text=closing, lemma=closing, space=False, head=root))
    said.append(replace(last, text=",", lemma=",", space=True, head=len(said) + 1))
    verb = len(said)
    said += _speech_clause(verb, root, rng)
    said.append(replace(last, head=root))
    return said


LONGEST_SPEECH = 32
SPEECH = Path(__file__).parent / "speech.tsv"
_SPEECH_MARKS = frozenset('«»“”"‹›')


@cache
def _speech_words(kind: str) -> list[str]:
    rows = [line.split("\t") for line in SPEECH.read_text(encoding="utf-8").splitlines()[2:]]
    return [word for name, word in rows if name == kind]


def _speech_clause(verb: int, root: int, rng: random.Random) -> list[Token]:
    """The words after the comma: verb, speaker, sometimes a role. `verb`: the place of the first of them."""
    lemma = rng.choice(_speech_words("verb"))
    reflexive, stem = lemma.startswith("s'"), lemma.removeprefix("s'")
    clause: list[Token] = []
    place = verb
    if reflexive:
        features = "Person=3|PronType=Prs|Reflex=Yes"
        clause.append(_word("s'", "soi", "PRON", features, verb + 1, "expl:pv", space=False))
        place += 1
    finite = "Mood=Ind|Number=Sing|Person=3|Tense={}|VerbForm=Fin"
    if reflexive or rng.random() < 0.7:
        form, morph, head = present(stem), finite.format("Pres"), place
        clause.append(_word(form, stem, "VERB", morph, root, "parataxis:insert"))
    else:
        head = place + 1
        clause.append(_word("a", "avoir", "AUX", finite.format("Pres"), head, "aux:tense"))
        participle = stem[:-2] + "é"
        morph = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
        clause.append(_word(participle, stem, "VERB", morph, root, "parataxis:insert"))
    who = verb + len(clause)
    if rng.random() < 0.7:
        clause.append(_word(rng.choice(_speech_words("first")), "", "PROPN", "", head, "nsubj"))
        clause.append(_word(rng.choice(_speech_words("last")), "", "PROPN", "", who, "flat:name"))
    else:
        gender = rng.choice(("Masc", "Fem"))
        article = f"Definite=Def|Gender={gender}|Number=Sing|PronType=Art"
        clause.append(_word("le" if gender == "Masc" else "la", "le", "DET", article, who + 1, "det"))
        heads = ("groupe", "ministre", "maire") if gender == "Masc" else ("direction", "ministre", "police")
        role = rng.choice(heads)
        clause.append(_word(role, role, "NOUN", f"Gender={gender}|Number=Sing", head, "nsubj"))
        who += 1
    if rng.random() < 0.5:
        clause[-1] = replace(clause[-1], space=False)
        comma = verb + len(clause)
        clause.append(_word(",", ",", "PUNCT", "", comma + 1, "punct"))
        role = rng.choice(_speech_words("role"))
        clause.append(_word(role, role, "NOUN", "Number=Sing", who, "appos"))
    clause[-1] = replace(clause[-1], space=False)
    return clause


def present(lemma: str) -> str:
    """Return the third person singular of the present of a first-group verb: marteler → martèle."""
    return re.sub(r"[eé]([bcdgjlmnprstvz]|gn|ch|qu|br|cr|gl|gr|gu|tr|vr)$", r"è\1", lemma[:-2]) + "e"


def _word(text: str, lemma: str, pos: str, morph: str, head: int, dep: str, space: bool = True) -> Token:
    return Token(text=text, space=space, lemma=lemma or text, pos=pos, morph=morph, head=head, dep=dep)


def _header(rng: random.Random) -> str:
    """Return a line such as those that open an article in an archive: a date, a dash."""
    day = f"{rng.randint(1990, 2030)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return rng.choice(
        (f"date {day} ", f"{day} ", f"{day} : ", f"{day}\n", f"Publié le {day}\n\n", "\n", "  ")
    )


def _swap_names(
    text: str, entities: Sequence[Entity], names: Names, rng: random.Random
) -> tuple[str, list[Entity]]:
    result, spans, last = "", [], 0
    # A name is the same throughout a text, as in the press.
    drawn: dict[tuple[str, str], str | None] = {}
    for start, end, label in sorted(entities):
        if start < last:
            continue
        before, name = text[last:start], text[start:end]
        if (name, label) not in drawn:
            drawn[name, label] = names.draw(name, label, rng)
            if label == "PER" and " " in name:
                surname = drawn[name, label]
                drawn.setdefault((name.split()[-1], label), surname and surname.split()[-1])
        other = drawn[name, label]
        if other:
            name = other
            if (match := _OF_BEFORE_VOWEL.search(before)) and name[0] not in _VOWELS:
                before = before[: match.start()] + match[1] + "e "
            elif (match := _OF.search(before)) and name[0] in _VOWELS:
                before = before[: match.start()] + match[1] + "'"
        result += before
        spans.append((len(result), len(result) + len(name), label))
        result += name
        last = end
    return result + text[last:], spans
