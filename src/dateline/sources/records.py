"""JSON Lines: one report a line, an object with a `text`. One JSON object or an array of them will do too."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.sources.draft import Draft
from dateline.sources.fields import FIELDS, TEXT_FIELDS, stated


def opens_records(text: str) -> bool:
    """True when `text` opens the way JSON objects do."""
    head = text.lstrip()[:200].lstrip("[").lstrip()
    return head.startswith("{") and head[1:].lstrip()[:1] in ('"', "}")


def is_record(line: str) -> bool:
    """True when `line` alone is one JSON object, so that its file can be read line by line."""
    try:
        return isinstance(_parse(line), dict)
    except ValueError:
        return False


def record_drafts(text: str) -> Iterator[tuple[int, Draft | str]]:
    """Each record of `text` by number (its line, or its place in the array): its draft, or what is wrong."""
    try:
        whole = _parse(text)
    except ValueError:
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield number, record_draft(line)
        return
    for number, record in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield number, _draft(record)


def record_draft(line: str) -> Draft | str:
    """The draft that one line describes, or what is wrong with the line."""
    try:
        record = _parse(line.rstrip("\n"))
    except ValueError as error:
        return f"broken JSON ({error})"
    return _draft(record)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg.removesuffix(' at')} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None


def draft_of(fields: Mapping[str, object], called: str) -> Draft | str:
    """The draft that `fields` describe, of which the source speaks as `called` ("field", "column")."""
    text = stated(fields, TEXT_FIELDS)
    if text is None:
        return 'no text: a record needs a "text" with words in it'
    draft = Draft("record", text, published_how=f'{called} "published"')
    for ours, theirs in FIELDS.items():
        setattr(draft, ours, stated(fields, theirs))
    return draft


def _draft(record: object) -> Draft | str:
    return draft_of(record, "field") if isinstance(record, dict) else "not a JSON object"
