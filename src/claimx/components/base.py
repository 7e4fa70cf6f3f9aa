"""What the components that look words up in a table of operators have in common."""

from spacy.util import registry

from claimx.claims.operators.lookup import Operators, bundled
from claimx.claims.operators.table import read_user_rows

OPERATORS = {"operators": {"@misc": "claimx.operators.v1"}}


@registry.misc("claimx.operators.v1")  # type: ignore[untyped-decorator]
def make_operators(path: str | None = None) -> Operators:
    """The operators: those of the package, and the rows of a user's own table before them.

    path: a file with the columns of ``operators.tsv``; docs/operators.md says what they mean.
    """
    return Operators(read_user_rows(path)) if path else bundled()


class OperatorComponent:
    """A component that reads the parse of a Doc with a table of operators."""

    def __init__(self, operators: Operators | None = None) -> None:
        """operators: the words that take a claim in their scope; None for those of the package."""
        self.operators = operators or bundled()
