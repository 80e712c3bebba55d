"""Form: which kind of file it is, and the file read so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.grounding.who.foreign import opensanctions
from dateline.grounding.who.foreign.followthemoney import read_followthemoney
from dateline.grounding.who.foreign.opensanctions import read_opensanctions
from dateline.grounding.who.foreign.petrarch import read_petrarch
from dateline.grounding.who.foreign.value import Lines, Reject
from dateline.grounding.who.foreign.wikidata import read_wikidata
from dateline.grounding.who.rows import ActorRow, BadRow, read_rows
from dateline.grounding.who.sheet import read_sheets

_SNIFFED = 1 << 16


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its name, what it is, and how its lines are read."""

    name: str
    about: str
    read: Callable[[str, Lines, Reject], Iterator[ActorRow]]


def _own(file: str, lines: Lines, reject: Reject) -> Iterator[ActorRow]:
    for number, line in lines:
        for row in read_rows(file, [line]):
            if isinstance(row, BadRow):
                reject(number, row.reason)
            else:
                yield row


FORMS = {
    form.name: form
    for form in (
        Form("jsonl", "rows of the registry, JSON Lines", _own),
        Form("petrarch", "actor dictionary of PETRARCH, Phoenix or TABARI", read_petrarch),
        Form("opensanctions", "targets.simple.csv of OpenSanctions", read_opensanctions),
        Form("followthemoney", "FollowTheMoney entities, JSON Lines", read_followthemoney),
        Form("wikidata", "items of Wikidata, JSON", read_wikidata),
    )
}
"""The kinds of single files by name. Sheets, a folder of three CSV files, are read by `sheet.read_sheets`."""


def form_of(path: Path) -> str | None:
    """The name of the form of the file at `path` by how it opens, "csv" for a folder of sheets; else None.

    Raises OSError where it can't be read.
    """
    if path.is_dir():
        return "csv"
    with path.open("rb") as stream:
        head = stream.read(_SNIFFED).decode("utf-8", "replace").lstrip("\ufeff\n\r ")
    first = head.partition("\n")[0]
    if head[:1] in "[{" and head[:1]:
        return _json_form(head)
    if set(first.replace('"', "").strip().split(",")) >= opensanctions.COLUMNS:
        return "opensanctions"
    return "petrarch" if "[" in head or path.name.endswith("actors.txt") else None


def _json_form(head: str) -> str | None:
    first = next((line for line in head.splitlines() if line.strip(" [\r")), "").strip().rstrip(",")
    try:
        keys = set(msgspec.json.decode(first.encode(), type=dict[str, msgspec.Raw]))
    except (msgspec.ValidationError, msgspec.DecodeError):
        return "wikidata" if '"labels"' in head or '"entities"' in head else None
    if keys & {"labels", "entities"}:
        return "wikidata"
    return "followthemoney" if "properties" in keys else "jsonl"


def read_foreign(path: Path, form: str, rejected: list[BadRow]) -> Iterator[ActorRow]:
    """The rows of the file, or folder of sheets, at `path`; what can't be taken is added to `rejected`.

    Raises OSError where it can't be read, KeyError where `form` is neither "csv" nor in FORMS.
    """
    if form == "csv":
        yield from read_sheets(path, rejected)
        return

    def reject(line: int, reason: str) -> None:
        rejected.append(BadRow(str(path), line, reason))

    yield from FORMS[form].read(path.name, _lines(path, reject), reject)


def _lines(path: Path, reject: Reject) -> Iterator[tuple[int, str]]:
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield number, line.decode("utf-8").lstrip("\ufeff")
            except UnicodeDecodeError:
                reject(number, "is not UTF-8")
