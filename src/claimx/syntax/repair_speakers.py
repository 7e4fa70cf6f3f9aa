"""Repairs the subject of an inserted report that is far from its verb; see ``repair``.

"« L'eau manque », a alerté, dimanche, sur France Bleu, le maire": if "maire" is parsed as the object of
"manque", the report has no speaker. Nothing after a report depends on the words before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimx.syntax.quotes import OPENING, STRAIGHT, ends_quotation, previous_word
from claimx.syntax.tree import attach, is_within
from claimx.syntax.words import Word

ENDS = frozenset(".:;!?") | OPENING | STRAIGHT
NAMES = frozenset({"ORG", "PER"})
CLITICS = frozenset({"aux", "expl", "iobj", "obj"})


def give_speakers(words: Iterable[Word]) -> None:
    """Attach the speakers of inserted reports to their verbs, and the names of the speakers to them."""
    for verb in words:
        if verb.base == "parataxis" and verb.pos_ == "VERB" and _is_inserted(verb):
            _give_speaker(verb)


def _is_inserted(verb: Word) -> bool:
    """Whether a verb is right after the end of a quotation, or after a comma in an insertion."""
    group = [verb, *(child for child in verb.children if child.base in CLITICS and child.i < verb.i)]
    start = min(word.i for word in group)
    if not any(word.features.get("VerbForm") == "Fin" for word in group):
        return False
    before = previous_word(verb.parse, start)
    if before is None:
        return False
    return ends_quotation(before) or (before.text == "," and any(word.base == "aux" for word in group))


def _give_speaker(verb: Word) -> None:
    subjects = [child for child in verb.children if child.base == "nsubj"]
    if any(child.i < verb.i or child.text.startswith("-") for child in subjects):
        return
    speaker = subjects[0] if subjects else None
    for noun in list(_nouns_after(verb)):
        outside = noun.head.i < verb.i and not is_within(noun.head, verb)
        if speaker is None and (outside or _is_parted(noun)):
            attach(noun, verb, "nsubj")
            speaker = noun
        elif speaker is None and noun.ent_type_ == "PER":
            return  # the parse may be right in another way
        elif speaker is not None and outside and noun.ent_type_ == "PER":
            attach(noun, speaker, "appos")


def _nouns_after(verb: Word) -> Iterator[Word]:
    """The nouns with a determiner and the names after a verb, up to the next verb, mark or quotation."""
    for word in verb.parse[verb.i + 1 : verb.sent.end]:
        if word.text in ENDS or word.text.startswith("-") or word.features.get("VerbForm") == "Fin":
            return
        labels = {child.base for child in word.children if child.i < word.i}
        named = word.ent_type_ in NAMES and word.ent_iob_ == "B"
        nominal = word.pos_ in ("NOUN", "PROPN") and "det" in labels
        if "case" not in labels and (named or nominal):
            yield word


def _is_parted(noun: Word) -> bool:
    """Whether a noun parsed as an apposition to a phrase with a preposition follows a comma."""
    phrase = noun.head
    first = min([noun.i, *(child.i for child in noun.children if child.base == "det")])
    return (
        noun.base == "appos"
        and noun.parse[first - 1].text == ","
        and any(child.base == "case" for child in phrase.children)
    )
