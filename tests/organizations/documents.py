"""Name documents of small texts, with entities marked in the text or parses built by hand."""

import re

from claimx.french.language import ClaimxFrench
from claimx.organizations.document import NameDocument
from claimx.syntax.parse import parse_of
from tests.conll import parsed

ENTITY = re.compile(r"\{([^|{}]+)\|([A-Z]+)\}")
FRENCH = ClaimxFrench()


def marked(text):
    """The Doc of a text without its marks ``{name|LABEL}``, which become entities."""
    plain, entities, last = "", [], 0
    for match in ENTITY.finditer(text):
        plain += text[last : match.start()]
        entities.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain, last = plain + match[1], match.end()
    doc = FRENCH(plain + text[last:])
    doc.set_ents([doc.char_span(start, end, label=label) for start, end, label in entities])
    return doc


def document(text):
    """A text without parse; ``{name|LABEL}`` is an entity of the model."""
    return NameDocument(parse_of(marked(text)))


def parsed_document(table, entities=()):
    """A text with the parse of a table, as `conll.parsed` reads it. entities: (word, label)."""
    text = parsed(table).text
    places = [(text.index(name), text.index(name) + len(name), label) for name, label in entities]
    return NameDocument(parse_of(parsed(table, entities=places)))


def token(found, word):
    """The index of the first token with this text."""
    return found.words.index(word)


def span(found, words):
    """The span of words that stand in the text one after another."""
    parts = words.split()
    first = next(i for i in range(len(found.words)) if found.words[i : i + len(parts)] == parts)
    return found.parse.span(first, first + len(parts))
