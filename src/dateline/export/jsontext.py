"""JSON text that every reader takes line by line."""

import json
import re

_BREAKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def to_json(value: object) -> str:
    """`value` as one line of JSON, readable as it is.

    Escaped are the characters that some readers take for the end of a line, and those that UTF-8 can't hold.
    """
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
