"""To whom claims go back, how far each origin is carried, and who repeats whom."""

from dateline.case.origins import origins_seen
from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from tests.weaving.told import Told

OPENINGS = {
    "Wire": "Word came at noon from the town.",
    "Radio": "Listeners called about smoke over the hills.",
    "Voice": "Nothing else moved on the roads that day.",
}


def told(outlet: str, speaker: str | None = None) -> Told:
    said = f", {speaker} said" if speaker else ""
    report = Told(f"{OPENINGS[outlet]} Rebels attacked the base in Avdo on 2020-01-03{said}.", outlet=outlet)
    report.event(
        "attacked",
        actors=["Rebels"],
        targets=["the base"],
        day=("2020-01-03",) * 3,
        places=[("Avdo", "IQ")],
        speakers=[speaker] if speaker else [],
    )
    return report


def test_a_speaker_whom_two_outlets_quote_is_one_origin_repeated_by_both() -> None:
    reports = told("Wire", "the army"), told("Radio", "the army"), told("Voice")
    army, voice = origins_seen(Shelf(Kept(t.report, tuple(t.claims), "v1") for t in reports))
    assert (army.name, army.quoted, len(army.reports), army.repeated_by) == (
        "the army",
        True,
        2,
        ("Radio", "Wire"),
    )
    assert (voice.name, voice.quoted, voice.repeated_by, voice.values) == ("Voice", False, (), 4)
    assert army.events == voice.events


def test_a_copy_goes_back_to_the_outlet_of_the_first_text() -> None:
    first = told("Wire")
    again = Told(first.text, "2020-01-06", "Herald")
    again.event("attacked", actors=["Rebels"], targets=["the base"], day=("2020-01-03",) * 3)
    (wire,) = origins_seen(Shelf(Kept(t.report, tuple(t.claims), "v1") for t in (first, again)))
    assert (wire.name, wire.copies, wire.outlets, wire.repeated_by) == (
        "Wire",
        1,
        ("Herald", "Wire"),
        ("Herald",),
    )
