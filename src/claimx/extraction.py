"""What ``extract`` gives: an immutable sequence of claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, overload

from claimx._arguments import check_text, iso_day
from claimx.errors import ArgumentError, ClaimxError, Errors, MissingClaimError
from claimx.model import Claim
from claimx.model.decode import claim_of
from claimx.model.enums import Level, Polarity
from claimx.output._encoding import encoded

if TYPE_CHECKING:
    import pandas

    from claimx.output.frames import Amounts

REPR_CLAIMS = 20


@dataclass(frozen=True, slots=True, repr=False)
class Extraction(Sequence[Claim]):
    """The claims of one text, in order: an immutable sequence, whose slices are Extractions too.

    text: the text as it was given, which every offset of the claims refers to.
    published: the ISO day that its dates are resolved against, or None.
    """

    claims: tuple[Claim, ...]
    text: str
    published: str | None = None

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    @overload
    def __getitem__(self, index: int | str) -> Claim: ...

    @overload
    def __getitem__(self, index: slice) -> Extraction: ...

    def __getitem__(self, index: int | str | slice) -> Claim | Extraction:
        """A claim by its place or its id, or the Extraction of a slice. Raises IndexError or KeyError."""
        if isinstance(index, slice):
            return replace(self, claims=self.claims[index])
        if isinstance(index, str):
            found = next((claim for claim in self.claims if claim.id == index), None)
            if found is None:
                known = ", ".join(claim.id for claim in self.claims) or "none"
                raise MissingClaimError(Errors.E014.format(key=index, known=known))
            return found
        return self.claims[index]

    def filter(
        self,
        *,
        level: str | Iterable[str] | None = None,
        organization: str | None = None,
        source: str | None = None,
        polarity: str | None = None,
    ) -> Extraction:
        """The claims for which all that is given holds, in an Extraction of the same text.

        level: one level or several; polarity: "positive" or "negative".
        organization, source: a name, as in ``organizations`` and ``sources``, letters' case apart; of a
            source without a name, its words.
        Raises ArgumentError for a level or polarity that is none, ArgumentTypeError for a name that is no
        string.
        """
        for argument, name in (("organization", organization), ("source", source)):
            if name is not None:
                check_text(name, argument)
        levels = _values("level", Level, level)
        polarities = _values("polarity", Polarity, polarity)
        kept = tuple(
            claim
            for claim in self.claims
            if claim.confidence.level in levels
            and claim.polarity in polarities
            and _is_among(organization, (one.name for one in claim.organizations))
            and _is_among(source, (one.name or one.text for one in claim.sources))
        )
        return replace(self, claims=kept)

    def __repr__(self) -> str:
        lines = [f"  {str(claim)[7:-1]}" for claim in self.claims[:REPR_CLAIMS]]
        if len(self.claims) > REPR_CLAIMS:
            lines.append(f"  … and {len(self.claims) - REPR_CLAIMS} more")
        of = f" of a text published {self.published}" if self.published else ""
        return "\n".join([f"<Extraction: {_counted(len(self.claims))}{of}>", *lines])

    def to_dict(self) -> dict[str, Any]:
        """``{"text": ..., "published": ..., "claims": [...]}``, plain JSON types."""
        return {
            "text": self.text,
            "published": self.published,
            "claims": [claim.to_dict() for claim in self.claims],
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Extraction:
        """The Extraction that `to_dict` gave. Raises ArgumentError for anything else."""
        try:
            text, published = plain["text"], iso_day(plain["published"])
            check_text(text)
            claims = tuple(claim_of(values["id"], values) for values in plain["claims"])
        except (KeyError, TypeError, ValueError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise ArgumentError(Errors.E015.format(what="from_dict", reason=reason)) from error
        return cls(claims=claims, text=text, published=published)

    def to_json(self) -> str:
        """What `to_dict` gives as JSON, on one line."""
        return encoded(self.to_dict()).decode("utf-8")

    @classmethod
    def from_json(cls, data: str | bytes) -> Extraction:
        """The Extraction that `to_json` gave. Raises ArgumentError for anything else."""
        try:
            plain = json.loads(data)
        except (TypeError, ValueError) as error:
            raise ArgumentError(Errors.E015.format(what="from_json", reason=error)) from error
        return cls.from_dict(plain)

    def to_frame(self, *, amounts: Amounts = "lists") -> pandas.DataFrame:
        """A pandas DataFrame, one row a claim, the columns of ``claimx.output.frames.COLUMNS``.

        ``sources``, ``organizations``, ``dates``, ``cues`` and ``related`` hold lists of strings;
        ``amounts``, ``minimum``, ``maximum`` (Decimal or None), ``currency`` and the other columns of
        amounts hold lists of one length. ``level`` is an ordered category, with "unknown" below the others.
        amounts: "exploded" for one row an amount, its bounds as floats.
        Raises MissingExtraError where pandas is not installed.
        """
        from claimx.output.frames import pandas_frame

        return pandas_frame([(None, self)], amounts)

    def _repr_html_(self) -> str:
        from claimx.output.display.html import html_table

        return html_table(self.claims)


@dataclass(frozen=True, slots=True)
class Failure:
    """A text among many that gave no Extraction: its number, from 0, and why."""

    number: int
    error: ClaimxError


def _values(name: str, kind: type[StrEnum], given: Any) -> set[str]:
    """The values of an enum that are given, all where none is. Raises ArgumentError for another value."""
    known = [str(value) for value in kind]
    if given is None:
        return set(known)
    given = [given] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
    for value in given:
        if value not in known:
            raise ArgumentError(Errors.E018.format(name=name, value=value, known=", ".join(known)))
    return set(map(str, given))


def _is_among(name: str | None, names: Iterable[str]) -> bool:
    return name is None or name.casefold() in (one.casefold() for one in names)


def _counted(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"
