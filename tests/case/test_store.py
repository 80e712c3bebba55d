"""The contract of stores: one suite, run on every one of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.case.memory import MemoryStore
from dateline.case.sqlite import SqliteStore
from dateline.case.store import Kept, Skipped, Store
from dateline.model import CaseError, Decision, Report, decision_id, mark_of
from dateline.sources import read_text
from tests.case.fake import FakeReader
from tests.case.tales import tale

MAKERS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: MemoryStore(),
    "sqlite": lambda folder: SqliteStore(folder / "test.case", create=True),
}


@pytest.fixture(params=sorted(MAKERS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = MAKERS[request.param](tmp_path)
    yield made
    made.close()


def kept(number: int, name: str = "one", read_by: str = "v1") -> Kept:
    report = read_text(tale(number), name).report
    return Kept(report, FakeReader().read(report), read_by)


def keep(store: Store, one: Kept, where: str = "a.txt", data: bytes = b"x") -> bool:
    return store.keep(one, where, data)


def test_what_is_kept_comes_back_whole(store: Store) -> None:
    one = kept(1)
    assert keep(store, one)
    assert store.find(one.report.id) == one
    assert list(store.kept()) == [one]
    assert store.original(one.report.original.sha256) == b"x"


def test_one_record_is_kept_under_its_key(store: Store) -> None:
    assert store.record("k1") is None
    store.keep_record("k1", b"one")
    store.keep_record("k2", b"two")
    assert (store.record("k1"), store.record("k2")) == (None, b"two")


def test_what_is_not_there_is_not_found(store: Store) -> None:
    assert store.find("r-nothing") is None
    assert store.original("0" * 64) is None
    assert store.places_of("r-nothing") == ()
    assert list(store.kept()) == []


def test_keeping_twice_changes_nothing(store: Store) -> None:
    assert keep(store, kept(1))
    assert not keep(store, kept(1))
    assert list(store.kept()) == [kept(1)]


def test_reports_come_in_order_of_id_whatever_the_order_of_keeping(store: Store) -> None:
    for number in (4, 1, 3, 2):
        keep(store, kept(number))
    ids = [one.report.id for one in store.kept()]
    assert ids == sorted(ids)
    assert len(ids) == 4


def test_a_report_without_claims_is_kept(store: Store) -> None:
    one = replace(kept(1), claims=())
    keep(store, one)
    assert store.find(one.report.id) == one


@pytest.mark.parametrize("order", [("b", "a"), ("a", "b")])
def test_of_two_sources_the_one_with_the_lower_name_stands(store: Store, order: tuple[str, str]) -> None:
    for name in order:
        keep(store, kept(1, name), f"{name}.txt")
    (one,) = store.kept()
    assert one.report.name == "a"
    assert store.places_of(one.report.id) == ("a.txt", "b.txt")


def test_a_new_version_replaces_what_the_old_one_read(store: Store) -> None:
    keep(store, kept(1, read_by="v1"))
    new = replace(kept(1, read_by="v2"), claims=kept(1).claims[:1])
    assert keep(store, new)
    assert list(store.kept()) == [new]


def test_words_that_are_not_in_the_report_are_refused(store: Store) -> None:
    one = kept(1)
    other: Report = kept(3).report
    wrong = replace(one, claims=FakeReader().read(other))
    with pytest.raises(CaseError, match="names report"):
        keep(store, wrong)
    shifted = replace(one.claims[0], trigger=replace(one.claims[0].trigger, start=1, end=9))
    with pytest.raises(CaseError, match=r'"attacked" is not at 1:9'):
        keep(store, replace(one, claims=(shifted,)))
    assert list(store.kept()) == []


def test_a_claim_that_comes_twice_is_refused(store: Store) -> None:
    one = kept(1)
    with pytest.raises(CaseError, match="comes twice"):
        keep(store, replace(one, claims=(*one.claims, one.claims[0])))


def test_skipped_inputs_are_listed_once_each_in_order(store: Store) -> None:
    for where, reason in (("b", "old"), ("a", "is empty"), ("b", "new")):
        store.skip(Skipped(where, reason))
    assert list(store.skipped()) == [Skipped("a", "is empty"), Skipped("b", "new")]


def test_what_is_tried_again_leaves_the_list(store: Store) -> None:
    for where in ("in/a.txt", "in/b.jsonl:3", "inner.txt", "x"):
        store.skip(Skipped(where, "no"))
    store.retry(["in"])
    assert [s.where for s in store.skipped()] == ["inner.txt", "x"]
    store.retry(["x"])
    assert [s.where for s in store.skipped()] == ["inner.txt"]


def decision(at: str, kind: str = "accept", by: str = "anna") -> Decision:
    marks = tuple(mark_of(claim) for claim in kept(1).claims)
    return Decision(decision_id(kind, by, at), kind, by, at, marks)


def test_decisions_come_in_the_order_they_were_made_and_none_is_changed(store: Store) -> None:
    assert list(store.decisions()) == []
    late, soon = decision("2026-01-02T00:00:00+00:00"), decision("2026-01-01T00:00:00+00:00")
    store.decide(late)
    store.decide(soon)
    store.decide(replace(late, note="another one of that id"))
    assert list(store.decisions()) == [soon, late]


def test_reports_come_and_go_anew_without_touching_decisions(store: Store) -> None:
    keep(store, kept(1))
    store.decide(decision("2026-01-01T00:00:00+00:00"))
    keep(store, kept(1, read_by="v2"))
    assert len(list(store.decisions())) == 1
