"""The result of ``extract``: an immutable sequence of claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, overload

from claimx._arguments import Published, check_currency, check_text, iso_day
from claimx.errors import ArgumentError, ClaimxError, Errors, MissingClaimError
from claimx.model import Claim, filters
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
        """A claim by its index or its id, or the Extraction of a slice. Raises IndexError or KeyError."""
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
        organization: str | Iterable[str] | None = None,
        source: str | Iterable[str] | None = None,
        polarity: str | None = None,
        min_amount: Decimal | float | str | None = None,
        currency: str | None = None,
        since: Published = None,
        until: Published = None,
    ) -> Extraction:
        """The claims that meet all conditions, in an Extraction of the same text.

        level: one level or several; polarity: "positive" or "negative".
        organization, source: one name or several, in any case, with or without accents, as in
            ``organizations`` and ``sources`` or as the text writes them; for an organisation also its id.
        min_amount: in units of the currency; the larger bound of one of the claim's amounts must reach it.
        currency: the ISO 4217 code of one of the claim's amounts.
        since, until: days, both included; one of the claim's dates must overlap the period between them.
        Raises ArgumentError for an invalid level, polarity, amount, currency or day, ArgumentTypeError for a
        name that is not a string.
        """
        check_currency(currency)
        since, until = iso_day(since), iso_day(until)
        tests = [
            filters.has_level(_values("level", Level, level)),
            filters.has_polarity(_values("polarity", Polarity, polarity)),
        ]
        if organization is not None:
            tests.append(filters.names_organization(_names("organization", organization)))
        if source is not None:
            tests.append(filters.has_source(_names("source", source)))
        if min_amount is not None or currency is not None:
            tests.append(filters.reaches(_decimal(min_amount), currency))
        if since is not None or until is not None:
            tests.append(filters.is_dated(since, until))
        return replace(self, claims=tuple(one for one in self.claims if all(test(one) for test in tests)))

    def sorted(self, by: str) -> Extraction:
        """The claims in another order, in an Extraction of the same text.

        by: "position", as in the text; "level" or "score", firmest first; "amount", the largest first,
            whatever its currency; "date", the earliest first. What has no such value comes last.
        Raises ArgumentError for another value.
        """
        if by not in filters.ORDERS:
            raise ArgumentError(Errors.E018.format(name="by", value=by, known=", ".join(filters.ORDERS)))
        return replace(self, claims=filters.in_order(self.claims, by))

    def anchored(self) -> Extraction:
        """What ``include="anchored"`` gives, out of an Extraction of all claims."""
        return replace(self, claims=filters.anchored(self.claims))

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
        """The Extraction from the result of `to_dict`. Raises ArgumentError for anything else."""
        try:
            text, published = plain["text"], iso_day(plain["published"])
            check_text(text)
            claims = tuple(claim_of(values["id"], values) for values in plain["claims"])
        except (KeyError, TypeError, ValueError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise ArgumentError(Errors.E015.format(what="from_dict", reason=reason)) from error
        return cls(claims=claims, text=text, published=published)

    def to_json(self) -> str:
        """The result of `to_dict` as JSON, on one line."""
        return encoded(self.to_dict()).decode("utf-8")

    @classmethod
    def from_json(cls, data: str | bytes) -> Extraction:
        """The Extraction from the result of `to_json`. Raises ArgumentError for anything else."""
        try:
            plain = json.loads(data)
        except (TypeError, ValueError, RecursionError) as error:
            raise ArgumentError(Errors.E015.format(what="from_json", reason=error)) from error
        return cls.from_dict(plain)

    def to_frame(self, *, amounts: Amounts = "lists") -> pandas.DataFrame:
        """A pandas DataFrame with one row per claim and the columns of ``claimx.output.frames.COLUMNS``.

        ``sources``, ``organizations``, ``dates``, ``cues`` and ``related`` hold lists of strings;
        ``amounts``, ``minimum``, ``maximum`` (Decimal or None), ``currency`` and the other columns of
        amounts hold lists of one length. ``level`` is an ordered category, with "unknown" below the others.
        amounts: "exploded" for one row per amount, with its bounds as floats.
        Raises MissingExtraError if pandas is not installed.
        """
        from claimx.output.frames import pandas_frame

        return pandas_frame([(None, self)], amounts)

    def write(self, to: str | Path | BinaryIO, format: str | None = None) -> None:  # noqa: A002
        """Write the claims to a file or a stream of bytes, in any format: see ``claimx.write``."""
        from claimx.output.files import write

        write(self, to, format)

    def _repr_html_(self) -> str:
        from claimx.output.display.article.notebook import notebook_view

        return notebook_view(self.text, self.claims, published=self.published)


@dataclass(frozen=True, slots=True)
class Failure:
    """A text among many that gave no Extraction: its index, and the error."""

    number: int
    error: ClaimxError


def _values(name: str, kind: type[StrEnum], given: str | Iterable[str] | None) -> set[str]:
    """The given values of an enum, by default all. Raises ArgumentError for an unknown one."""
    known = [str(value) for value in kind]
    if given is None:
        return set(known)
    given = _several(given)
    for value in given:
        if value not in known:
            raise ArgumentError(Errors.E018.format(name=name, value=value, known=", ".join(known)))
    return set(map(str, given))


def _names(argument: str, given: str | Iterable[str]) -> list[str]:
    names = _several(given)
    for name in names:
        check_text(name, argument)
    return names


def _several(given: str | Iterable[str]) -> list[str]:
    return [given] if isinstance(given, str) or not isinstance(given, Iterable) else [*given]


def _decimal(value: Decimal | float | str | None) -> Decimal | None:
    try:
        number = None if value is None else Decimal(str(value))
    except ArithmeticError:
        number = Decimal("NaN")
    if number is not None and not number.is_finite():
        raise ArgumentError(Errors.E001.format(name="min_amount", expected="a number", got=repr(value)))
    return number


def _counted(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"
