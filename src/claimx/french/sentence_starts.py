r"""Certain sentence boundaries: a line break ends a sentence, a word in lower case never begins one.

    Rachat de Lactis\n\nLe groupe a signé mardi.   →   | Rachat de Lactis | Le groupe a signé mardi.
    date 2026-02-02 Rachat de Lactis   →   | date 2026-02-02 | Rachat de Lactis
    Le lot compte env. 30 pièces.   →   | Le lot compte env. 30 pièces.

Runs before the parser, which respects both. The word after a line break starts a sentence, so that a title is
not joined to the paragraph below it; a single break inside a sentence (hard-wrapped text: the next line
begins in lower case, the line above does not end in . ! ? … or :) changes nothing. A closing mark, a word
after a comma and a word in lower case after anything but . ! ? … never start one. White-space tokens are
tagged here too: the network does not see them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicons import read
from claimx.values.dates.header import header

LINE_BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"
FINAL = ".!?…"
FINAL_IN_LINE = FINAL + ":"
# Longer sentences are cut: the work on a tree may be quadratic, and no sentence of the press is that long.
MAX_SENTENCE_TOKENS = 300
NEVER_FIRST = ",;:.)]}»”%"
# J.-P. Roux is a given name; J.-C. (in dates) may end a sentence.
GIVEN_NAME = re.compile(r"(?!J\.-C\.)\w\.-\w\.")


def find_boundaries(
    words: list[str], *, titles_inline: bool = False, spaced: Sequence[bool] = ()
) -> Iterator[tuple[int, bool]]:
    """Yield (index, True) for words that must start a sentence, (index, False) for those that must not.

    words: the tokens of a document, including white space. titles_inline: whether a title without a full stop
    may precede text on the same line, as when the sentences of a treebank are joined by spaces; otherwise no
    sentence starts after a word without punctuation. spaced: whether each word is followed by a space; a
    straight quotation mark without a space before it is a closing one.
    """
    previous = ""
    breaks = length = 0
    for index, word in enumerate(words):
        first = word[0]
        if first.isspace():
            breaks += count_line_breaks(word)
            continue
        length = 0 if breaks or word[-1] in FINAL else length + 1
        if length > MAX_SENTENCE_TOKENS:
            yield index, True
            length = 0
        elif breaks and previous and not is_wrapped(previous, word, breaks):
            yield index, True
        elif previous and (
            continues(previous, word)
            or (previous[-1].isalnum() and not titles_inline)
            or (word == '"' and spaced and not spaced[index - 1])
        ):
            yield index, False
        previous, breaks = word, 0


def count_line_breaks(space: str) -> int:
    r"""Count line breaks; ``\r\n`` is one."""
    return sum(space.count(character) for character in LINE_BREAKS) - space.count("\r\n")


def is_wrapped(before: str, after: str, breaks: int) -> bool:
    """Tell whether a line break between two words is a wrapped line within a sentence."""
    return breaks == 1 and after[0].islower() and before[-1] not in FINAL_IN_LINE


def continues(before: str, after: str) -> bool:
    """Tell whether a word cannot begin a sentence, given the word before it on the line."""
    if before == "," or after[0] in NEVER_FIRST or GIVEN_NAME.fullmatch(before):
        return True
    # The tokenizer keeps the full stop on abbreviations only.
    abbreviation = before[-1] == "." and before[0].isalpha()
    if abbreviation and (before.lower() in _forms("introduction") or is_number(before, after)):
        return True
    return after[0].islower() and (abbreviation or before[-1] not in FINAL)


def is_number(abbreviation: str, after: str) -> bool:
    """Tell whether a word is the number after an abbreviation: art. 7, vol. 3."""
    return after[0].isdigit() and abbreviation.lower() in _forms("abbreviation") - {"etc."}


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(row["form"] for row in read("tokenization") if row["kind"] == kind)


@Language.factory(
    "claimx_paragraphs",
    assigns=["token.is_sent_start", "token.pos", "token.morph"],
    default_config={"titles_inline": False},
)
def create_paragraphs(nlp: Language, name: str, titles_inline: bool) -> "Paragraphs":
    """Create the component. titles_inline: see `find_boundaries`."""
    return Paragraphs(titles_inline=titles_inline)


class Paragraphs:
    """Sets certain sentence starts, and the tag of white-space tokens."""

    def __init__(self, *, titles_inline: bool = False) -> None:
        self.titles_inline = titles_inline

    def __call__(self, doc: Doc) -> Doc:
        """Write them, unless the document is parsed already. Returns the same Doc."""
        strings = doc.vocab.strings
        words = [strings[orth] for orth in doc.to_array("ORTH").tolist()]
        spaced = doc.to_array("SPACY").astype(bool).tolist()
        if not doc.has_annotation("DEP"):
            starts: Any = doc.to_array("SENT_START").astype("int64")
            for index, start in find_boundaries(words, titles_inline=self.titles_inline, spaced=spaced):
                starts[index] = 1 if start else -1
            # As doc.text, which joins the tokens more slowly.
            text = "".join([word + " " * space for word, space in zip(words, spaced, strict=True)])
            title = header(text)[1]
            if title:
                starts[next((token.i for token in doc if token.idx >= title), 0)] = 1
            doc.from_array(["SENT_START"], starts.astype("uint64"))
        for index, word in enumerate(words):
            token: Any = doc[index] if word[0].isspace() else None
            if token is not None and not token.pos:
                token.pos_ = "SPACE"
                token.set_morph("")
        return doc
