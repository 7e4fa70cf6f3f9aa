"""JSON encoding shared by the JSON formats."""

import json
from typing import Any


def encoded(value: Any) -> bytes:
    r"""UTF-8 JSON on one line.

    A lone surrogate, which UTF-8 can't hold, is escaped, as JSON has it:

    >>> encoded({"text": "d’été \ud800"}).decode()
    '{"text": "d’été \\ud800"}'
    """
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
