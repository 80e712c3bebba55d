"""What the tests of the commands share."""

from pathlib import Path

import pytest

from tests.case.tales import tale
from tests.cli.running import CommandLine


@pytest.fixture
def dateline(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(monkeypatch, capsys)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(4):
        (folder / f"r{number}.txt").write_text(tale(number))
    return folder


@pytest.fixture
def case(tmp_path: Path, reports: Path, dateline: CommandLine) -> Path:
    assert dateline("build", tmp_path / "x.case", reports).status == 0
    return tmp_path / "x.case"
