"""The bodies of requests. Errors name the field."""

# No `from __future__ import annotations`: FastAPI reads the annotations.
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag

from claimx._arguments import check_currency, iso_day
from claimx.apps.serve.tasks import Options, Text


def _day(value: str) -> str:
    return iso_day(value) or value


def _currency(value: str) -> str:
    check_currency(value)
    return value


Day = Annotated[str, AfterValidator(_day), Field(description="The day of publication, YYYY-MM-DD.")]
Words = Annotated[str, Field(description="A French text.")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class HowToRead(_Strict):
    """Options for all texts of a request."""

    include: Literal["anchored", "all"] = "anchored"
    currency: Annotated[str, AfterValidator(_currency)] | None = Field(
        default=None, description="The ISO 4217 code of amounts whose currency the text leaves open."
    )

    def options(self) -> Options:
        """The options for a task."""
        return {"include": self.include, "currency": self.currency, "claims": None}


class OneText(HowToRead):
    """A text and how to read it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"text": "Selon Reuters, Acmé pourrait racheter Zénith mardi.", "published": "2026-02-02"}
            ]
        }
    )

    text: Words
    published: Day | None = None
    id: str = "text"
    claims: list[str] | None = Field(
        default=None, description="The ids of the claims that are wanted. Left out, all of them."
    )

    def options(self) -> Options:
        """The options for a task."""
        return {**super().options(), "claims": self.claims}

    def item(self) -> Text:
        """The text for a task."""
        return {"id": self.id, "text": self.text, "published": self.published}


class TextItem(_Strict):
    """One of several texts. ``id`` names it in the answer; the default is its number."""

    id: str | None = None
    text: Words
    published: Day | None = None


class ManyTexts(HowToRead):
    """Several texts and how to read them."""

    texts: list[TextItem] = Field(min_length=1)

    def items(self) -> list[Text]:
        """The texts for a task."""
        return [
            {
                "id": str(number) if item.id is None else item.id,
                "text": item.text,
                "published": item.published,
            }
            for number, item in enumerate(self.texts)
        ]


TAGS = (OneText.__name__, ManyTexts.__name__)


def _tag(body: object) -> str:
    """Which of the two a body is meant to be, so that errors are about that one only."""
    many = "texts" in body if isinstance(body, dict) else isinstance(body, ManyTexts)
    return TAGS[many]


OneOrMany = Annotated[
    Annotated[OneText, Tag(TAGS[0])] | Annotated[ManyTexts, Tag(TAGS[1])], Discriminator(_tag)
]


class TwoTexts(ManyTexts):
    """Two articles to compare."""

    texts: list[TextItem] = Field(min_length=2, max_length=2)
