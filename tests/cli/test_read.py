"""Reading without a case: JSON Lines out, one object a report."""

import io
import json
import sys
import types
from pathlib import Path

import pytest

from tests.cli.running import CommandLine


def test_records_one_a_line(dateline: CommandLine, reports: Path) -> None:
    result = dateline("read", reports)
    records = [json.loads(line) for line in result.out.splitlines()]
    assert [record["doc"] for record in records] == ["r0", "r1", "r2", "r3"]
    assert all(record["events"][0]["type"] == "ASSAULT" for record in records)
    assert (result.status, result.err) == (0, "")


def test_claims_with_their_report(dateline: CommandLine, reports: Path) -> None:
    (line,) = dateline("read", reports / "r0.txt", "--as", "claims").out.splitlines()
    told = json.loads(line)
    assert [claim["kind"] for claim in told["claims"]] == ["event_claim", "relation_claim", "figure_claim"]
    quote = told["claims"][0]["quote"]
    assert told["report"]["text"][quote["start"] : quote["end"]] == quote["text"]


def test_a_table_for_people(dateline: CommandLine, reports: Path) -> None:
    out = dateline("read", reports / "r0.txt", "--as", "table").out
    assert "ASSAULT" in out
    assert out.startswith("r0 ")


def test_standard_input_and_a_date_for_what_has_none(
    dateline: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = io.BufferedReader(io.BytesIO(b"Red Army attacked Blue Town."))
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=text))
    record = json.loads(dateline("read", "-", "--published", "3 January 2020").out)
    assert (record["doc"], record["published"]) == ("stdin", "2020-01-03")


def test_a_wrong_date_is_a_wrong_command(dateline: CommandLine, reports: Path) -> None:
    result = dateline("read", reports, "--published", "03/04/2020")
    assert (result.status, "not one clear day" in result.err) == (2, True)


def test_bad_input_has_its_line_and_the_status_says_so(dateline: CommandLine, reports: Path) -> None:
    (reports / "r0.txt").write_bytes(b"")
    result = dateline("read", reports)
    assert (result.status, len(result.out.splitlines())) == (3, 3)
    assert result.err == f"dateline: {reports}/r0.txt: is empty\n"
    assert dateline("read", reports / "r0.txt").status == 1


def test_a_file_is_written_whole(dateline: CommandLine, reports: Path, tmp_path: Path) -> None:
    result = dateline("read", reports, "-o", tmp_path / "out.jsonl")
    assert (result.status, result.out) == (0, "")
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 4
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name] == []


def test_where_nothing_can_be_written(dateline: CommandLine, reports: Path, tmp_path: Path) -> None:
    result = dateline("read", reports, "-o", tmp_path / "no" / "out.jsonl")
    assert (result.status, len(result.err.splitlines())) == (5, 1)


def test_what_is_not_about_conflict_gets_a_line_and_no_record(dateline: CommandLine, reports: Path) -> None:
    (reports / "sport.txt").write_text("The home team won the cup final, and its fans sang all night.")
    result = dateline("read", reports, "--relevant-only")
    assert (result.status, len(result.out.splitlines())) == (3, 4)
    assert "sport.txt: not about conflict by the relevance gate, score 0." in result.err
    assert len(dateline("read", reports).out.splitlines()) == 5
