"""A case is a function of the set of its reports."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.case import Case, Progress
from dateline.case.sqlite import SqliteStore
from dateline.export import jsonl
from dateline.model import CaseError, Claim, Report
from tests.case.fake import FakeReader
from tests.case.tales import tale, write_tales


def exported(case: Case) -> str:
    return "".join(jsonl.lines(case.shelf))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write_tales(tmp_path / "reports", 12)
    return tmp_path / "reports"


def test_adding_says_what_became_of_the_inputs(tmp_path: Path, reports: Path) -> None:
    reader = FakeReader()
    with Case(tmp_path / "x.case", reader) as case:
        added = case.add(reports)
        assert (added.added, added.known, added.reread) == (12, 1, 0)
        assert [e.reason for e in added.skipped] == [
            "is empty",
            "is not text but a PNG image",
            "broken on purpose",
        ]
        assert [row["reason"] for row in case.skipped()] == [e.reason for e in added.skipped]


def test_as_of_a_day_only_what_was_published_until_then_is_known(tmp_path: Path, reports: Path) -> None:
    path = tmp_path / "x.case"
    with Case(path, FakeReader()) as case:
        case.add(reports)
        days = sorted(row["published"] for row in case.reports() if row["published"])
    middle = days[len(days) // 2]
    with Case(path, as_of=middle) as then:
        known = [row["published"] for row in then.reports()]
        assert known == [day for day in days if day <= middle]
        assert {claim for event in then.record().events for claim in event.claims} <= set(then.shelf.claims)
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        Case(path, as_of="yesterday")


def test_adding_again_reads_nothing(tmp_path: Path, reports: Path) -> None:
    with Case(tmp_path / "x.case", FakeReader()) as case:
        case.add(reports)
        before = exported(case)
    (reports / "odd.txt").unlink()
    reader = FakeReader()
    with Case(tmp_path / "x.case", reader) as case:
        added = case.add(reports)
        assert (added.added, added.known, reader.read_count) == (0, 13, 0)
        assert exported(case) == before
        assert len(case.skipped()) == 2


@pytest.mark.parametrize("seed", range(5))
def test_order_and_batches_do_not_matter(tmp_path: Path, seed: int) -> None:
    paths = write_tales(tmp_path / "reports", 12)
    with Case(None, FakeReader()) as reference:
        reference.add(sorted(paths))
        expected = exported(reference)
    chance = random.Random(seed)
    chance.shuffle(paths)
    cut = chance.randrange(len(paths))
    with Case(tmp_path / "x.case", FakeReader()) as case:
        case.add(paths[:cut])
        case.add(paths[cut:])
        assert exported(case) == expected


def test_a_mended_input_leaves_the_list_of_skipped_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    with Case(None, FakeReader()) as case:
        case.add(path)
        assert len(case.skipped()) == 1
        path.write_text(tale(1))
        case.add(path)
        assert len(case.skipped()) == 0
        assert len(case.reports()) == 1


def test_reports_of_another_version_are_read_again_on_demand(tmp_path: Path, reports: Path) -> None:
    with Case(tmp_path / "x.case", FakeReader("v1")) as case:
        case.add(reports)
    reader = FakeReader("v2")
    with Case(tmp_path / "x.case", reader) as case:
        assert case.add(reports).added == 0
        assert {row["read_by"] for row in case.reports()} == {"v1"}
        assert case.reread().reread == 12
        assert {row["read_by"] for row in case.reports()} == {"v2"}
        assert case.reread().reread == 0
        upgraded = exported(case)
    with Case(None, FakeReader("v2")) as rebuilt:
        rebuilt.add(reports)
        assert exported(rebuilt) == upgraded


def test_a_reading_with_foreign_words_is_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    class Wrong(FakeReader):
        def read(self, report: Report) -> tuple[Claim, ...]:
            claims = super().read(report)
            return claims if report.name == "b" else super().read(replace(report, id="r-other"))

    for name, number in (("a", 1), ("b", 3)):
        (tmp_path / f"{name}.txt").write_text(tale(number))
    with Case(None, Wrong()) as case:
        added = case.add(tmp_path)
    assert added.added == 1
    assert [e.reason.split(" (")[0] for e in added.skipped] == ["was read wrongly"]


def test_a_claim_found_twice_is_one_claim(tmp_path: Path) -> None:
    class Twice(FakeReader):
        def read(self, report: Report) -> tuple[Claim, ...]:
            return super().read(report) * 2

    (tmp_path / "a.txt").write_text(tale(1))
    with Case(None, Twice()) as twice, Case(None, FakeReader()) as once:
        twice.add(tmp_path)
        once.add(tmp_path)
        assert exported(twice) == exported(once)


def test_progress_goes_up_to_all_bytes(tmp_path: Path, reports: Path) -> None:
    seen: list[Progress] = []
    with Case(None, FakeReader()) as case:
        case.add(reports, on_progress=seen.append)
    assert [p.reports for p in seen] == list(range(1, 14))
    assert seen[-1].all_bytes == sum(path.stat().st_size for path in reports.iterdir())
    assert seen[-1].bytes <= (seen[-1].all_bytes or 0)


def test_the_bytes_of_a_report_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Red Army attacked Alton.\r\n")
    with Case(tmp_path / "x.case", FakeReader()) as case:
        case.add(tmp_path / "a.txt")
        (row,) = case.reports()
        assert case.original(str(row["report"])) == b"Red Army attacked Alton.\r\n"


def test_nothing_is_made_before_something_is_added(tmp_path: Path) -> None:
    case = Case(tmp_path / "x.case", FakeReader())
    with pytest.raises(CaseError, match="no such case"):
        case.events()
    assert not (tmp_path / "x.case").exists()


def test_threads_that_come_at_once_share_one_store(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    class Counted(SqliteStore):
        def __init__(self, path: Path, create: bool = False) -> None:
            opened.append(path)
            super().__init__(path, create)

    monkeypatch.setattr("dateline.case.sqlite.SqliteStore", Counted)
    with Case(tmp_path / "x.case", FakeReader()) as late:
        with Case(tmp_path / "x.case", FakeReader()) as case:
            case.add(reports)
        opened.clear()
        with ThreadPoolExecutor(8) as threads:
            assert {len(rows) for rows in threads.map(lambda _: late.skipped(), range(8))} == {3}
    assert len(opened) == 1


def test_views_of_a_case(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(tale(0))
    (tmp_path / "b.txt").write_text(tale(1))
    with Case(None, FakeReader()) as case:
        case.add(tmp_path)
        (event,) = case.events()
        assert event["report_names"] == "a; b"
        assert (event["killed_min"], event["killed_max"]) == (3, 4)
        assert [row["value"] for row in case.disagreements()] == ["3", "4"]
        assert [row["what"] for row in case.figures()] == ["attacks", "attacks"]
        assert {row["type"] for row in case.relations()} == {"backs"}
        assert len(case.claims()) == 2
        assert len(case.updates()) == 0
        assert {row["actor"] for row in case.actors()} == {event["actors"], event["targets"]}
        assert len(case.events(actor=str(event["actors"]))) == 1
        assert len(case.events(actor="nobody")) == 0
