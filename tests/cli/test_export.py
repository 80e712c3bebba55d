"""Exports are the same bytes for the same reports."""

import csv
import json
from pathlib import Path

from dateline.case.views import VIEWS
from tests.cli.running import CommandLine


def test_lines_by_kind(dateline: CommandLine, case: Path) -> None:
    result = dateline("export", case)
    kinds = {json.loads(line)["kind"] for line in result.out.splitlines()}
    assert {"report", "event_claim", "relation_claim", "figure_claim", "event", "disagreement"} <= kinds
    events = dateline("export", case, "--what", "events").out.splitlines()
    assert {json.loads(line)["kind"] for line in events} == {"event"}


def test_a_table_with_all_columns(dateline: CommandLine, case: Path, tmp_path: Path) -> None:
    assert dateline("export", case, "--as", "csv", "-o", tmp_path / "events.csv").status == 0
    with (tmp_path / "events.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2
    assert list(rows[0]) == [*(column.name for column in VIEWS["events"].columns), "case"]
    assert rows[0]["type"] == "ASSAULT"


def test_all_tables_go_into_a_folder(dateline: CommandLine, case: Path, tmp_path: Path) -> None:
    assert dateline("export", case, "--as", "csv", "--what", "all", "-o", tmp_path / "out").status == 0
    assert sorted(p.stem for p in (tmp_path / "out").iterdir()) == sorted(VIEWS)
    assert dateline("export", case, "--as", "csv", "--what", "all").status == 2


def test_actors_are_a_table_only(dateline: CommandLine, case: Path) -> None:
    assert dateline("export", case, "--what", "actors").status == 2
    assert dateline("export", case, "--as", "csv", "--what", "actors").status == 0


def test_the_order_of_reports_changes_no_byte(
    dateline: CommandLine, case: Path, tmp_path: Path, reports: Path
) -> None:
    paths = sorted(reports.iterdir(), reverse=True)
    dateline("build", tmp_path / "other.case", *paths)
    for form in ("csv", "jsonl"):
        one, other = tmp_path / f"one.{form}", tmp_path / f"other.{form}"
        dateline("export", case, "--as", form, "-o", one)
        dateline("export", tmp_path / "other.case", "--as", form, "-o", other)
        assert one.read_bytes() == other.read_bytes()


def test_output_into_a_missing_folder_is_one_line(dateline: CommandLine, case: Path, tmp_path: Path) -> None:
    result = dateline("export", case, "-o", tmp_path / "missing" / "x.jsonl")
    assert result.status == 5
    assert result.err == (
        f"dateline: {tmp_path}/missing/x.jsonl: the folder {tmp_path}/missing does not exist\n"
    )


def test_a_file_where_a_folder_should_be_is_one_line(
    dateline: CommandLine, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("something else")
    result = dateline("export", case, "--as", "csv", "--what", "all", "-o", tmp_path / "out")
    assert (result.status, result.err) == (5, f"dateline: {tmp_path}/out: file exists\n")
    assert (tmp_path / "out").read_text() == "something else"


def test_every_format_can_be_written(dateline: CommandLine, case: Path, tmp_path: Path) -> None:
    for entry in json.loads(dateline("ref", "exports").out):
        name = entry["format"]
        assert dateline("export", case, "--as", name, "-o", tmp_path / name).status == 0
        assert (tmp_path / name).stat().st_size


def test_filters_and_withholding_hold(dateline: CommandLine, case: Path) -> None:
    def events(*words: str) -> list[dict[str, object]]:
        return [
            json.loads(line) for line in dateline("export", case, "--what", "events", *words).out.splitlines()
        ]

    assert len(events()) == len(events("--since", "2020-01-01", "--type", "assault")) == 2
    assert events("--place", "Nowhere") == events("--since", "2021-01-01") == []
    assert {event["withheld"] for event in events("--coarsen", "country")} == {"places finer than country"}


def test_what_is_not_understood_is_said(dateline: CommandLine, case: Path) -> None:
    for words in (
        ("--as", "docx"),
        ("--as", "acled", "--what", "claims"),
        ("--coarsen", "town"),
        ("--since", "yesterday"),
    ):
        assert dateline("export", case, *words).status == 2
