"""Gold: the reports that people judged, with their records as decided, in the shape of the annotation guide.

`dateline evaluate` reads the unpacked folder: ID.txt is a report, ID.json its record.
"""

import json
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.export.record import record_of
from dateline.model import Report

_FIELDS = ("title", "outlet", "published", "url", "language")


def judged_reports(shelf: Shelf) -> list[Kept]:
    """The reports in which somebody accepted, rejected or edited something, in order of their names."""
    touched = {mark.span.report for decision in shelf.judged.holding for mark in decision.claims}
    found = (kept for kept in shelf.kept if kept.report.id in touched)
    return sorted(found, key=lambda kept: (kept.report.name, kept.report.id))


def gold_archive(shelf: Shelf) -> bytes:
    """A ZIP of the judged reports and their records; the same bytes for the same decisions."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, words in _files(shelf):
            archive.writestr(ZipInfo(name), words.encode("utf-8"), ZIP_DEFLATED)
    return packed.getvalue()


def _files(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for kept in judged_reports(shelf):
        name = "".join(c if c.isalnum() or c in "-_." else "-" for c in kept.report.name)
        record = {**record_of(kept.report, kept.claims), "doc": name}
        yield f"{name}.txt", _text(kept.report)
        yield f"{name}.json", json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _text(report: Report) -> str:
    """The report with what it says of itself before it."""
    stated = {name: getattr(report, name) for name in _FIELDS}
    lines = [f"{name}: {' '.join(value.split())}" for name, value in stated.items() if value]
    return "\n".join(["---", *lines, "---", report.text])
