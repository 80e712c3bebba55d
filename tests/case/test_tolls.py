"""Numbers over report time: what rose, what was taken back, and what can't stand beside another."""

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.case.tolls import tolls_seen
from tests.weaving.told import Told


def told(published: str, dead: int, outlet: str, speaker: str | None = None, *, least: bool = False) -> Told:
    said = f", {speaker} said" if speaker else ""
    report = Told(
        f"{outlet}: the strike on 2020-01-03 in Avdo killed Qasem S and {dead} others{said}.",
        published,
        outlet,
    )
    report.event(
        "killed",
        targets=[report.party("Qasem S", person=True)],
        day=("2020-01-03",) * 3,
        places=[("Avdo", "IQ")],
        counts=[("killed", "others", dead, None if least else dead, f"{dead} others")],
        speakers=[speaker] if speaker else [],
    )
    return report


def standings(*reports: Told) -> list[tuple[int | None, str]]:
    shelf = Shelf(Kept(t.report, tuple(t.claims), "v1") for t in reports)
    return [(toll.count.min, toll.standing) for toll in tolls_seen(shelf)]


def test_a_rising_toll_is_an_update() -> None:
    assert standings(told("2020-01-04", 5, "Wire"), told("2020-01-05", 9, "Radio")) == [
        (5, "first"),
        (9, "update"),
    ]


def test_the_same_number_again_is_the_same() -> None:
    assert standings(told("2020-01-04", 5, "Wire"), told("2020-01-05", 5, "Radio"))[1] == (5, "same")


def test_rival_numbers_of_one_day_are_rivals() -> None:
    reports = told("2020-01-04", 5, "Wire", "the army"), told("2020-01-04", 9, "Radio", "the mayor")
    assert [standing for _, standing in standings(*reports)] == ["first", "rival"]


def test_who_lowers_his_own_number_revises_it() -> None:
    reports = told("2020-01-04", 9, "Wire", "the army"), told("2020-01-05", 5, "Radio", "the army")
    assert standings(*reports) == [(9, "first"), (5, "revision")]
    other = told("2020-01-04", 9, "Wire", "the army"), told("2020-01-05", 5, "Radio", "the mayor")
    assert standings(*other) == [(9, "first"), (5, "rival")]


def test_a_number_that_fits_the_one_before_stands_beside_it() -> None:
    reports = told("2020-01-05", 5, "Wire", least=True), told("2020-01-05", 9, "Radio")
    assert sorted(standing for _, standing in standings(*reports)) == ["beside", "first"]
