"""An export is there wholly or not at all, and the same for the same record."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from dateline.export import FORMATS, Options, export, stream
from dateline.export.chosen import Chosen
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
