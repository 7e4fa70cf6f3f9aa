"""The Arrow types of claims, made from the dataclasses of the data model, which they follow."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from claimx.errors import Errors, MissingExtraError
from claimx.model import CLAIM_FIELDS, Claim

if TYPE_CHECKING:
    import pyarrow


def require_pyarrow(feature: str) -> None:
    """Raise MissingExtraError where pyarrow is not installed. feature: what needs it."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        message = Errors.E010.format(feature=feature, package="pyarrow", extra="batch")
        raise MissingExtraError(message) from None


@cache
def claim_type() -> pyarrow.DataType:
    """The struct of a claim: names and order of the JSON Schema, enums as strings, offsets as int32."""
    return _struct(Claim, CLAIM_FIELDS)


def _struct(kind: type, names: tuple[str, ...] | None = None) -> pyarrow.DataType:
    import pyarrow

    hints = get_type_hints(kind)
    names = names or tuple(field.name for field in fields(kind))
    return pyarrow.struct([_field(name, hints[name]) for name in names])


def _field(name: str, hint: Any) -> pyarrow.Field:
    import pyarrow

    is_optional = get_origin(hint) in (Union, UnionType)
    if is_optional:
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    return pyarrow.field(name, _type(hint), nullable=is_optional)


def _type(hint: Any) -> pyarrow.DataType:
    import pyarrow

    if get_origin(hint) is tuple:
        return pyarrow.list_(pyarrow.field("element", _type(get_args(hint)[0]), nullable=False))
    if is_dataclass(hint) and isinstance(hint, type):
        return _struct(hint)
    if issubclass(hint, StrEnum):
        return pyarrow.string()
    return {str: pyarrow.string(), int: pyarrow.int32(), float: pyarrow.float64(), bool: pyarrow.bool_()}[
        hint
    ]
