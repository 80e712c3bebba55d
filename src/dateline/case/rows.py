"""Rows: a view of a case as plain rows, for people who analyse."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | None
Row = dict[str, Value]

_ROWS_SHOWN = 20
_COLUMNS_SHOWN = 9
_WIDTH = 140


class Rows(Sequence[Row]):
    """Rows that all have the same `columns`; what the columns mean says `dateline ref columns`.

    >>> rows = Rows("figures", ("what", "min"), [{"what": "attacks", "min": 165}])
    >>> rows[0]["min"], len(rows)
    (165, 1)
    """

    def __init__(self, view: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        self.view = view
        self.columns = tuple(columns)
        self._rows = tuple(rows)

    def to_dicts(self) -> list[Row]:
        """The rows as dicts of their own."""
        return [dict(row) for row in self._rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a DataFrame, with all columns also when there are no rows; needs pandas."""
        import pandas

        return pandas.DataFrame(self.to_dicts(), columns=list(self.columns))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows": ...
    def __getitem__(self, index: int | slice) -> "Row | Rows":
        if isinstance(index, slice):
            return Rows(self.view, self.columns, self._rows[index])
        return self._rows[index]

    def __repr__(self) -> str:
        """A table of the first rows and of those columns that hold something."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        used = [c for c in self.columns if any(row[c] not in (None, "") for row in self._rows)][
            :_COLUMNS_SHOWN
        ]
        table = Table(*used, box=box.SIMPLE)
        for row in self._rows[:_ROWS_SHOWN]:
            table.add_row(*(Text(_cell(row[c]), no_wrap=True, overflow="ellipsis") for c in used))
        console = Console(width=_WIDTH, color_system=None, force_terminal=False)
        with console.capture() as capture:
            console.print(table)
        return f"{self.view}: {len(self)} rows\n{capture.get()}"


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
