"""Parquet: the rows of a view with typed columns, for columnar tools. Needs pyarrow (`dateline[parquet]`)."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.case.views import VIEWS, View
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of, view_of
from dateline.model import RunError

if TYPE_CHECKING:
    import pyarrow

_ROWS_AT_ONCE = 5_000
# Of columns that may be empty from top to bottom, so that they have one type in every case.
_USUAL = dict.fromkeys("killed_min killed_max injured_min injured_max min max".split(), "int64") | {
    "latitude": "float64",
    "longitude": "float64",
}


def content(chosen: Chosen) -> Iterator[bytes]:
    """One view in row groups of some thousand rows; the schema says by what rule the file was made."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise RunError("parquet needs pyarrow: pip install 'dateline[parquet]'") from None
    view = VIEWS[view_of(chosen, FORMAT)]
    schema = _schema(pyarrow, view, chosen)
    sink = _Sink()
    nouns = iter(view.nouns(chosen))
    with ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while some := list(islice(nouns, _ROWS_AT_ONCE)):
            writer.write_table(_table(pyarrow, view, chosen, some, schema))
            yield sink.taken()
    yield sink.taken()


class _Sink:
    """A file that hands on what is written to it and keeps only its own length."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _schema(arrow: Any, view: View, chosen: Chosen) -> "pyarrow.Schema":
    kinds = _kinds(view, chosen)
    named = [(name, arrow.type_for_alias(kind)) for name, kind in kinds.items()]
    said = {"dateline": json.dumps(origin_of(chosen, FORMAT), ensure_ascii=False)}
    return arrow.schema([*named, ("case", arrow.string())], metadata=said)


def _kinds(view: View, chosen: Chosen) -> dict[str, str]:
    """The type of each column: what all its values are, else its usual one, else words."""
    found: dict[str, set[type]] = {column.name: set() for column in view.columns}
    for noun in view.nouns(chosen):
        for column in view.columns:
            found[column.name].add(type(column.value(noun, chosen)))
    return {name: _kind(types - {type(None)}) or _USUAL.get(name, "string") for name, types in found.items()}


def _kind(types: set[type]) -> str | None:
    if not types:
        return None
    if types == {bool}:
        return "bool"
    if types <= {int, float}:
        return "int64" if types == {int} else "float64"
    return "string"


def _table(
    arrow: Any, view: View, chosen: Chosen, nouns: list[object], schema: "pyarrow.Schema"
) -> "pyarrow.Table":
    values = {column.name: [column.value(noun, chosen) for noun in nouns] for column in view.columns}
    return arrow.Table.from_pydict({**values, "case": [chosen.version] * len(nouns)}, schema=schema)


FORMAT = Format(
    name="parquet",
    family="lists",
    suffix=".parquet",
    media="application/vnd.apache.parquet",
    people="pandas, R arrow, DuckDB",
    rule="As csv, with typed numbers and truth values; the schema holds this text and the case version.",
    loss="As csv.",
    content=content,
    views=tuple(VIEWS),
    extra="parquet",
)
