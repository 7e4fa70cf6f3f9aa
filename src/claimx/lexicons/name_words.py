"""What a word is known to name: a person, a place, an organisation.

    Kinshasa → "L"   Apple → "O"   Florence → "FL"   table → "-"

In: a word in lower case (`spelling.word_form`). Out: letters of ``lexicons/namewords.tsv``, which
says what they mean. Only a hint for the entity recognizer: the words around decide.
"""

from functools import cache

from claimx.lexicons import read

UNKNOWN = "-"


def name_class(form: str) -> str:
    """Return the classes of a form, ``-`` if it is not known in any name.

    >>> name_class("kinshasa")
    'L'
    """
    return _table().get(form, UNKNOWN)


@cache
def _table() -> dict[str, str]:
    return {row["word"]: row["classes"] for row in read("namewords")}
