"""Who is private, and who is not."""

import pytest

from dateline.export.chosen import choose
from dateline.export.masking import UNNUMBERED, Masking, is_private, may_be_private
from dateline.export.options import Options
from dateline.model import Party, Where
from tests.export import golden


def masked(report: golden.Written, *named: str) -> str:
    """The text of `report`, in which the pipeline is said to find these persons."""
    parties = [report.party(name, person=True) for name in named]
    wording = Masking([report.kept()], lambda _: parties).wording(report.kept())
    return wording.of(report.text)


@pytest.mark.parametrize(
    ("party", "private"),
    [
        (Party("Ali Hassan", golden.strike().span("Ali Hassan"), schema="Person"), True),
        (
            Party("Ali Hassan", golden.strike().span("Ali Hassan"), "a-0123456789abcdef", schema="Person"),
            True,
        ),
        (Party("Ali Hassan", golden.strike().span("Ali Hassan"), "ali-hassan", schema="Person"), False),
        (Party("a shepherd", golden.strike().span("a shepherd"), kind="unnamed", schema="Person"), False),
        (Party("Pentagon", golden.strike().span("Pentagon"), schema="Organization"), False),
    ],
    ids=["unknown", "joined by a decision", "in the registry", "unnamed", "a body"],
)
def test_private_is_a_named_person_whom_the_registry_does_not_hold(party: Party, private: bool) -> None:
    assert is_private(party) is private


@pytest.mark.parametrize(
    ("name", "schema", "private"),
    [
        ("Khamis Abdullah", None, True),
        ("Abu Taqwa", "Organization", True),
        ("Abu Ali Mustafa Brigades", "Organization", False),
        ("Joint Operations Command", "Organization", False),
    ],
)
def test_what_may_be_a_person_is_hidden(name: str, schema: str | None, private: bool) -> None:
    report = golden.Written(f"{name} came.", None, None)
    party = Party(name, report.span(name), schema=schema)
    assert may_be_private(party) is private
    report.event("came", "ASSAULT", report.text, actors=(party,))
    masking = Masking([report.kept()], lambda _: ())
    assert (masking.wording(report.kept()).of(report.text) == "Person 1 came.") is private


@pytest.mark.parametrize("name", ["Syria", "Americans", "Washington"])
def test_lands_and_peoples_are_nobody(name: str) -> None:
    report = golden.Written(f"{name} came.", None, None)
    report.event("came", "ASSAULT", report.text, actors=(Party(name, report.span(name)),))
    masking = Masking([report.kept()], lambda _: ())
    assert masking.wording(report.kept()).of(report.text) == report.text


def test_persons_whom_no_claim_names_have_no_number() -> None:
    report = golden.Written("Omar Saleh saw it. Saleh ran.", None, None)
    assert masked(report, "Omar Saleh") == f"{UNNUMBERED} saw it. {UNNUMBERED} ran."


def test_a_word_of_no_known_kind_that_bears_no_part_stays() -> None:
    report = golden.Written("Smoke rose. Umm Ahmed wept.", None, None)
    named = [Party(name, report.span(name)) for name in ("Smoke", "Umm Ahmed")]
    wording = Masking([report.kept()], lambda _: named).wording(report.kept())
    assert wording.of(report.text) == f"Smoke rose. {UNNUMBERED} wept."


def test_outlets_places_and_seats_of_government_are_nobody() -> None:
    report = golden.Written("Taji Wire in Taji: Washington struck.", "Taji Wire", None)
    report.event("struck", "ASSAULT", report.text, places=(report.place("Taji"),))
    assert masked(report, "Taji Wire", "Taji", "Washington") == report.text


def test_a_surname_that_the_pipeline_missed_goes_too() -> None:
    report = golden.Written("Mushtaq Talib al-Saidi died.", None, None)
    assert masked(report, "Mushtaq Talib") == f"{UNNUMBERED} died."


def test_a_label_follows_the_day_of_publication_not_the_order_of_reports() -> None:
    reports = []
    for name, published in (("Omar Saleh", "2020-02-02"), ("Ali Karim", "2020-01-01")):
        report = golden.Written(f"{name} died.", None, published)
        report.event("died", "ASSAULT", report.text, targets=(report.party(name, person=True),))
        reports.append(report.kept())
    for order in (reports, reports[::-1]):
        masking = Masking(order, lambda _: ())
        assert [masking.wording(kept).of(kept.report.text) for kept in reports] == [
            "Person 2 died.",
            "Person 1 died.",
        ]


def test_names_in_capitals_go_too() -> None:
    report = golden.Written("ALI HASSAN KILLED. Ali Hassan died.", None, None)
    assert masked(report, "Ali Hassan") == f"{UNNUMBERED} KILLED. {UNNUMBERED} died."


def test_a_person_misread_as_an_unknown_place_is_masked_there_too() -> None:
    report = golden.Written("Gunmen killed Khamis Abdullah in Taji.", None, None)
    report.event(
        "killed", "ASSAULT", report.text, targets=(Party("Khamis Abdullah", report.span("Khamis Abdullah")),),
        places=(Where(report.span("Khamis Abdullah"), "Khamis Abdullah"),),
    )  # fmt: skip
    chosen = choose(golden.shelf(report), Options(mask_private=True))
    assert chosen.record.events[0].places[0].name == "Person 1"
    assert chosen.record.events[0].targets[0].name == "Person 1"


def test_a_name_that_one_report_gives_away_is_hidden_in_all() -> None:
    told, other = (
        golden.Written(text, None, None) for text in ("Ali Karim died.", "They mourn Ali Karim. Karim was 9.")
    )
    told.event("died", "ASSAULT", told.text, targets=(told.party("Ali Karim", person=True),))
    masking = Masking([told.kept(), other.kept()], lambda _: ())
    assert masking.wording(other.kept()).of(other.text) == "They mourn Person 1. Person 1 was 9."
