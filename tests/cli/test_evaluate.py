"""Scoring is wired to the reader that is installed."""

import json
from pathlib import Path

from tests.cli.running import CommandLine


def test_scores_of_an_installation_against_its_own_records(
    dateline: CommandLine, reports: Path, tmp_path: Path
) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    for line in dateline("read", reports).out.splitlines():
        (gold / f"{json.loads(line)['doc']}.json").write_text(line)
    result = dateline("evaluate", gold, "--reports", reports, "--json")
    scores = json.loads(result.out)
    assert result.status == 0
    assert (scores["reports"], scores["event"], scores["quotes_not_in_text"]) == (4, 1.0, 0)
    assert "event " in dateline("evaluate", gold, "--reports", reports, "--per-report").out


def test_gold_without_its_report_is_told(dateline: CommandLine, tmp_path: Path, reports: Path) -> None:
    (tmp_path / "lost.json").write_text('{"doc": "lost", "events": []}')
    result = dateline("evaluate", tmp_path, "--reports", reports)
    assert (result.status, "lost" in result.err) == (3, True)
