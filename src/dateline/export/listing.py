"""Listing: a view as it is exported: each row with the claims it comes from and the case's version."""

from collections.abc import Iterator, Sequence

from dateline.case.column import listed
from dateline.case.rows import Value
from dateline.case.views import View
from dateline.export.chosen import Chosen

_CLAIMS, _CASE = "claims", "case"
_EVENTS = ("event", "events")
_BETWEEN = "; "


class Listing:
    """Rows of a view, made one by one. A view that names events but no claims gets a column of these."""

    def __init__(self, chosen: Chosen, view: View) -> None:
        self._chosen, self._view = chosen, view
        own = [column.name for column in view.columns]
        self._events = next((at for at, name in enumerate(own) if name in _EVENTS), None)
        self._adds = self._events is not None and not {_CLAIMS, "claim"} & set(own)
        self.columns: Sequence[str] = [*own, *([_CLAIMS] if self._adds else []), _CASE]

    def rows(self) -> Iterator[list[Value]]:
        """The values of each row, in the order of the columns."""
        for noun in self._view.nouns(self._chosen):
            values = [column.value(noun, self._chosen) for column in self._view.columns]
            yield [*values, *([self._claims(values)] if self._adds else []), self._chosen.version]

    def _claims(self, values: Sequence[Value]) -> str | None:
        ids = str(values[self._events or 0] or "").split(_BETWEEN)
        return listed(claim for id_ in ids for claim in self._chosen.claims_of.get(id_, ()))
