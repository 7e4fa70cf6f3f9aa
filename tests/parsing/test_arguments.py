"""What is no text is told so, by name."""

import pytest

import claimx


@pytest.mark.parametrize("read", [claimx.find_amounts, claimx.find_dates])
@pytest.mark.parametrize("argument", [None, b"10 euros", 10])
def test_what_is_no_text_is_refused(read, argument):
    with pytest.raises(TypeError, match=f"text: expected a string, got {type(argument).__name__}"):
        read(argument)
