"""The matching form of a text: the same text in one spelling of apostrophes, spaces and hyphens.

In: any string. Out: a string of the same length, so that every offset stays valid. The French press writes
``l’IA`` or ``l'IA``, ``10 %`` with U+00A0, U+202F or a plain space; rules and features should see one of
them. The text of a document itself is never changed.
"""

import unicodedata

# Variants and their standard spelling, one character each.
_ONE_TO_ONE = (
    ("’", "'"),  # U+2019, the typographic apostrophe
    ("ʼ", "'"),  # U+02BC, the modifier letter, used by some sites
    ("\u00a0", " "),  # no-break space
    ("\u202f", " "),  # narrow no-break space, before ; : ! ? in typeset French
    ("\u2009", " "),  # thin space
    ("\u2007", " "),  # figure space
    ("\u2011", "-"),  # no-break hyphen
    ("\u2010", "-"),  # hyphen
)

# Zero-width characters that may occur within a word: soft hyphen, zero-width space and joiners, byte order
# mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WITHOUT_INVISIBLE = str.maketrans("", "", INVISIBLE)


def matching_form(text: str) -> str:
    r"""Return `text` with one spelling of apostrophes, spaces and hyphens, character by character.

    >>> matching_form("L’IA coûte 10\u00a0%")
    "L'IA coûte 10 %"
    """
    if text.isascii():
        return text
    # Eight searches are many times faster than str.translate, which handles each character.
    for variant, form in _ONE_TO_ONE:
        if variant in text:
            text = text.replace(variant, form)
    return text


def word_form(word: str) -> str:
    """Return the lower-cased matching form of a word, composed and without invisible characters.

    The length may change, so this is for looking words up, never for offsets.

    >>> word_form("Jusqu’")
    "jusqu'"
    """
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.translate(_WITHOUT_INVISIBLE))
    return matching_form(composed).lower().replace("œ", "oe")
