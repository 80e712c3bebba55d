"""Runs the command line in this process, with the fake reader in the place of the real one."""

import sys
from dataclasses import dataclass

import pytest

from dateline.cli import main, screen
from tests.case.fake import FakeReader


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended."""

    status: int
    out: str
    err: str


class CommandLine:
    """Call it with the words of a command."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.setattr("dateline.reading.Reader", FakeReader)
        monkeypatch.setenv("COLUMNS", "140")

    def __call__(self, *words: object) -> Result:
        screen.out.cache_clear()
        screen.err.cache_clear()
        self._monkeypatch.setattr(sys, "argv", ["dateline", *map(str, words)])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        said = self._capsys.readouterr()
        return Result(int(left.value.code or 0), said.out, said.err)
