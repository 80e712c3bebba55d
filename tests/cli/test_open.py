"""`dateline open` as people run it: a process, an address, Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import CommandLine

_DATELINE = "from dateline.cli import main; main()"


@contextmanager
def running(*words: object) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The command in a process of its own, and the address that it prints."""
    command = [sys.executable, "-c", _DATELINE, "open", *map(str, words), "--no-browser"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert "is open" in process.stdout.readline()
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_it_prints_an_address_that_works_once_and_ends_with_ctrl_c(case: Path) -> None:
    with running(case) as (process, address):
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert "Overview" in browser.open(address).read().decode()
        origin = address.split("/enter/")[0]
        assert origin.startswith("http://127.0.0.1:")
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            urllib.request.urlopen(address)
        refused.value.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0


def test_a_case_that_is_not_there_starts_empty(tmp_path: Path) -> None:
    with running(tmp_path / "new.case") as (_, address):
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert "no reports yet" in browser.open(address).read().decode()
    assert not (tmp_path / "new.case").exists()


def test_a_port_that_is_taken_is_said_in_a_line(dateline: CommandLine, case: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = dateline("open", case, "--port", taken.getsockname()[1], "--no-browser")
    assert said.status == 5
    assert "give another with --port" in said.err


def test_what_is_no_case_is_refused(dateline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("no case")
    said = dateline("open", tmp_path / "words.txt", "--no-browser")
    assert said.status == 4
    assert "is not a case" in said.err


def test_a_registry_of_ones_own_is_known_to_all_that_the_workbench_does(
    dateline: CommandLine, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.grounding.who import current

    own = tmp_path / "own.jsonl"
    own.write_text('{"id": "my-group", "schema": "Organization", "name": "Sons of the Harbour"}\n{"id": 1}\n')
    monkeypatch.setenv("DATELINE_REGISTRY", "")
    known = []
    monkeypatch.setattr("dateline.workbench.serve.serve", lambda *_: known.append("my-group" in current()))
    said = dateline("open", case, "--registry", own, "--no-browser")
    assert (said.status, known) == (0, [True])
    assert "own.jsonl:2" in said.err.replace(", line ", ":")  # the row that isn't taken, by its line


def test_a_registry_that_is_not_there_is_refused(
    dateline: CommandLine, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.workbench.serve.serve", lambda *_: pytest.fail("opened"))
    said = dateline("open", case, "--registry", tmp_path / "none.jsonl", "--no-browser")
    assert said.status != 0
    assert "none.jsonl" in said.err
