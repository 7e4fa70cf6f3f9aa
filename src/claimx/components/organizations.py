"""Organisations: found by name, named once, and understood when they go by another name.

Example: in "OpenAI, la startup de Sam Altman, grandit. Microsoft soutient la startup.", the last two words
are a mention of OpenAI (``via`` "nominal").
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from claimx import annotations
from claimx.annotations import ORGANIZATIONS, Annotation
from claimx.components.scoring import same_organization, score_group
from claimx.lexicons.user_tables import Row, TableComponent
from claimx.organizations.coreference.canonical import Reference
from claimx.organizations.coreference.resolver import find_references
from claimx.organizations.document import Context
from claimx.organizations.gazetteer import Gazetteer, bundled
from claimx.organizations.mentions import find_mentions
from claimx.organizations.user_list import read_user_list
from claimx.syntax.parse import parse_of
from claimx.syntax.words import Parse

LABEL = "ORG"


def find_organizations(parse: Parse, gazetteer: Gazetteer) -> Iterator[Annotation]:
    """One mark an organisation and place: a set ("les deux groupes") gives several on the same characters."""
    context = Context(parse)
    for reference in find_references(context, find_mentions(context, gazetteer)):
        yield from _marks(reference)


def _marks(reference: Reference) -> Iterator[Annotation]:
    for referent in reference.referents:
        values = {
            "name": referent.name,
            "via": reference.via,
            "id": referent.entry.id if referent.entry else None,
            "kind": referent.kind,
            "gender": referent.gender,
            "number": referent.number,
        }
        yield Annotation(reference.start, reference.end, LABEL, values)


@registry.misc("claimx.organizations.v1")  # type: ignore[untyped-decorator]
def make_list(path: str | None = None) -> Gazetteer:
    """The organisations to look for: the list of the package, and a user's CSV or TSV before it.

    path: a CSV or TSV file; its format is in ``docs/organizations.md``. Raises DocumentError, which names
        the file and line.
    """
    return bundled(read_user_list(path) if path else ())


@Language.factory(
    "claimx_organizations",
    assigns=["doc.spans", "doc._.claimx_organizations"],
    requires=["doc.ents", "token.dep", "token.pos"],
    default_config={"organizations": {"@misc": "claimx.organizations.v1"}},
    retokenizes=False,
)
def make_organizations(nlp: Language, name: str, *, organizations: Gazetteer) -> "Organizations":
    """Factory of the component. organizations: the list of names."""
    return Organizations(organizations)


class Organizations(TableComponent):
    """Writes the span group ``claimx_organizations``."""

    score = score_group(ORGANIZATIONS, same_organization)

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def use_rows(self, rows: Iterable[Row]) -> None:
        """Look names up in these rows of organisations first."""
        self.rows = tuple(dict(row) for row in rows)
        self.gazetteer = bundled(self.rows)

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        found = find_organizations(parse_of(doc), self.gazetteer)
        return annotations.write(doc, ORGANIZATIONS, found)
