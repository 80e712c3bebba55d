"""An export is there wholly or not at all, and the same for the same record."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from dateline.export import FORMATS, Options, export, stream
from dateline.export.chosen import Chosen, version_of
from dateline.model import RunError
from tests.export import golden


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_and_a_stream_get_the_same_bytes_every_time(name: str, tmp_path: Path) -> None:
    out = BytesIO()
    assert export(golden.shelf(), name, out) is FORMATS[name]
    export(golden.shelf(), name, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == out.getvalue() == b"".join(stream(golden.shelf(), name))
    assert out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_case_makes_a_file_too(name: str, tmp_path: Path) -> None:
    export(golden.shelf(golden.Written("Nothing.", None, None)), name, tmp_path / "file")
    assert (tmp_path / "file").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_break_no_format(name: str) -> None:
    out = BytesIO()
    export(golden.shelf(golden.hostile()), name, out)
    assert out.getvalue()


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"parquet", "docbin"}))
def test_what_is_withheld_is_in_no_text(name: str) -> None:
    out = BytesIO()
    export(golden.shelf(), name, out, Options(mask_private=True, coarsen="country"))
    words = out.getvalue().decode()
    for hidden in ("Hassan", "hassan", "HASSAN", "Taji", "TAJI"):
        assert hidden not in words


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"parquet", "docbin"}))
def test_the_case_and_the_claims_are_named(name: str) -> None:
    out = BytesIO()
    shelf = golden.shelf()
    export(shelf, name, out)
    words = out.getvalue().decode()
    assert version_of(shelf) in words
    # UCDP takes only events with deaths, ACLED and UCDP only what happened.
    for claim in shelf.record.events[0].claims:
        assert claim in words


@pytest.mark.parametrize("name", ["csv", "acled", "ucdp", "ftm-statements"])
def test_no_cell_runs_as_a_formula(name: str) -> None:
    out = BytesIO()
    export(golden.shelf(golden.hostile()), name, out)
    for row in csv.reader(StringIO(out.getvalue().decode(), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            assert not cell.startswith("-") or float(cell)


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Chosen) -> Iterator[str]:
        yield "half"
        raise ValueError("broken")

    monkeypatch.setitem(FORMATS, "csv", replace(FORMATS["csv"], content=fails))
    path = tmp_path / "x.csv"
    path.write_text("before")
    with pytest.raises(ValueError, match="broken"):
        export(golden.shelf(), "csv", path)
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]
    assert path.read_text() == "before"


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="does not exist"):
        export(golden.shelf(), "csv", tmp_path / "missing" / "x.csv")


def test_a_list_that_a_format_does_not_have_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no list of ties"):
        export(golden.shelf(), "csv", tmp_path / "x.csv", Options(view="ties"))


def test_formats_say_what_they_are() -> None:
    for name, form in FORMATS.items():
        assert form.name == name
        for words in (form.people, form.rule, form.loss):
            assert words == words.strip()
            assert words
