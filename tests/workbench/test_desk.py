"""Pages never wait long for a record that is being woven."""

import threading

from dateline.case import Case
from dateline.case.shelf import Shelf
from dateline.workbench.desk import Desk


class Slow(Case):
    """A case whose record takes until `go` is set."""

    go = threading.Event()

    @property
    def shelf(self) -> Shelf:
        """The shelf, when it is time."""
        assert self.go.wait(20)
        return Shelf(())


def test_the_last_record_is_shown_while_the_next_is_woven() -> None:
    case = Slow(None)
    case.go.set()
    desk = Desk(case, patience=0.05)
    first = desk.state()
    assert not desk.is_behind
    case.go.clear()
    desk.renew()
    assert desk.state() is first
    assert desk.is_behind
    case.go.set()
    desk.renew().result(20)
    assert desk.state() is not first
    assert not desk.is_behind


def test_what_is_made_once_is_made_once(desk: Desk) -> None:
    made: list[int] = []
    state = desk.state()
    for _ in range(3):
        assert state.once("x", lambda: made.append(1) or "y") == "y"
    assert made == [1]


def test_days_are_kept_until_something_changes(desk: Desk) -> None:
    day = desk.state("2020-03-10")
    assert desk.state("2020-03-10") is day
    assert len(day.shelf.reports) < len(desk.state().shelf.reports)
    desk.renew()
    assert desk.state("2020-03-10") is not day
