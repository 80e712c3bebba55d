"""Building tells what came of it, in words, lines and the exit status."""

from pathlib import Path

import pytest

from dateline.case import Case
from tests.case.fake import FakeReader
from tests.case.tales import tale
from tests.cli.running import CommandLine


def test_a_build_says_what_came_in_and_where_to_look_next(
    dateline: CommandLine, tmp_path: Path, reports: Path
) -> None:
    result = dateline("build", tmp_path / "x.case", reports)
    assert result.status == 0
    assert result.err == ""
    assert "4 added, 0 known before" in result.out
    assert "4 reports, 12 claims, 2 events, 2 disagreements" in result.out
    steps = [line.split("  ")[1] for line in result.out.split("Where to look next:\n")[1].splitlines()]
    assert steps == [
        f"dateline show {tmp_path}/x.case",
        f"dateline why {tmp_path}/x.case ID",
        f"dateline show {tmp_path}/x.case disagreements",
        f"dateline export {tmp_path}/x.case --as csv -o FILE",
    ]


def test_commands_that_are_proposed_can_be_copied(
    dateline: CommandLine, tmp_path: Path, reports: Path
) -> None:
    result = dateline("build", tmp_path / "my own.case", reports)
    assert f"dateline show '{tmp_path}/my own.case'" in result.out
    missing = dateline("show", tmp_path / "no such.case")
    assert f"dateline build '{tmp_path}/no such.case' PATH..." in missing.err


def test_a_case_of_any_name_may_lie_among_its_reports(dateline: CommandLine, reports: Path) -> None:
    for told in ("4 added, 0 known before (", "0 added, 4 known before ("):
        result = dateline("build", reports / "iraq", reports)
        assert (result.status, result.err) == (0, "")
        assert told in result.out


def test_building_again_adds_nothing(dateline: CommandLine, case: Path, reports: Path) -> None:
    result = dateline("build", case, reports)
    assert (result.status, "0 added, 4 known before" in result.out) == (0, True)


def test_bad_input_gets_a_line_each_and_the_rest_is_built(
    dateline: CommandLine, tmp_path: Path, reports: Path
) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "image.txt").write_bytes(b"\x89PNG\r\n")
    (reports / "dated.txt").write_text("---\npublished: 2020-13-45\n---\nMen fought.")
    result = dateline("build", tmp_path / "x.case", reports, tmp_path / "missing")
    assert result.status == 3
    assert sorted(result.err.splitlines()) == [
        f"dateline: {tmp_path}/missing: no such file or directory",
        f'dateline: {reports}/dated.txt: published "2020-13-45" is not one clear day (YYYY-MM-DD),'
        " kept undated",
        f"dateline: {reports}/empty.txt: is empty",
        f"dateline: {reports}/image.txt: is not text but a PNG image",
    ]
    assert "5 added, 0 known before, 3 skipped" in result.out


def test_nothing_that_can_be_read(dateline: CommandLine, tmp_path: Path) -> None:
    result = dateline("build", tmp_path / "x.case", tmp_path / "missing")
    assert result.status == 1
    assert f"dateline show {tmp_path}/x.case skipped" in result.out


def test_a_build_needs_paths(dateline: CommandLine, tmp_path: Path) -> None:
    result = dateline("build", tmp_path / "x.case")
    assert result.status == 2
    assert "give the reports" in result.err
    assert not (tmp_path / "x.case").exists()


def test_standard_input_in_the_place_of_the_case_is_refused(dateline: CommandLine, reports: Path) -> None:
    result = dateline("build", "-", reports)
    assert (result.status, "the case comes first" in result.err) == (2, True)
    assert not Path("-").exists()


def test_a_file_that_is_no_case(dateline: CommandLine, tmp_path: Path, reports: Path) -> None:
    (tmp_path / "diary").write_text("Dear diary")
    result = dateline("build", tmp_path / "diary", reports)
    assert (result.status, result.err) == (4, f"dateline: {tmp_path}/diary: is not a case\n")


def test_reading_again_after_an_upgrade(
    dateline: CommandLine, case: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.reading.Reader", lambda: FakeReader("fake 2"))
    (reports / "new.txt").write_text(tale(9))
    assert f"dateline build {case} --reread" in dateline("build", case, reports).out
    assert "4 read again" in dateline("build", case, "--reread").out
    with Case(case) as opened:
        assert {row["read_by"] for row in opened.reports()} == {"fake 2"}


def test_ctrl_c_keeps_what_is_stored_and_says_how_to_go_on(
    dateline: CommandLine, tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(FakeReader):
        def read(self, report):  # type: ignore[no-untyped-def]
            if self.read_count == 2:
                raise KeyboardInterrupt
            return super().read(report)

    monkeypatch.setattr("dateline.reading.Reader", Interrupted)
    result = dateline("build", tmp_path / "x.case", reports)
    assert result.status == 130
    assert result.err == (
        f"dateline: interrupted; what was read is in {tmp_path}/x.case, the same command goes on from there\n"
    )
    monkeypatch.setattr("dateline.reading.Reader", FakeReader)
    assert "2 added, 2 known before" in dateline("build", tmp_path / "x.case", reports).out


def test_a_fault_of_ours_is_one_line(
    dateline: CommandLine, tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(FakeReader):
        def read_many(self, reports, workers=1):  # type: ignore[no-untyped-def]
            raise TypeError("no such thing")

    monkeypatch.setattr("dateline.reading.Reader", Broken)
    result = dateline("build", tmp_path / "x.case", reports)
    assert result.status == 5
    assert result.err.startswith("dateline: a fault in dateline: TypeError: no such thing")
    assert len(result.err.splitlines()) == 1


def test_what_is_not_about_conflict_is_left_out_only_when_asked_and_listed(
    dateline: CommandLine, tmp_path: Path, reports: Path
) -> None:
    (reports / "sport.txt").write_text("The home team won the cup final, and its fans sang all night.")
    case = tmp_path / "x.case"
    result = dateline("build", case, reports, "--relevant-only")
    assert result.status == 3
    assert f"{reports}/sport.txt: not about conflict by the relevance gate, score 0." in result.err
    assert "4 added, 0 known before, 1 skipped" in result.out
    assert "not about conflict by the relevance gate" in dateline("show", case, "skipped").out
    assert "1 added, 4 known before (" in dateline("build", case, reports).out
    assert "relevance gate" not in dateline("show", case, "skipped").out
