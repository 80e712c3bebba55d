"""Origins are counted, not articles."""

from dateline.weaving import weave
from tests.weaving.told import Told

TEXT = "Jets bombed the depot at Avdo on Monday and set stores of fuel alight, and the fire burned for hours."


def told(outlet, text=TEXT, published="2020-01-05", speakers=()):
    report = Told(text, published, outlet)
    report.event(
        "bombed",
        actors=["Jets"],
        targets=["depot at Avdo"],
        day=("Monday", "2020-01-06", "2020-01-06"),
        speakers=speakers,
    )
    return report


def origins(*reports):
    (event,) = weave([r.report for r in reports], [c for r in reports for c in r.claims]).events
    return event.origins


def test_reprints_are_one_origin():
    assert origins(told("Wire"), told("Courier", published="2020-01-06"), told("Ledger")) in {
        ("Wire",),
        ("Ledger",),
    }


def test_two_outlets_that_quote_one_ministry_are_one_origin():
    one = told("Wire", "Jets bombed the depot at Avdo on Monday, the ministry said.", speakers=["ministry"])
    other = told("Post", "The ministry told us: Jets bombed the depot at Avdo Monday.", speakers=["ministry"])
    assert origins(one, other) == ("ministry",)


def test_an_outlets_own_words_are_another_origin_than_a_speakers():
    one = told("Wire", "Jets bombed the depot at Avdo on Monday, the ministry said.", speakers=["ministry"])
    other = told(
        "Post", "Our reporter saw how Jets bombed the depot at Avdo on Monday.", published="2020-01-06"
    )
    assert origins(one, other) == ("ministry", "Post")


def test_a_report_without_outlet_is_its_own_origin():
    assert origins(told(None)) == ("told",)
