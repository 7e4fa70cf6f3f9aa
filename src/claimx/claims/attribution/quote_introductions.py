"""Speakers of quotations without a reporting verb.

Before the quotation: "Paul Martin : «", "Anne Martin est inquiète : «", "C'est l'avis du maire : «", a line
that announces an extract. After it, a signature: "« ... » – Anne Martin, directrice".
"""

from claimx.claims.attribution.source_nouns import NO_SOURCE, RECORD, noun_class
from claimx.claims.attribution.speaker_names import person_beside
from claimx.claims.attribution.speakers import can_speak, speakers
from claimx.claims.attribution.types import Attribution, Construction, source_level
from claimx.claims.operators.lookup import UNKNOWN_REPORT
from claimx.syntax.clause import Clauses, subject
from claimx.syntax.dependencies import is_finite
from claimx.syntax.noun_phrases import entity_at
from claimx.syntax.words import Parse, Span, Word

MAX_TOKENS_TO_QUOTE = 60
MAX_TOKENS_IN_SIGNATURE = 25
MAX_TOKENS_IN_LINE = 25
FINAL = frozenset(".!?…")


def announced(quote: Span, clauses: Clauses) -> Attribution | None:
    """The attribution of a quotation after a colon, or None.

    The speaker is the phrase that opens the line, the subject of the clause, or the owner of what the clause
    presents.
    """
    parse = quote.parse
    colon = quote.start - 1
    while colon > 0 and (parse[colon].is_space or parse[colon].is_quote):
        colon -= 1
    if colon <= 0 or parse[colon].text != ":":
        return None
    start = max(parse[colon].sent.start, colon - MAX_TOKENS_TO_QUOTE)
    before = [token for token in parse[start:colon] if not token.is_space and not token.is_punct]
    clause = next((owner for token in reversed(before) if (owner := clauses.of(token)) is not None), None)
    if clause is not None and clause.finite is not None and clause.finite.i < colon:
        who = subject(clause)
        if who is None or not can_speak(who) or who.pos_ == "PRON":
            who = _last_speaker(before, clause.finite.i) or who
    else:
        who = next((token for token in before if token.pos_ in ("NOUN", "PROPN", "PRON")), None)
        if who is None or not can_speak(who):
            who = _last_speaker(before, start)
    if who is None or not start <= who.i < colon or not can_speak(who):
        return None
    return _attribution(who, colon, (colon, colon + 1))


def signed(quote: Span, clauses: Clauses) -> Attribution | None:
    """The attribution of a quotation by the name after it, with nothing said of that person; or None."""
    parse, index = quote.parse, quote.end
    while index < len(parse) and index - quote.end < 4 and (parse[index].is_punct or parse[index].is_space):
        index += 1
    if index >= len(parse) or index == quote.end or not _names_person(parse, index):
        return None
    end = _line_end(parse, index)
    rest = parse[index:end]
    if len(rest) > MAX_TOKENS_IN_SIGNATURE or any(_is_verb(word) or word.is_quote for word in rest):
        return None
    root = parse.span(index, index + 1).root
    found = _attribution(root, len(parse), (index, index + 1))
    if found is not None:
        found.apart = frozenset(range(index, end))
    return found


def introduced_by_line(quote: Span) -> Attribution | None:
    """The attribution of a quotation by the line before it: "Extrait du discours d'Anne Martin"; or None.

    The line has no verb, a person, and a noun for a text or an utterance.
    """
    parse, index = quote.parse, quote.start - 1
    while index >= 0 and (parse[index].is_quote or parse[index].is_space):
        index -= 1
    broken = any("\n" in word.text for word in parse[index + 1 : quote.start] if word.is_space)
    if index < 1 or not broken:
        return None
    start = index
    while start > 0 and "\n" not in parse[start - 1].text and index - start < MAX_TOKENS_IN_LINE:
        start -= 1
    line = parse[start : index + 1]
    if any(_is_verb(word) or word.is_quote for word in line):
        return None
    if not any(noun_class(word) in ("document", RECORD) for word in line):
        return None
    person = next((word for word in line if word.ent_type_ == "PER" and word.ent_iob_ == "B"), None)
    return _attribution(person, index + 1, (person.i, person.i + 1)) if person is not None else None


def spoken_of(quote: Span, clauses: Clauses) -> Attribution | None:
    """The attribution of a quotation that is a sentence of its own to the person spoken of right before it.

    "Le maire, Paul Duval, refuse de céder. « Un autre viendra. »"
    """
    parse, index = quote.parse, quote.start - 1
    while index > 0 and (parse[index].is_quote or (parse[index].is_space and "\n" not in parse[index].text)):
        index -= 1
    if index < 1 or parse[index].text not in FINAL or parse[quote.end - 1].text not in FINAL:
        return None
    clause = clauses.of(parse[index].sent.root)
    who = subject(clause) if clause is not None and clause.finite is not None else None
    if who is None or who.sent is not parse[index].sent:
        return None
    person = who.ent_type_ == "PER" or person_beside(who) is not None
    return _attribution(who, index, (quote.start - 1, quote.start)) if person else None


def _attribution(who: Word, before: int, cue: tuple[int, int]) -> Attribution | None:
    found = speakers(who, before=before)
    if not found:
        return None
    return Attribution(
        rule=Construction.QUOTE,
        cls=UNKNOWN_REPORT,
        cue=cue,
        anchor=cue[0],
        level=source_level(found),
        speakers=found,
    )


def _last_speaker(before: list[Word], start: int) -> Word | None:
    """The last person or role after a word index: "C'est l'avis de l'expert", "colère chez le maire"."""
    for word in reversed(before):
        if word.i <= start and start:
            return None
        if word.ent_type_ == "PER" and word.ent_iob_ == "B":
            return word
        if word.pos_ == "NOUN" and not word.ent_type_ and noun_class(word) in ("role", "spokesperson"):
            return word
    return None


def _is_verb(word: Word) -> bool:
    """Whether a word is a finite verb, and no noun of a role or text tagged as one: "adjointe", "extrait"."""
    return is_finite(word) and noun_class(word) == NO_SOURCE


def _names_person(parse: Parse, index: int) -> bool:
    entity = entity_at(parse, parse[index], ("PER",))
    return entity is not None and entity.start == index


def _line_end(parse: Parse, start: int) -> int:
    """Where the line or the sentence that a word is in ends."""
    breaks = (word.i for word in parse[start:] if word.text == "." or "\n" in word.text)
    return next(breaks, len(parse))
