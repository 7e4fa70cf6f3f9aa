"""JSON encoding shared by the JSON formats."""

import json
from typing import Any

# Characters that JSON leaves as they are and at which some readers cut lines.
_LINE_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def encoded(value: Any) -> bytes:
    r"""UTF-8 JSON on one line.

    A lone surrogate, which UTF-8 can't hold, is escaped, as JSON has it:

    >>> encoded({"text": "d’été \ud800"}).decode()
    '{"text": "d’été \\ud800"}'
    """
    return json.dumps(value, ensure_ascii=False).translate(_LINE_BREAKS).encode("utf-8", "backslashreplace")
