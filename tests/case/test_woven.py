"""The record of a large case is kept in it, and is never another one than weaving gives."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.case import Case, woven
from dateline.case.memory import MemoryStore
from dateline.case.sqlite import SqliteStore
from dateline.case.woven import Woven, key_of
from dateline.model import CaseError, Record
from tests.case.fake import FakeReader
from tests.case.tales import tale
from tests.case.test_store import keep, kept


@pytest.fixture(autouse=True)
def _every_case_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woven, "WORTH_KEEPING", 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(tale(number), "utf-8")
    with Case(tmp_path / "x.case", FakeReader()) as case:
        case.add(folder)
    return tmp_path / "x.case"


def record_of(path: Path) -> Record:
    with Case(path, FakeReader()) as case:
        return case.record()


def never() -> Record:
    raise AssertionError("woven although nothing changed")


def test_an_unchanged_case_is_not_woven_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = record_of(path)
    monkeypatch.setattr("dateline.weaving.Loom.weave", never)
    assert record_of(path) == first


def test_another_report_or_decision_is_another_record(path: Path, tmp_path: Path) -> None:
    first = record_of(path)
    (tmp_path / "new.txt").write_text(tale(7), "utf-8")
    with Case(path, FakeReader()) as case:
        case.add(tmp_path / "new.txt")
        assert case.record() != first
        case.reject(case.record().events[0].id, by="anna")
        left = case.record()
    assert record_of(path) == left
    assert record_of(path) == left


def test_a_kept_record_that_is_damaged_or_dropped_is_woven_anew(path: Path) -> None:
    first = record_of(path)
    with Case(path, FakeReader()) as case:
        key = key_of(case.shelf.kept, ())
    store = SqliteStore(path)
    store.keep_record(key, b"no record")
    store.close()
    assert record_of(path) == first


def test_as_of_a_day_nothing_is_kept(path: Path) -> None:
    whole = record_of(path)
    with Case(path, FakeReader(), as_of="1990-01-01") as case:
        assert case.record() == Record()
    assert record_of(path) == whole


def test_a_case_that_can_not_be_written_to_is_shown_all_the_same() -> None:
    class Full(MemoryStore):
        def keep_record(self, key: str, body: bytes) -> None:
            raise CaseError("the disk is full")

    assert Woven(Full()).record((kept(1),), (), Record) == Record()


def test_the_key_tells_readings_and_claims_apart() -> None:
    one = kept(1)
    fewer = replace(one, claims=one.claims[1:])
    assert key_of([one], ()) == key_of([replace(one, read_by="v2")], ())
    assert len({key_of([one], ()), key_of([fewer], ()), key_of([], ())}) == 3


def test_a_small_case_keeps_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(woven, "WORTH_KEEPING", 2)
    store, one = MemoryStore(), kept(1)
    keep(store, one)
    Woven(store).record((one,), (), Record)
    assert store.record(key_of([one], ())) is None


def test_another_registry_of_ones_own_is_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = key_of((), ())
    mine = tmp_path / "mine.jsonl"
    mine.write_text('{"id": "houthis", "names": ["Hauthi"]}\n', "utf-8")
    monkeypatch.setenv("DATELINE_REGISTRY", str(mine))
    assert key_of((), ()) != without
