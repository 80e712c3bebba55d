"""Stated ties keep a group and its umbrella from clashing."""

from dateline.weaving import weave
from dateline.weaving.kin import kin_of
from tests.weaving.told import Told

DAY = ("Monday", "2020-01-06", "2020-01-06")


def told_by(outlet: str, group: str) -> Told:
    told = Told(f"{outlet}: {group} raided Avdo on Monday and took the bridge there.", "2020-01-07", outlet)
    told.event("raided", actors=[group], targets=["Avdo"], day=DAY, places=[("Avdo", "IQ")], mode="raid")
    return told


def events(*reports: Told):
    return weave([t.report for t in reports], [c for t in reports for c in t.claims]).events


def test_two_named_doers_are_two_events():
    assert len(events(told_by("A", "Black Unit"), told_by("B", "Army Corps"))) == 2


def test_a_stated_tie_brings_them_together():
    tie = Told("Black Unit is part of Army Corps.", outlet="C")
    tie.relation("Black Unit", "part_of", "Army Corps")
    assert len(events(told_by("A", "Black Unit"), told_by("B", "Army Corps"), tie)) == 1


def test_a_denied_tie_brings_nobody_together():
    tie = Told("Black Unit is no part of Army Corps.")
    tie.relation("Black Unit", "part_of", "Army Corps", negated=True)
    assert kin_of(c for c in tie.claims) == {}
