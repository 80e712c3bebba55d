"""Decisions in a case: kept for good, found again after any rereading, gone from the record when undone."""

import json
import random
import sqlite3
from collections import Counter
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.case import Case
from dateline.case.sqlite import SqliteStore
from dateline.export import jsonl
from dateline.model import Claim, Decision, EventClaim, Report, event_claim_id
from dateline.model.codec import encode
from tests.case.fake import FakeReader
from tests.case.tales import write_tales

REPORTS = 12
SAID = tuple(what for what in jsonl.WHAT if what != "decisions")
KILLS = 8


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write_tales(tmp_path / "reports", REPORTS)
    return tmp_path / "reports"


@pytest.fixture
def case(tmp_path: Path, reports: Path):
    with Case(tmp_path / "x.case", FakeReader()) as made:
        made.add(reports)
        yield made


def exported(case: Case) -> str:
    """Everything that the case says; the decisions themselves have their own lines."""
    return "".join(line for what in SAID for line in jsonl.lines(case.shelf, what))


def first(case: Case) -> str:
    return str(case.events()[0]["event"])


def test_a_decision_is_there_when_the_case_is_opened_again(case: Case) -> None:
    made = case.reject(first(case), by="anna", at="2026-01-01")
    shown = exported(case)
    case.close()
    with Case(case.path) as again:
        assert exported(again) == shown
        (row,) = again.decisions()
    assert (row["decision"], row["by"], row["at"]) == (made.id, "anna", "2026-01-01T00:00:00.000000+00:00")


def test_undoing_restores_the_very_bytes_and_keeps_the_decisions(case: Case) -> None:
    before, event = exported(case), first(case)
    made = [
        case.edit(event, field="place", value="Kirkuk"),
        case.merge(event, str(case.events()[3]["event"])),
        case.same_actor(str(case.actors()[0]["actor"]), str(case.actors()[1]["actor"])),
    ]
    assert exported(case) != before
    for decision in made:
        case.undo(decision.id)
    assert exported(case) == before
    assert [row["holds"] for row in case.decisions()] == [False] * 3 + [True] * 3


def test_an_export_tells_the_decisions_and_what_was_read(case: Case) -> None:
    place = case.events()[0]["place"]
    made = case.edit(first(case), field="place", value="Kirkuk", by="anna")
    case.undo(made.id, by="bob")
    edit, undo = map(json.loads, jsonl.lines(case.shelf, "decisions"))
    assert (edit["kind"], edit["decides"], edit["by"], edit["value"]) == (
        "decision",
        "edit",
        "anna",
        "Kirkuk",
    )
    assert (edit["holds"], edit["read"]) == (False, None)
    case.undo(undo["id"])
    edit = json.loads(next(jsonl.lines(case.shelf, "decisions")))
    assert (edit["holds"], edit["read"]) == (True, place)


def test_a_decision_that_changes_no_claim_gives_the_record_that_weaving_anew_gives(case: Case) -> None:
    before = case.record()
    accept = case.accept(first(case))
    assert [e.id for e in case.record().events if accept.id in e.decisions] == [first(case)]
    quick = encode(case.record())
    with Case(case.path, FakeReader()) as anew:
        assert encode(anew.record()) == quick
    case.undo(accept.id)
    assert case.record() == before


def test_a_claim_of_edited_type_is_marked_as_it_was_read(case: Case) -> None:
    claim = case.record().events[0].claims[0]
    case.edit(claim, field="type", value="COERCE")
    assert case.shelf.claims[claim] != case.shelf.as_read[claim]
    assert case.accept(claim).claims[0].type == "ASSAULT"


def test_the_clock_never_runs_backwards(case: Case) -> None:
    late = case.edit(first(case), field="time", value="2020-01-01", at="2999-01-01")
    last = case.edit(first(case), field="time", value="2020-01-02")
    assert last.at > late.at
    assert case.events()[0]["earliest"] == "2020-01-02"


class Upgraded(FakeReader):
    """Reads every event with another type, trigger and so another id."""

    def read(self, report: Report) -> tuple[Claim, ...]:
        claims: list[Claim] = []
        for claim in super().read(report):
            if isinstance(claim, EventClaim):
                trigger = report.span(claim.trigger.start, claim.trigger.end + 1)
                identity = event_claim_id(trigger, "COERCE")
                claim = replace(claim, id=identity, type="COERCE", trigger=trigger)
            claims.append(claim)
        return tuple(claims)


def test_a_decision_survives_another_lexicon(case: Case) -> None:
    event = first(case)
    edit = case.edit(event, field="time", value="2019-12-31")
    case.close()
    with Case(case.path, Upgraded("fake 2")) as upgraded:
        assert upgraded.reread().reread == REPORTS
        (row,) = upgraded.decisions()
        assert row["idle"] is None
        (shaped,) = [e for e in upgraded.record().events if edit.id in e.decisions]
        assert shaped.type == "COERCE"
        assert shaped.when is not None
        assert shaped.when.earliest == "2019-12-31"


def test_reports_added_again_and_in_any_order_give_the_same_bytes(case: Case, reports: Path) -> None:
    case.reject(first(case), by="anna", at="2026-01-01")
    case.edit(first(case), field="status", value="alleged", by="bob", at="2026-01-02")
    paths = sorted(reports.iterdir())
    random.Random(7).shuffle(paths)
    with Case(None, FakeReader()) as other:
        for decision in case.shelf.decisions:
            other._open().decide(decision)
        for path in paths:
            other.add(path)
        assert exported(other) == exported(case)
    case.add(reports)
    assert len(case.decisions()) == 2


@settings(deadline=None, max_examples=12)
@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_any_order_and_any_batches_of_reports_and_decisions_give_the_same_bytes(
    chance: random.Random, size: int
) -> None:
    with TemporaryDirectory() as folder, Case(None, FakeReader()) as straight:
        paths = write_tales(Path(folder) / "reports", 6)
        straight.add(paths)
        one, other = (str(straight.events()[at]["event"]) for at in (0, 2))
        straight.edit(one, field="place", value="Kirkuk")
        straight.undo(straight.reject(other).id)
        straight.merge(one, other)
        steps: list[Any] = [*paths, *straight.shelf.decisions]
        chance.shuffle(steps)
        with Case(Path(folder) / "y.case", FakeReader()) as shuffled:
            shuffled.add(paths[:1])
            for at in range(0, len(steps), size):
                shuffled.add([step for step in steps[at : at + size] if isinstance(step, Path)])
                for step in steps[at : at + size]:
                    if isinstance(step, Decision):
                        shuffled._keep_decision(step)
            assert exported(shuffled) == exported(straight)


def test_a_decision_about_a_report_that_is_not_there_waits_for_it(case: Case, reports: Path) -> None:
    reject = case.reject(first(case))
    with Case(None, FakeReader()) as other:
        other._open().decide(reject)
        assert [row["idle"] for row in other.decisions()] == ["its claims are not found"]
        other.add(reports)
        assert exported(other) == exported(case)


def test_as_of_a_day_decisions_hold_as_ever(case: Case) -> None:
    day = str(case.events()[0]["published"]).split(";")[0]
    case.close()
    with Case(case.path, FakeReader(), as_of=day) as then:
        event = then.record().events[0]
        then.edit(event.id, field="time", value="2019-01-01", at="2030-01-01")
        (edited,) = [e for e in then.record().events if e.decisions]
        assert edited.when is not None
        assert edited.when.earliest == "2019-01-01"


def test_what_was_read_stays_beside_it(case: Case) -> None:
    event = first(case)
    place = case.events()[0]["place"]
    case.edit(event, field="place", value="Kirkuk", by="anna")
    (row,) = [row for row in case.events() if row["event"] == event]
    assert row["place"] == "Kirkuk"
    assert row["edited"] == f"place Kirkuk, decided by anna; read: {place}"
    assert case.decisions()[0]["read"] == place
    assert {claim.places[0].name for claim in case.shelf.as_read.values() if claim.id in row["claims"]} == {
        place
    }


def test_a_case_of_schema_1_is_read_and_gets_its_table_with_the_first_decision(case: Case) -> None:
    case.close()
    with sqlite3.connect(case.path) as db:
        db.execute("drop table decision")
        db.execute("update meta set value = '1' where key = 'schema'")
    db.close()
    with Case(case.path, FakeReader()) as old:
        assert len(old.decisions()) == 0
        old.reject(first(old))
    with Case(case.path, FakeReader()) as new:
        assert len(new.decisions()) == 1
    with sqlite3.connect(case.path) as db:
        assert db.execute("select value from meta where key = 'schema'").fetchone() == ("2",)
    db.close()


def _decide_without_end(path: Path) -> None:
    with Case(path, FakeReader()) as case:
        claims = sorted(case.shelf.as_read)
        while True:
            case.accept(claims[len(case.shelf.decisions) % len(claims)], by="anna")


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_killed_at_any_moment_every_decision_is_whole_or_not_there(case: Case) -> None:
    case.close()
    fork, chance, kept = get_context("fork"), random.Random(5), [0]
    for _ in range(KILLS):
        process = fork.Process(target=_decide_without_end, args=(case.path,))
        process.start()
        process.join(chance.uniform(0.05, 0.3))
        process.kill()
        process.join()
        store = SqliteStore(case.path)
        kept.append(len(list(store.decisions())))
        store.close()
    assert kept == sorted(kept)
    assert kept[-1] > 0
    with Case(case.path, FakeReader()) as whole:
        assert len(whole.decisions()) == kept[-1]


def _decide_often(path: Path, by: str) -> None:
    with Case(path, FakeReader()) as case:
        for claim in sorted(case.shelf.as_read)[:10]:
            case.accept(claim, by=by)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_two_people_may_decide_at_once(case: Case) -> None:
    case.close()
    fork = get_context("fork")
    both = [fork.Process(target=_decide_often, args=(case.path, by)) for by in ("anna", "bob")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    with Case(case.path, FakeReader()) as shared:
        assert Counter(row["by"] for row in shared.decisions()) == {"anna": 10, "bob": 10}
