"""Organisations: mentions by name, with one name for each, and anaphors resolved to them.

>>> import claimx
>>> nlp = claimx.load()
>>> doc = nlp("OpenAI, la startup de Sam Altman, grandit. Microsoft soutient la startup.")
>>> found = annotations.read(doc, annotations.ORGANIZATIONS)
>>> [(span.text, values["name"], values["via"]) for span, values in found]
[('OpenAI', 'OpenAI', None), ('Microsoft', 'Microsoft', None), ('la startup', 'OpenAI', 'nominal')]
"""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from claimx import annotations
from claimx.annotations import ORGANIZATIONS
from claimx.components.scoring import same_organization, score_group
from claimx.lexicons.table_component import Row, TableComponent
from claimx.organizations.finder import find_organizations
from claimx.organizations.gazetteer import Gazetteer, bundled_gazetteer
from claimx.organizations.user_list import read_user_list
from claimx.syntax.parse import parse_of


@registry.misc("claimx.organizations.v1")  # type: ignore[untyped-decorator]
def make_list(path: str | None = None) -> Gazetteer:
    """The list of organisations: that of the package, overridden by the rows of a user's file.

    path: a CSV or TSV file; ``docs/organizations.md`` describes it.
    Raises DocumentError, with the file and line, for a list that can't be read.
    """
    return bundled_gazetteer(read_user_list(path) if path else ())


@Language.factory(
    "claimx_organizations",
    assigns=["doc.spans", "doc._.claimx_organizations"],
    requires=["doc.ents", "token.dep", "token.pos"],
    default_config={"organizations": {"@misc": "claimx.organizations.v1"}},
    retokenizes=False,
)
def make_organizations(nlp: Language, name: str, *, organizations: Gazetteer) -> "Organizations":
    """Factory of the component. organizations: the list to search texts for."""
    return Organizations(organizations)


class Organizations(TableComponent):
    """Writes the span group ``claimx_organizations``.

    gazetteer: the list to search texts for. Without entities and a parse, only the list and the patterns find
    names. Names in press articles that no training has seen: F .889, the model alone .877
    (``benchmarks/entities.py press``).
    """

    score = score_group(ORGANIZATIONS, same_organization)

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def use_rows(self, rows: Iterable[Row]) -> None:
        """Look names up in these rows of organisations first."""
        self.rows = tuple(dict(row) for row in rows)
        self.gazetteer = bundled_gazetteer(self.rows)

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        found = find_organizations(parse_of(doc), self.gazetteer)
        return annotations.write(doc, ORGANIZATIONS, found)
