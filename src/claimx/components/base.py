"""The base of components that use a table of operators."""

from collections.abc import Iterable

from spacy.util import registry

from claimx.annotations import CLAIMS
from claimx.claims.operators.lookup import Operators, bundled
from claimx.claims.operators.table import read_user_rows
from claimx.lexicons.table_component import Row, TableComponent

OPERATORS = {"operators": {"@misc": "claimx.operators.v1"}}


@registry.misc("claimx.operators.v1")  # type: ignore[untyped-decorator]
def make_operators(path: str | None = None) -> Operators:
    """The bundled operators, overridden by the rows of a user's table.

    path: a file with the columns of ``operators.tsv``; docs/operators.md says what they mean.
    """
    return Operators(read_user_rows(path)) if path else bundled()


def attributes(groups: Iterable[str]) -> list[str]:
    """The attributes of span groups, under the names that ``nlp.analyze_pipes`` compares."""
    return ["doc._.claims" if group == CLAIMS else f"doc._.{group}" for group in groups]


class OperatorComponent(TableComponent):
    """A component that reads the parse of a Doc with a table of operators."""

    def __init__(self, operators: Operators | None = None) -> None:
        """operators: the words that take a claim in their scope; None for those of the package."""
        self.operators = operators or bundled()
        self.rows = self.operators.rows

    def use_rows(self, rows: Iterable[Row]) -> None:
        """Look words up in these rows of operators first."""
        self.operators = self.operators.with_rows(rows)
        self.rows = self.operators.rows
