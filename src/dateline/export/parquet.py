"""Parquet: the rows of a view with typed columns, for columnar tools. Needs pyarrow (`dateline[parquet]`)."""

import json
from collections.abc import Iterator
from itertools import islice

from dateline.case.views import VIEWS
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of, view_of
from dateline.export.listing import Listing
from dateline.model import RunError

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
    listing = Listing(chosen, VIEWS[view_of(chosen, FORMAT)])
    kinds = _kinds(listing)
    said = {"dateline": json.dumps(origin_of(chosen, FORMAT), ensure_ascii=False)}
    schema = pyarrow.schema(
        [(name, pyarrow.type_for_alias(kind)) for name, kind in kinds.items()], metadata=said
    )
    sink = _Sink()
    rows = listing.rows()
    with ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            columns = dict(zip(listing.columns, zip(*some, strict=True), strict=True))
            writer.write_table(pyarrow.Table.from_pydict(columns, schema=schema))
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


def _kinds(listing: Listing) -> dict[str, str]:
    """The type of each column: what all its values are, else its usual one, else words."""
    found: list[set[type]] = [set() for _ in listing.columns]
    for row in listing.rows():
        for types, value in zip(found, row, strict=True):
            types.add(type(value))
    return {
        name: _kind(types - {type(None)}) or _USUAL.get(name, "string")
        for name, types in zip(listing.columns, found, strict=True)
    }


def _kind(types: set[type]) -> str | None:
    if not types:
        return None
    if types == {bool}:
        return "bool"
    if types <= {int, float}:
        return "int64" if types == {int} else "float64"
    return "string"


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
