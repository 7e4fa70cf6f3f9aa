"""Names right before a verb that has no subject, which parsers leave in the clause before.

In "Velm cède 2 %, Zorbex (ZBX) gagne 1 %" a parser may coordinate "Zorbex" with "2 %"; in "FO, en revanche,
attend" it may make the verb a relative clause of the name. The name is the subject all the same.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from claimx.lexicons import grammar
from claimx.syntax.clause import own_subject
from claimx.syntax.dependencies import helpers, is_finite, is_helper
from claimx.syntax.words import Parse, Span, Word

MAX_TOKENS_OF_APPOSITION = 8
MAX_CLITICS = 3
CLITICS = frozenset(("expl", "obj", "iobj"))
PARTINGS = frozenset((",", ";", ":", "–", "—"))
CLOSING = {"(": ")", ",": ","}


def names_before_verbs(parse: Parse, mentions: Iterable[Span]) -> Iterator[tuple[Span, Word]]:
    """The mentions that open a clause and the verb of that clause: the finite one, not its auxiliary."""
    found = list(mentions)
    ends = {mention.end: mention for mention in found}
    for mention in found:
        if not _opens(parse, mention.start) or mention.end >= len(parse):
            continue
        verb = _verb_at(parse, mention.end) or _verb_after_apposition(parse, mention.end)
        if verb is not None:
            first = min(word.i for word in (verb, *helpers(verb)))
            yield from ((other, verb) for other in found if mention.start <= other.start < first)
            for other in _coordinated(parse, mention, ends) if _is_plural(verb) else ():
                yield other, verb


def _coordinated(parse: Parse, mention: Span, ends: Mapping[int, Span]) -> Iterator[Span]:
    """The names of a list that ends in a name, from the last to the first: "Velm, Orvane et Zorbex"."""
    while True:
        joint = _before_article(parse, mention.start) - 1
        if joint < 1 or not (parse[joint].base == "cc" or parse[joint].text == ",") or joint not in ends:
            return
        mention = ends[joint]
        yield mention


def _is_plural(verb: Word) -> bool:
    group = [verb, *helpers(verb)]
    return any(is_finite(word) and word.features.get("Number") == "Plur" for word in group)


def _before_article(parse: Parse, index: int) -> int:
    while index > 0 and parse[index - 1].pos_ == "DET":
        index -= 1
    return index


def _opens(parse: Parse, index: int) -> bool:
    """Whether a name begins a sentence or follows what parts it from the clause before."""
    index = _before_article(parse, index)
    if index == 0 or parse[index - 1].is_space or parse[index].i == parse[index].sent.start:
        return True
    before = parse[index - 1]
    return before.text in PARTINGS or before.base in ("cc", "mark")


def _after_apposition(parse: Parse, index: int) -> int:
    """The token after brackets, or after commas around a phrase without a verb; the text's length if none."""
    closing = CLOSING.get(parse[index].text)
    for end in range(index + 1, min(index + MAX_TOKENS_OF_APPOSITION, len(parse))):
        word = parse[end]
        if word.text == closing:
            return end + 1
        if closing is None or is_finite(word) or word.is_space:
            break
    return len(parse)


def _verb_after_apposition(parse: Parse, index: int) -> Word | None:
    """The verb after what explains a name, even if parsed as its subject: "Velm, le géant,"."""
    after = _after_apposition(parse, index)
    return _verb_at(parse, after, range(index, after))


def _verb_at(parse: Parse, index: int, apposition: Container[int] = ()) -> Word | None:
    """The verb without subject that begins here, behind its clitics and its negation.

    apposition: the tokens before it that are no subject.
    """
    for word in parse[index : index + MAX_CLITICS + 1]:
        if is_finite(word) and word.pos_ in ("VERB", "AUX"):
            verb = word.head if is_helper(word) else word
            subjects = [subject for subject in map(own_subject, (verb, word)) if subject is not None]
            return verb if all(subject.i in apposition for subject in subjects) else None
        if word.base not in CLITICS and grammar.NEGATION_PARTICLE not in word.classes:
            return None
    return None
