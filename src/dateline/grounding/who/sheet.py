"""Sheets: a registry as three CSV files, for people who edit in a spreadsheet; and back, byte for byte.

`actors.csv` has a row for each actor, `names.csv` one for each further name, `ties.csv` one for each tie; the
rows of one actor have its id. The names of columns are the fields of a registry file; a list stands in one
cell with ";" between its parts. UTF-8 with a mark in front, because spreadsheets ask for it; what they would
take for a formula has an apostrophe before it.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from dateline.grounding.who.rows import ActorRow, BadRow, NameRow, RoleRow, fault_of

ACTORS, NAMES, TIES = "actors.csv", "names.csv", "ties.csv"
COLUMNS = {
    ACTORS: (
        "id", "schema", "kind", "name", "not", "country", "inception", "dissolution", "wikidataId", "source",
        "licence",
    ),
    NAMES: ("id", "text", "kind", "needs_context", "valid_from", "valid_to", "language"),
    TIES: ("id", "type", "target", "post", "start", "end", "scheme", "code", "source"),
}  # fmt: skip
_LISTS = frozenset({"not", "country"})
_SOURCES = "source"
_ESCAPED, _ESCAPED_TWICE = re.compile("%((?:25)*)3B"), re.compile("%25((?:25)*)3B")  # of a ";" in a part
_BETWEEN = ";"
_YES = "yes"
_FORMULA = ("=", "+", "-", "@")

Cells = dict[str, str]


def write_sheets(rows: Iterable[ActorRow], folder: Path) -> None:
    """Write `rows` as three sheets into `folder`, which is there; OSError where that can't be done."""
    tables: dict[str, list[list[str]]] = {name: [list(columns)] for name, columns in COLUMNS.items()}
    for row in rows:
        fields = msgspec.to_builtins(row)
        tables[ACTORS].append([_cell(fields[column]) for column in COLUMNS[ACTORS]])
        for name in row.all_names:
            tables[NAMES].append(_cells(row.id, name, COLUMNS[NAMES]))
        for role in row.roles:
            tables[TIES].append(_cells(row.id, role, COLUMNS[TIES]))
    for file, table in tables.items():
        text = io.StringIO(newline="")
        csv.writer(text).writerows(table)
        (folder / file).write_bytes(text.getvalue().encode("utf-8-sig"))


def _cells(id_: str, part: NameRow | RoleRow, columns: tuple[str, ...]) -> list[str]:
    fields = msgspec.to_builtins(part)
    return [id_, *(_cell(fields[column]) for column in columns[1:])]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return _BETWEEN.join(_ESCAPED.sub(r"%25\g<1>3B", part).replace(_BETWEEN, "%3B") for part in value)
    if isinstance(value, bool):
        return _YES if value else ""
    return f"'{value}" if value and value.startswith(_FORMULA) else value or ""


def _value(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def read_sheets(folder: Path, rejected: list[BadRow]) -> Iterator[ActorRow]:
    """The rows of the sheets in `folder`; `names.csv` and `ties.csv` may be left out.

    A row of a sheet that can't be taken is added to `rejected`, the rest is taken. OSError where there is no
    `actors.csv`.
    """
    actors = list(_table(folder / ACTORS, rejected))
    known = {cells["id"] for _, cells in actors}
    names = _parts(folder / NAMES, NameRow, known, rejected)
    ties = _parts(folder / TIES, RoleRow, known, rejected)
    for line, cells in actors:
        id_ = cells["id"]
        try:
            row = msgspec.convert(_actor(cells), ActorRow)
        except msgspec.ValidationError as error:
            rejected.append(BadRow(str(folder / ACTORS), line, str(error)))
            continue
        # The first row of an id has its names and ties; a second one only what it says itself.
        plain = [name.text if name == NameRow(name.text) else name for name in names.pop(id_, ())]
        row = msgspec.structs.replace(row, names=plain, roles=ties.pop(id_, []))
        if fault := fault_of(row):
            rejected.append(BadRow(str(folder / ACTORS), line, fault))
        else:
            yield row


def _actor(cells: Cells) -> dict[str, Any]:
    said: dict[str, Any] = {key: value for key, value in cells.items() if value}
    for column in (*_LISTS, _SOURCES):
        parts = cells.get(column, "").split(_BETWEEN)
        said[column] = [_part(part.strip()) for part in parts if part.strip()]
    return said


def _part(cell: str) -> str:
    """One part of a list as it was before it came into its cell."""
    return _ESCAPED_TWICE.sub(r"%\g<1>3B", cell.replace("%3B", _BETWEEN))


def _parts(path: Path, type_: type[Any], known: set[str], rejected: list[BadRow]) -> dict[str, list[Any]]:
    """The rows of a sheet of names or ties, by the id of their actor."""
    parts: defaultdict[str, list[Any]] = defaultdict(list)
    for line, cells in _table(path, rejected) if path.exists() else ():
        said: dict[str, Any] = {key: value for key, value in cells.items() if value and key != "id"}
        if "needs_context" in said:
            said["needs_context"] = said["needs_context"].lower() == _YES
        try:
            part = msgspec.convert(said, type_)
        except msgspec.ValidationError as error:
            rejected.append(BadRow(str(path), line, str(error)))
            continue
        if cells["id"] in known:
            parts[cells["id"]].append(part)
        else:
            rejected.append(BadRow(str(path), line, f"no actor of {ACTORS} has the id {cells['id']!r}"))
    return parts


def _table(path: Path, rejected: list[BadRow]) -> Iterator[tuple[int, Cells]]:
    """The rows of a sheet with the numbers of their lines; what parts the cells is seen in the header."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = COLUMNS[path.name]
    if strange := [name for name in table.fieldnames or () if name not in columns]:
        rejected.append(BadRow(str(path), 1, f"has a column {strange[0]!r}; columns: {', '.join(columns)}"))
        return
    for cells in table:
        if None in cells or None in cells.values() or not cells.get("id"):
            rejected.append(BadRow(str(path), table.line_num, "has no id, or not a cell for each column"))
        else:
            yield table.line_num, {key: _value(value) for key, value in cells.items()}
