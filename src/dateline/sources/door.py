"""The door: files, folders, standard input and strings, each to the reader of its kind."""

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dateline.model import Report, ReportError
from dateline.sources.draft import Draft, Found, finish
from dateline.sources.encoding import Decoded, binary_kind, canonical, decode
from dateline.sources.folder import files_of, shown
from dateline.sources.limits import MAX_BYTES, too_big
from dateline.sources.records import is_record, opens_records, record_draft, record_drafts
from dateline.sources.sheet import opens_sheet, sheet_drafts
from dateline.sources.text import is_mail, text_draft
from dateline.sources.webpage import is_other_markup, is_webpage, webpage_draft

STDIN = "-"


def read_paths(paths: Iterable[Path | str], today: date | None = None) -> Iterator[Report | ReportError]:
    """The reports in `paths`: files, folders (recursive, by name, without hidden files) and "-" for stdin.

    What can't be read comes as a ReportError in its place. `today` is the day against which future dates are
    told, by default the clock's.
    """
    for found in find_reports(paths, today):
        yield found.report if isinstance(found, Found) else found


def find_reports(paths: Iterable[Path | str], today: date | None = None) -> Iterator[Found | ReportError]:
    """As `read_paths`, with where each report was found, the bytes it was read from and notices about it."""
    today = today or date.today()
    for path in files_of(paths):
        if isinstance(path, ReportError):
            yield path
        else:
            yield from _open(path, today)


def read_bytes(data: bytes, where: str, today: date | None = None) -> Iterator[Found | ReportError]:
    """The reports in `data`, which a person knows as `where`; the last part of `where` names the report."""
    yield from _read_stream(io.BytesIO(data), where, today or date.today())


def read_text(text: str, name: str = "text", today: date | None = None) -> Found:
    """The report in `text`, which may open with a front matter; raises ReportError when it has no words."""
    draft = text_draft(canonical(text))
    return finish(draft, name, name, text.encode("utf-8", "replace"), today or date.today())


def _open(path: Path, today: date) -> Iterator[Found | ReportError]:
    if str(path) == STDIN:
        yield from _read_stream(sys.stdin.buffer, "stdin", today)
        return
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, shown(path), today)
    except OSError as error:
        yield ReportError(shown(path), (error.strerror or type(error).__name__).lower())


def _read_stream(stream: BinaryIO, where: str, today: date) -> Iterator[Found | ReportError]:
    """Line by line where the first line is a whole JSON record: a file of records may have any size."""
    first = stream.readline(MAX_BYTES + 1)
    if first.lstrip()[:1] == b"{" and len(first) <= MAX_BYTES and is_record(first.decode("utf-8", "replace")):
        yield from _read_lines(chain([first], _lines(stream)), where, today)
        return
    data = first + stream.read(max(0, MAX_BYTES + 1 - len(first)))
    yield from _read_whole(data, where, today)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of `stream`; of a line that is too long, only its oversized head."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _read_lines(lines: Iterable[bytes], where: str, today: date) -> Iterator[Found | ReportError]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        at = f"{where}:{number}"
        decoded = decode(line)
        if len(line) > MAX_BYTES:
            yield ReportError(at, too_big("the line"))
        elif decoded is None:
            yield ReportError(at, "in no known encoding")
        else:
            name, data = f"{_stem(where)}-{number}", line.rstrip(b"\r\n")
            yield _finish(record_draft(decoded.text), at, name, data, today)


def _read_whole(data: bytes, where: str, today: date) -> Iterator[Found | ReportError]:
    if not data.strip():
        yield ReportError(where, "is empty")
    elif len(data) > MAX_BYTES:
        yield ReportError(where, too_big("the file"))
    elif kind := binary_kind(data):
        yield ReportError(where, f"is not text but {kind}")
    elif (decoded := decode(data)) is None:
        yield ReportError(where, "is in no known encoding")
    elif opens_records(decoded.text):
        yield from _each(record_drafts(decoded.text), where, data, today)
    elif opens_sheet(decoded.text):
        yield from _each(sheet_drafts(decoded.text), where, data, today)
    else:
        yield _finish(_draft(decoded), where, _stem(where), data, today)


def _each(
    drafts: Iterable[tuple[int, Draft | str]], where: str, data: bytes, today: date
) -> Iterator[Found | ReportError]:
    """Several reports of one file, each with its number there; what has number 0 is about the file."""
    for number, draft in drafts:
        at = f"{where}:{number}" if number else where
        yield _finish(draft, at, f"{_stem(where)}-{number}", data, today)


def _draft(decoded: Decoded) -> Draft | str:
    """The draft by the kind that the text's opening shows."""
    if is_webpage(decoded.text):
        draft = webpage_draft(decoded.text)
    elif is_other_markup(decoded.text):
        return "is XML of a kind that is not read"
    elif is_mail(decoded.text):
        return "is an e-mail; save its text as a file"
    else:
        draft = text_draft(decoded.text)
    if isinstance(draft, Draft):
        _note_encoding(draft, decoded)
    return draft


def _note_encoding(draft: Draft, decoded: Decoded) -> None:
    if decoded.guessed:
        draft.marks.append("guessed_encoding")
        draft.notices.append(f"is not UTF-8, read as {decoded.encoding}; check letters beyond a to z")
    if decoded.broken:
        draft.marks.append("broken_characters")
        draft.notices.append(f"has {decoded.broken} characters that mean nothing in {decoded.encoding}")


def _finish(draft: Draft | str, where: str, name: str, data: bytes, today: date) -> Found | ReportError:
    if isinstance(draft, str):
        return ReportError(where, draft)
    try:
        return finish(draft, where, name, data, today)
    except ReportError as error:
        return error


def _stem(where: str) -> str:
    return Path(where).stem or where
