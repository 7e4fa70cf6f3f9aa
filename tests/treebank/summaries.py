"""What rules found, as plain words that a test can state."""

import re

from claimx.model import Polarity


def source_words(source):
    """A source of a claim: its name, or its words where it has none, and its kind."""
    return f"{source.name or source.text}/{source.kind}"


def attribution_words(item, parse):
    """An attribution: its sources, its level (a minus where it turns), the words in its scope."""
    values = item.to_values(parse)
    sources = [
        f"{who['name'] or parse.text[who['start'] : who['end']]}/{who['kind']}" for who in values["speakers"]
    ]
    scopes = [parse.span(start, end).text.strip(" ,.;\n«»") for start, end in item.scopes]
    return sources, values["level"] + "-" * (item.polarity < 0), " | ".join(filter(None, scopes))


def verdict(claim):
    """The level of a claim, with a minus for negative polarity."""
    return claim.confidence.level + "-" * (claim.polarity is Polarity.NEGATIVE)


def claim_with(claims, word):
    """The claim whose predicate has this word."""
    [found] = [claim for claim in claims if word in re.findall(r"\w+", claim.predicate.text)]
    return found
