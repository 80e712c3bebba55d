"""Whose words a side shows: nobody's where one claim gives two numbers."""

from rich.console import Console

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.export.quoted import disagreements
from tests.weaving.told import Told


def shown(told: Told) -> str:
    shelf = Shelf([Kept(told.report, tuple(told.claims), "by hand")])
    console = Console(width=140, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(disagreements(shelf, shelf.record.disagreements))
    return capture.get()


def test_two_numbers_of_one_claim_are_nobodys():
    told = Told("The raid wounded six, a medic said; another spoke of seven.", outlet="Wire")
    numbers = [("injured", "", 6, 6, "six"), ("injured", "", 7, 7, "seven")]
    told.event("raid", speakers=["a medic"], counts=numbers)
    lines = [line.strip() for line in shown(told).splitlines()]
    assert lines.count("— Wire, told, 2020-01-05") == 2


def test_two_numbers_of_two_claims_are_their_speakers():
    told = Told(
        "The raid wounded six, a medic said. The raid had wounded seven, a guard said.", outlet="Wire"
    )
    told.event("raid", speakers=["a medic"], counts=[("injured", "", 6, 6, "six")])
    told.event("The raid had", speakers=["a guard"], counts=[("injured", "", 7, 7, "seven")])
    words = shown(told)
    assert "— a medic, Wire" in words
    assert "— a guard, Wire" in words
