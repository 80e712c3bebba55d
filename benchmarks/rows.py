"""Rows of a file of JSON lines."""

import json
from pathlib import Path
from typing import Any


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file in order; a text may hold any other mark of a line's end."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]
