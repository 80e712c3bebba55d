"""Page: one address in its three forms, for eyes (HTML), programs (JSON) and spreadsheets (CSV)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from starlette.datastructures import QueryParams

from dateline.case.rows import Rows
from dateline.workbench.address import Address
from dateline.workbench.desk import Desk, State
from dateline.workbench.session import Session
from dateline.workbench.settings import Settings


@dataclass(frozen=True)
class Ask:
    """What an address asks for."""

    desk: Desk
    session: Session
    path: str
    params: QueryParams
    named: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def state(self) -> State:
        """The record that is asked about: today's, or that of `as_of`."""
        return self.desk.state(self.params.get("as_of") or None)

    @property
    def address(self) -> Address:
        """Addresses that stay on the day that is asked about."""
        return Address(self.params.get("as_of") or None)

    def whole(self, name: str, least: int, most: int, otherwise: int) -> int:
        """A whole number of the address, held within bounds; ValueError when it is none."""
        given = self.params.get(name)
        if not given:
            return otherwise
        if not given.lstrip("-").isdigit() or len(given) > 9:
            raise ValueError(f"{name} must be a whole number")
        return min(most, max(least, int(given)))


@dataclass(frozen=True, slots=True)
class Page:
    """What one address shows.

    `context` makes what `template` needs, `rows` what the CSV holds, `plain` what the JSON holds beside or
    instead of the rows, `parts` the rows some at a time where they may be many. Each is called only for the
    form that was asked for. `name` begins file names.
    """

    name: str
    title: str
    template: str
    context: Callable[[], Mapping[str, object]]
    rows: Callable[[], Rows]
    plain: Callable[[], Mapping[str, object]] | None = None
    parts: Callable[[], Iterator[Rows]] | None = None


Maker = Callable[[Ask], Page]
"""What makes the page of an address; LookupError where there is nothing, ValueError where it asks wrongly."""
