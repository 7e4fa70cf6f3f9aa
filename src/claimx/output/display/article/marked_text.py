"""The text of an article as HTML: its claims underlined, and what is in them marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from claimx.model import Claim
from claimx.output.display.article.paragraphs import Paragraph, paragraphs
from claimx.output.display.article.segments import Segment, segments
from claimx.values.dates.header import header

# An underline for each claim that nests in another, up to so many.
MAX_NESTED = 3
# The elements of marks; short ones, an article has hundreds.
ELEMENTS = {"amount": "b", "organization": "span", "source": "cite", "date": "i", "cue": "em"}
_PLAIN = re.compile(r"[\w-]+")
# A parser of HTML drops the first, and makes a line feed of the second.
_KEPT = {"\0": "\ufffd", "\r": "&#13;"}


def marked_text(text: str, claims: Sequence[Claim], prefix: str) -> str:
    """The text in paragraphs. The text content of all elements is the text itself: the script counts on it.

    The first piece of a claim has its id, further ones name it. prefix: of the ids, so that several articles
    can share a page.
    """
    blocks = paragraphs(text)
    _, begins = header(text)
    cuts = {begins, *(place for block in blocks for place in (block.start, block.end))}
    pieces = list(segments(text, claims, {cut for cut in cuts if 0 < cut < len(text)}))
    writer = _Writer(prefix, _nested(pieces))
    waiting = blocks[::-1]
    for piece in pieces:
        if waiting and piece.start >= waiting[-1].end:
            writer.end(waiting.pop())
        if waiting and piece.start == waiting[-1].start:
            writer.begin(waiting[-1])
        writer.write(
            piece, inside=bool(waiting) and piece.start >= waiting[-1].start, given=piece.start < begins
        )
    if waiting:
        writer.end(waiting[-1])
    return "".join(writer.out)


def _marked(text: str, element: str) -> str:
    """A text in an element; white space around it, left over where another mark begins, stays outside."""
    inner = text.strip()
    if not inner:
        return _escaped(text)
    before, _, after = text.partition(inner)
    return f"{_escaped(before)}<{element}>{_escaped(inner)}</{element}>{_escaped(after)}"


def _nested(pieces: Sequence[Segment]) -> dict[str, int]:
    """How many underlines stand above that of each claim: the outermost is drawn lowest."""
    found: dict[str, int] = {}
    for piece in pieces:
        for above, claim in enumerate(reversed(piece.claims)):
            found[claim.id] = max(found.get(claim.id, 0), min(above, MAX_NESTED))
    return found


class _Writer:
    """What is written so far, and the claims whose elements are open: one that ends late is opened again."""

    def __init__(self, prefix: str, nested: dict[str, int]) -> None:
        self.prefix, self.nested = prefix, nested
        self.out: list[str] = []
        self.opened: list[Claim] = []
        self.waiting: list[Claim] = []

    def begin(self, block: Paragraph) -> None:
        self.out.append(f"<{block.tag} class=as-is>" if block.keeps_spaces else f"<{block.tag}>")

    def end(self, block: Paragraph) -> None:
        self._cover(())
        self.out.append(f"</{block.tag}>")

    def write(self, piece: Segment, *, inside: bool, given: bool) -> None:
        """Write a piece. inside: a paragraph, else between two; given: it belongs to the line of the date."""
        self.waiting += piece.opened
        if not inside:
            self.out.append(_escaped(piece.text))
            return
        self._cover(piece.claims)
        inner = _marked(piece.text, ELEMENTS[piece.mark]) if piece.mark else _escaped(piece.text)
        self.out.append(f"<small>{inner}</small>" if given else inner)

    def _cover(self, claims: Sequence[Claim]) -> None:
        same = 0
        for one, other in zip(self.opened, claims, strict=False):
            if one is not other:
                break
            same += 1
        self.out.append("</u>" * (len(self.opened) - same))
        for claim in claims[same:]:
            first = claim in self.waiting
            if first:
                self.waiting.remove(claim)
            depth = self.nested[claim.id]
            classes = f"{claim.confidence.level} d{depth}" if depth else str(claim.confidence.level)
            name = attribute("id" if first else "data-c", self.prefix + claim.id)
            false = " data-false" if first and claim.polarity == "negative" else ""
            self.out.append(f"<u {attribute('class', classes)} {name}{false}>")
        self.opened = list(claims)


def attribute(name: str, value: str) -> str:
    """An attribute of HTML, in quotes only where it needs them."""
    return f"{name}={value}" if _PLAIN.fullmatch(value) else f'{name}="{escape(value)}"'


def _escaped(text: str) -> str:
    text = escape(text, quote=False)
    for character, kept in _KEPT.items():
        text = text.replace(character, kept)
    return text
