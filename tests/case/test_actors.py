"""Who is one actor over several reports, and what says so."""

import pytest

from dateline.case import Case
from tests.case.fake import FakeReader

FIRST = "Blue Column attacked Red Valley in Kirkuk on 2020-01-03. Khan attacked Red Valley on 2020-01-03."
SECOND = "Blue Column shelled Green Hill in Kirkuk on 2020-02-03. Khan attacked Green Hill on 2020-02-03."
THIRD = "Hezbollah attacked Lake Town on 2020-02-07."


def actors(tmp_path, *texts, decide=None):
    for number, text in enumerate(texts):
        (tmp_path / f"r{number}.txt").write_text(text)
    case = Case(None, FakeReader())
    case.add(tmp_path)
    if decide:
        decide(case)
    return {row["actor"]: row for row in case.actors()}


def test_an_actor_of_one_report_was_joined_by_nothing(tmp_path):
    row = actors(tmp_path, FIRST)["Blue Column"]
    assert (row["report_count"], row["joined_by"]) == (1, None)


def test_what_joins_an_unknown_actor_of_two_reports_is_said(tmp_path):
    rows = actors(tmp_path, FIRST, SECOND, THIRD)
    assert rows["Blue Column"]["report_count"] == 2
    assert rows["Blue Column"]["joined_by"].startswith("same full name")
    assert rows["Khan"]["joined_by"] == "same short name"


def test_names_that_are_merely_alike_are_never_one_actor(tmp_path):
    rows = actors(tmp_path, FIRST, SECOND.replace("Blue Column", "Blue Columns"))
    assert {"Blue Column", "Blue Columns"} <= set(rows)


def test_a_person_joins_names_and_takes_that_back(tmp_path):
    texts = (FIRST, SECOND.replace("Blue Column", "Azure Column"))

    def join(case):
        case.same_actor("Blue Column", "Azure Column", by="anna")

    def join_and_undo(case):
        case.undo(case.same_actor("Blue Column", "Azure Column", by="anna").id, by="anna")

    joined = actors(tmp_path, *texts, decide=join)
    one = next(row for name, row in joined.items() if name in ("Blue Column", "Azure Column"))
    assert (one["report_count"], one["joined_by"]) == (2, "decision")
    assert {"Blue Column", "Azure Column"} <= set(actors(tmp_path, *texts, decide=join_and_undo))


def test_a_person_says_that_one_name_is_anothers_in_each_report(tmp_path):
    for number, text in enumerate((FIRST, SECOND)):
        (tmp_path / f"r{number}.txt").write_text(text)
    case = Case(None, FakeReader())
    case.add(tmp_path)
    decision = case.other_actor("Khan", by="anna")
    assert [row["report_count"] for row in case.actors() if row["actor"] == "Khan"] == [1, 1]
    case.undo(decision.id, by="anna")
    assert [row["report_count"] for row in case.actors() if row["actor"] == "Khan"] == [2]


def test_whom_the_registry_knows_one_name_does_not_part(tmp_path):
    (tmp_path / "r.txt").write_text(FIRST)
    case = Case(None, FakeReader())
    case.add(tmp_path)
    with pytest.raises(ValueError, match="nobody outside the registry"):
        case.other_actor("Nobody Here", by="anna")


def test_state_and_sector_stand_beside_the_actor(tmp_path):
    row = actors(tmp_path, "Iraqi Police attacked Red Valley on 2020-01-03.")["Iraqi Police"]
    assert (row["actor_country"], row["sector"], row["actor_code"]) == ("IRQ", "COP", "IRQCOP")
