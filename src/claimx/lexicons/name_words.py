"""The kinds of names that a word occurs in: person, place, organisation.

    Kinshasa → "L"   Apple → "O"   Florence → "FL"   table → "-"

In: a word in lower case (`spelling.word_form`). Out: letters of ``lexicons/namewords.tsv``, which
says what they mean. It is one feature of the entity recognizer among others.
"""

from functools import cache

from claimx.lexicons import read

UNKNOWN = "-"


def name_class(form: str) -> str:
    """Return the classes of a form, ``-`` if no name contains it.

    >>> name_class("kinshasa")
    'L'
    """
    return _table().get(form, UNKNOWN)


@cache
def _table() -> dict[str, str]:
    return {row["word"]: row["classes"] for row in read("namewords")}
