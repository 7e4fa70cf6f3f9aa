"""The text of a Doc as the finders of amounts and dates read it."""

from spacy.tokens import Doc

from claimx.syntax.parse import known_parse
from claimx.values.scanner import ScannedText


def scanned_text(doc: Doc) -> ScannedText:
    """The text of a Doc; the same object for all components where a parse of the Doc is known."""
    parse = known_parse(doc)
    if parse is None:
        return ScannedText(doc.text)
    known: ScannedText = parse.cache.setdefault(scanned_text, ScannedText(parse.text))
    return known
