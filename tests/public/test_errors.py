"""Messages carry their number, and say no more than they should."""

import inspect
import re

import pytest

from claimx import errors
from claimx.errors import ArgumentTypeError, ClaimxError, Errors, Warnings

CODES = [
    (messages, code)
    for messages in (Errors, Warnings)
    for code in vars(messages)
    if not code.startswith("__")
]


@pytest.mark.parametrize(("messages", "code"), CODES, ids=[code for _, code in CODES])
def test_a_message_begins_with_its_number(messages, code):
    assert re.fullmatch(r"[EW][0-9]{3}", code)
    message = getattr(messages, code)
    assert message.startswith(f"[{code}] ")
    assert not message.startswith(f"[{code}] [")


def test_no_number_stands_twice():
    names = re.findall(r"^    ([EW]\d{3}) = ", inspect.getsource(errors), re.MULTILINE)
    assert sorted(set(names)) == sorted(names)
    assert len(names) == len(CODES)


def test_a_number_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError):
        Errors.E999  # noqa: B018


def test_an_error_of_type_is_both():
    with pytest.raises(TypeError, match=r"\[E001\] text: expected a string, got int"):
        raise ArgumentTypeError(Errors.E001.format(name="text", expected="a string", got="int"))
    assert issubclass(ArgumentTypeError, ClaimxError)
