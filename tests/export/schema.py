"""Checks an export against a kept JSON schema."""

import json
from io import BytesIO
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

from dateline.case.shelf import Shelf
from dateline.export import Options, export

_SCHEMAS = Path(__file__).parent / "schemas"


def written(shelf: Shelf, name: str, options: Options | None = None) -> str:
    """The text of an export."""
    out = BytesIO()
    export(shelf, name, out, options)
    return out.getvalue().decode()


def check(schema: str, value: object) -> None:
    """Raise where `value` is not what the schema of that name asks for."""
    kept = json.loads((_SCHEMAS / f"{schema}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(kept)
    Draft202012Validator(kept, format_checker=FormatChecker()).validate(value)
