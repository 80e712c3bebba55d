"""OpenSanctions: `targets.simple.csv`, a target a row.

Columns: id, schema, name, aliases (split by ";"), countries, and others that are not read: dates of birth,
addresses, phones and papers are nobody's names. The data are under CC BY-NC 4.0, which every row says.
"""

import csv
from collections.abc import Iterator

from dateline.grounding.who.foreign.value import Lines, Reject, further_names, id_of, wikidata_id
from dateline.grounding.who.rows import ActorRow

COLUMNS = frozenset({"id", "schema", "name", "aliases"})
ACTORS = frozenset({"Person", "Organization", "Company", "PublicBody", "LegalEntity"})
_LICENCE = "CC-BY-NC-4.0"


def read_opensanctions(file: str, lines: Lines, reject: Reject) -> Iterator[ActorRow]:
    """A row for each person and organisation; vessels, securities and the like are rejected."""
    at = 1

    def texts() -> Iterator[str]:
        nonlocal at
        for number, line in lines:
            at = number
            yield line

    table = csv.DictReader(texts())
    if missing := COLUMNS - set(table.fieldnames or ()):
        reject(1, f"has no column {', '.join(sorted(missing))}")
        return
    for cells in table:
        fault = _fault(cells)
        if fault:
            reject(at, fault)
        else:
            yield _row(cells)


def _fault(cells: dict[str, str]) -> str | None:
    if None in cells.values() or None in cells:
        return "has not as many cells as there are columns"
    if cells["schema"] not in ACTORS:
        return f"{cells['schema'] or 'nothing'} is no kind of actor"
    return next((f"{name} is empty" for name in ("id", "name") if not cells[name].strip()), None)


def _row(cells: dict[str, str]) -> ActorRow:
    name = " ".join(cells["name"].split())
    return ActorRow(
        id=id_of("opensanctions", cells["id"]),
        name=name,
        schema=cells["schema"],
        kind="person" if cells["schema"] == "Person" else None,
        names=further_names(name, _listed(cells["aliases"]), "spelling"),
        country=[code for code in _listed(cells.get("countries") or "") if len(code) == 2],
        wikidataId=wikidata_id(cells["id"]),
        source=[f"https://www.opensanctions.org/entities/{cells['id']}/"],
        licence=_LICENCE,
    )


def _listed(cell: str) -> list[str]:
    """The parts of a cell; one that holds a ";" of its own stands in quotes."""
    return [part for row in csv.reader([cell], delimiter=";") for part in row if part.strip()]
