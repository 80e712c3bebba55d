"""The file of a case: refused when it is none, shared between processes, and free of leftovers."""

import re
import sqlite3
from pathlib import Path

import pytest

from dateline.case.sqlite import SqliteStore
from dateline.case.store import Skipped
from dateline.model import CaseError
from tests.case.test_store import keep, kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.case"


def test_a_missing_case_says_how_to_make_it(path: Path) -> None:
    with pytest.raises(CaseError, match=r"no such case; make it with: dateline build .*test\.case PATH"):
        SqliteStore(path)
    assert not path.exists()


def test_other_files_are_refused_and_left_alone(path: Path) -> None:
    path.write_text("Dear diary")
    with pytest.raises(CaseError, match="is not a case"):
        SqliteStore(path, create=True)
    assert path.read_text() == "Dear diary"


def test_other_databases_are_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("create table diary (day)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="an SQLite database, but not a case"):
        SqliteStore(path, create=True)
    assert path.read_bytes() == before


def test_folders_and_missing_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is a folder"):
        SqliteStore(tmp_path, create=True)
    with pytest.raises(CaseError, match=r"the folder .* does not exist"):
        SqliteStore(tmp_path / "no" / "x.case", create=True)


@pytest.mark.parametrize(("schema", "age"), [("0", "an older"), ("99", "a newer")])
def test_a_case_of_another_schema_is_refused(path: Path, schema: str, age: str) -> None:
    SqliteStore(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute("update meta set value = ? where key = 'schema'", (schema,))
    db.close()
    with pytest.raises(CaseError, match=rf"made by {age} dateline \(schema {schema}"):
        SqliteStore(path)


def test_a_damaged_case_is_one_line(path: Path) -> None:
    SqliteStore(path, create=True).close()
    path.write_bytes(path.read_bytes()[:100] + b"\x00" * 200)
    with pytest.raises(CaseError, match=r"is damaged or cut short; build it again from its reports$"):
        SqliteStore(path)


def test_bytes_that_cannot_be_kept_are_a_fault_of_the_case(path: Path) -> None:
    store = SqliteStore(path, create=True)
    path.with_name(path.name + ".bytes").rmdir()
    path.with_name(path.name + ".bytes").write_text("a file where the folder should be")
    with pytest.raises(CaseError, match=re.escape(f"{path}: ")):
        keep(store, kept(1))
    assert list(store.kept()) == []
    store.close()


def test_a_closed_case_is_one_file_beside_the_kept_bytes(path: Path) -> None:
    store = SqliteStore(path, create=True)
    keep(store, kept(1), data=b"kept")
    store.close()
    digest = kept(1).report.original.sha256
    files = sorted(str(p.relative_to(path.parent)) for p in path.parent.rglob("*") if p.is_file())
    assert files == ["test.case", f"test.case.bytes/{digest[:2]}/{digest}"]


def test_readers_do_not_wait_for_a_writer(path: Path) -> None:
    writer, reader = SqliteStore(path, create=True), SqliteStore(path)
    with sqlite3.connect(path, isolation_level=None) as busy:
        busy.execute("begin immediate")
        assert list(reader.kept()) == []
        busy.execute("rollback")
    busy.close()
    writer.close()
    reader.close()


def test_a_second_writer_waits_and_then_says_why(path: Path) -> None:
    store = SqliteStore(path, create=True, patience=0.05)
    with sqlite3.connect(path, isolation_level=None) as busy:
        busy.execute("begin immediate")
        with pytest.raises(CaseError, match="another process is writing to it"):
            store.skip(Skipped("a", "b"))
        busy.execute("rollback")
    busy.close()
    store.skip(Skipped("a", "b"))
    store.close()


def test_two_open_cases_see_each_other(path: Path) -> None:
    one, two = SqliteStore(path, create=True), SqliteStore(path, create=True)
    keep(one, kept(1))
    keep(two, kept(3))
    assert list(one.kept()) == list(two.kept())
    assert len(list(one.kept())) == 2
    one.close()
    two.close()
