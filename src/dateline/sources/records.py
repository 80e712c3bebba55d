"""JSON Lines: one report a line, an object with a `text`. One JSON object or an array of them will do too."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.sources.draft import Draft

# Our name for a field, then the names that corpora and news interfaces give it; the first one present counts.
TEXT_FIELDS = ("text", "body", "content", "article", "maintext")
FIELDS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "source_domain", "site"),
    "published": ("published", "published_at", "publishedAt", "date_publish", "publication_date", "date"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "name": ("id", "doc", "doc_id", "name", "uid"),
}


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
        record = _parse(line)
    except ValueError as error:
        return f"broken JSON ({error})"
    return _draft(record)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _draft(record: object) -> Draft | str:
    if not isinstance(record, dict):
        return "not a JSON object"
    text = _value(record, TEXT_FIELDS)
    if text is None:
        return 'no text: a record needs a "text" with words in it'
    draft = Draft("record", text, published_how='field "published"')
    for ours, theirs in FIELDS.items():
        setattr(draft, ours, _value(record, theirs))
    return draft


def _value(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first of `names` that holds words; a bare number serves too (an id), an object doesn't."""
    for name in names:
        value = record.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = f"{value:d}" if abs(value) < 10**18 else None
        if isinstance(value, str) and value.strip():
            return value
    return None
