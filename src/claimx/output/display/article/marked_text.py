"""The text of an article as HTML: its claims underlined, and what is in them marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from claimx.model import Claim
from claimx.output.display.article.cards import sign
from claimx.output.display.article.paragraphs import Paragraph, paragraphs
from claimx.output.display.article.segments import Segment, segments
from claimx.output.display.article.wording import Words
from claimx.values.dates.header import header

# An underline for each claim that nests in another, up to so many.
MAX_NESTED = 3


def marked_text(text: str, claims: Sequence[Claim], words: Words, prefix: str) -> str:
    """The text in paragraphs. The text content of all elements, without the signs, is the text itself.

    prefix: of the ids, so that several articles can share a page.
    """
    blocks = paragraphs(text)
    _, begins = header(text)
    cuts = {begins, *(place for block in blocks for place in (block.start, block.end))}
    pieces = list(segments(text, claims, {cut for cut in cuts if 0 < cut < len(text)}))
    writer = _Writer(words, prefix, _nested(pieces))
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


def _nested(pieces: Sequence[Segment]) -> dict[str, int]:
    """How many underlines stand above that of each claim: the outermost is drawn lowest."""
    found: dict[str, int] = {}
    for piece in pieces:
        for above, claim in enumerate(reversed(piece.claims)):
            found[claim.id] = max(found.get(claim.id, 0), min(above, MAX_NESTED))
    return found


class _Writer:
    """What is written so far, and the claims whose elements are open: one that ends late is opened again."""

    def __init__(self, words: Words, prefix: str, nested: dict[str, int]) -> None:
        self.words, self.prefix, self.nested = words, prefix, nested
        self.out: list[str] = []
        self.open: list[Claim] = []
        self.pins: list[Claim] = []

    def begin(self, block: Paragraph) -> None:
        self.out.append(f'<{block.tag} class="as-is">' if block.keeps_spaces else f"<{block.tag}>")

    def end(self, block: Paragraph) -> None:
        self._cover(())
        self.out.append(f"</{block.tag}>")

    def write(self, piece: Segment, *, inside: bool, given: bool) -> None:
        """Write a piece. inside: a paragraph, else between two; given: it belongs to the line of the date."""
        self.pins += piece.opened
        if not inside:
            self.out.append(escape(piece.text))
            return
        self._cover(piece.claims)
        inner = escape(piece.text)
        if piece.mark:
            inner = f'<span class="{piece.mark}">{inner}</span>'
        self.out.append(f'<small class="given">{inner}</small>' if given else inner)

    def _cover(self, claims: Sequence[Claim]) -> None:
        same = 0
        for one, other in zip(self.open, claims, strict=False):
            if one is not other:
                break
            same += 1
        self.out.append("</span>" * (len(self.open) - same))
        for claim in claims[same:]:
            if claim in self.pins:
                self.pins.remove(claim)
                self.out.append(_pin(claim, self.words, self.prefix))
            depth = self.nested[claim.id]
            self.out.append(
                f'<span class="claim {claim.confidence.level}{f" d{depth}" if depth else ""}" '
                f'data-c="{self.prefix}{claim.id}">'
            )
        self.open = list(claims)


def _pin(claim: Claim, words: Words, prefix: str) -> str:
    """The sign before a claim: a button that opens its card."""
    level, polarity = words[str(claim.confidence.level)], words[str(claim.polarity)]
    name = prefix + claim.id
    return (
        f'<button type="button" class="pin {claim.confidence.level}" id="{name}" popovertarget="card-{name}" '
        f'popovertargetaction="show" aria-label="{escape(f"{level}, {polarity}")}">{sign(claim)}</button>'
    )
