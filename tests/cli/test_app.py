"""The command line as a whole: fast, light and clear."""

import subprocess
import sys
from pathlib import Path

import pytest

from dateline import __version__
from tests.cli.running import CommandLine

HEAVY = (
    "spacy",
    "numpy",
    "sqlalchemy",
    "pandas",
    "trafilatura",
    "htmldate",
    "rich",
    "msgspec",
    "rapidfuzz",
    "lxml",
)


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['dateline', '--help']\ntry:\n import dateline.cli; dateline.cli.main()\n"
    code += "except SystemExit: print('|', *sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    shown, modules = done.stdout.split("|")
    assert "build" in shown
    assert [name for name in HEAVY if name in modules.split()] == []


def test_the_version(dateline: CommandLine) -> None:
    assert dateline("--version").out == f"dateline {__version__}\n"


def test_without_words_there_is_help(dateline: CommandLine) -> None:
    result = dateline()
    assert "Commands:" in result.out + result.err


@pytest.mark.parametrize("command", ["build", "show", "why", "read", "export", "evaluate", "ref"])
def test_every_command_explains_itself(dateline: CommandLine, command: str) -> None:
    result = dateline(command, "--help")
    assert result.status == 0
    assert "Usage: dateline " in result.out


def test_an_unknown_command_is_a_usage_error(dateline: CommandLine) -> None:
    result = dateline("destroy")
    assert (result.status, "destroy" in result.err) == (2, True)


def test_a_full_disk_is_one_line(dateline: CommandLine, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.export.jsonl.lines", full)
    result = dateline("export", case)
    assert (result.status, result.err) == (5, "dateline: output: no space left on device\n")
