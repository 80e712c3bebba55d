"""`dateline explain` for a report on disk: for people, for programs, and for words that are not there."""

import json
from pathlib import Path

import pytest

from dateline.reading import Reader
from tests.cli.running import CommandLine

TEXT = "Police arrested two journalists in Istanbul on Friday, the union said."


@pytest.fixture
def explain(dateline: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setattr("dateline.reading.Reader", Reader)
    monkeypatch.setenv("COLUMNS", "100")
    return dateline


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(TEXT)
    return tmp_path / "report.txt"


def test_a_sentence_is_laid_out_for_people(explain: CommandLine, path: Path) -> None:
    result = explain("explain", path, "two journalists", "--published", "2021-03-05")
    assert result.status == 0
    sections = ["Words weighed as events", "Event “arrested”", "Speakers", "Times", "Places", "Claim e-"]
    assert sorted(sections, key=result.out.index) == sections
    assert "lexicon:arrest/v/COERCE" in result.out
    assert "2021-03-05" in result.out
    assert max(map(len, result.out.splitlines())) <= 100


def test_as_json_one_object_a_sentence(explain: CommandLine, path: Path) -> None:
    (line,) = explain("explain", path, "journalists", "--json").out.splitlines()
    told = json.loads(line)
    assert told["sentence"]["text"] == TEXT
    assert [claim["type"] for claim in told["claims"]] == ["COERCE"]


def test_words_that_are_not_there_get_one_line_with_the_nearest(explain: CommandLine, path: Path) -> None:
    result = explain("explain", path, "three journalist")
    assert result.status == 1
    (line,) = result.err.splitlines()
    assert "no report holds the words 'three journalist'" in line
    assert "journalists" in line.split("nearest: ")[1]


def test_a_report_that_is_not_there(explain: CommandLine, tmp_path: Path) -> None:
    result = explain("explain", tmp_path / "none.txt", "words")
    assert (result.status, "none.txt" in result.err) == (2, True)
