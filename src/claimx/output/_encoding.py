"""JSON encoding shared by the JSON formats."""

import json
import re
from typing import Any

# Characters that JSON leaves as they are and at which some readers cut lines.
_LINE_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
# Lone surrogates side by side, which JSON would read as one character: the offsets after it would be wrong.
_PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def encoded(value: Any) -> bytes:
    r"""UTF-8 JSON on one line.

    A lone surrogate, which UTF-8 can't hold, is escaped, as JSON has it; two that would make a pair are
    replaced by U+FFFD each.

    >>> encoded({"text": "d’été \ud800"}).decode()
    '{"text": "d’été \\ud800"}'
    """
    line = _PAIRS.sub("\ufffd\ufffd", json.dumps(value, ensure_ascii=False))
    return line.translate(_LINE_BREAKS).encode("utf-8", "backslashreplace")
