"""A build that is killed at any moment loses nothing and leaves nothing half."""

import random
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from dateline.case import Case
from dateline.export import jsonl
from tests.case.fake import FakeReader
from tests.case.tales import write_tales

REPORTS = 60
KILLS = 10

# A forked process builds only, and needs none of the threads that other tests may have started.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def build(case: Path, reports: Path, progress: Connection | None = None) -> None:
    with Case(case, FakeReader()) as opened:
        opened.add(reports, on_progress=(lambda p: progress.send(p.reports)) if progress else None)


def exported(case: Case) -> str:
    return "".join(jsonl.lines(case.shelf))


def reports_in(path: Path) -> int:
    with Case(path, FakeReader()) as case:
        return len(case.shelf.reports)


def test_killed_ten_times_and_resumed_gives_the_same_bytes(tmp_path: Path) -> None:
    write_tales(tmp_path / "reports", REPORTS)
    fork, chance = get_context("fork"), random.Random(20200103)
    path = tmp_path / "killed.case"
    kept: list[int] = []
    for _ in range(KILLS):
        seen, progress = fork.Pipe(duplex=False)
        process = fork.Process(target=build, args=(path, tmp_path / "reports", progress))
        process.start()
        progress.close()
        while seen.recv() < (kept[-1] if kept else 0) + chance.randint(1, 5):
            pass
        time.sleep(chance.uniform(0, 0.005))
        process.kill()
        process.join()
        seen.close()
        kept.append(reports_in(path))
    assert kept == sorted(kept)
    assert 0 < kept[0] < REPORTS

    with Case(path, FakeReader()) as resumed, Case(None, FakeReader()) as untouched:
        resumed.add(tmp_path / "reports")
        untouched.add(tmp_path / "reports")
        assert exported(resumed) == exported(untouched)
        assert resumed.skipped().to_dicts() == untouched.skipped().to_dicts()


def test_two_builds_at_once_give_the_same_bytes(tmp_path: Path) -> None:
    write_tales(tmp_path / "reports", 12)
    fork, path = get_context("fork"), tmp_path / "shared.case"
    both = [fork.Process(target=build, args=(path, tmp_path / "reports")) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    with Case(path, FakeReader()) as shared, Case(None, FakeReader()) as alone:
        alone.add(tmp_path / "reports")
        assert exported(shared) == exported(alone)
