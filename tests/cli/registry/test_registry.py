"""The commands below `dateline registry`, on small files of their own."""

import json
from pathlib import Path

import pytest

from dateline.cli.exit import Exit
from tests.cli.running import CommandLine

DICTIONARY = (
    "BLUE_COLUMN_ [IRQREB]\n+AZURE_COLUMN_\n\t[IRQREB 041301-050101]\n\n"
    "HEZBOLLAH_ [LBNREB]\n+PARTY_FROM_GOD_\n"
)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.actors.txt"
    path.write_text(DICTIONARY)
    return path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    row = {"id": "blue-column", "name": "Blue Column", "country": ["iq"], "source": ["https://example.org/"]}
    path.write_text(json.dumps(row) + "\n")
    return path


def test_import_takes_what_it_can_and_names_the_rest(
    dateline: CommandLine, theirs: Path, tmp_path: Path
) -> None:
    to = tmp_path / "mine.jsonl"
    result = dateline("registry", "import", theirs, "--to", to)
    rows = [json.loads(line) for line in to.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["petrarch-irq-blue-column", "lebanese-hezbollah"]
    assert f"{theirs}:3: code [IRQREB 041301-050101]" in result.err
    assert "the same full name and state: lebanese-hezbollah" in result.err
    assert result.status == Exit.WITH_NOTES


def test_import_joins_nobody_where_that_is_asked(dateline: CommandLine, theirs: Path) -> None:
    result = dateline("registry", "import", theirs, "--apart", "--from", "petrarch")
    assert "petrarch-lbn-hezbollah" in result.out


def test_import_says_what_it_does_not_know(dateline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Some words.\n")
    assert "--from" in dateline("registry", "import", tmp_path / "notes.txt").err
    assert dateline("registry", "import", tmp_path / "gone.txt").status == Exit.STOPPED


def test_nothing_taken_is_a_status_of_its_own(dateline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{\n")
    result = dateline(
        "registry", "import", tmp_path / "bad.jsonl", "--from", "jsonl", "--to", tmp_path / "out.jsonl"
    )
    assert result.status == Exit.NOTHING_READ
    assert not (tmp_path / "out.jsonl").exists()


def test_what_was_imported_can_be_found_and_listed(
    dateline: CommandLine, theirs: Path, tmp_path: Path
) -> None:
    to = tmp_path / "mine.jsonl"
    dateline("registry", "import", theirs, "--to", to)
    found = dateline("registry", "find", "Azure Column", "--registry", to)
    assert found.out.startswith("Azure Column: Blue Column (petrarch-irq-blue-column)")
    listed = dateline("registry", "list", "--country", "iq", "--kind", "armed group", "--registry", to)
    assert "petrarch-irq-blue-column" in listed.out


def test_a_registry_can_be_named_in_the_environment(
    dateline: CommandLine, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_REGISTRY", str(mine))
    assert "(blue-column)" in dateline("registry", "find", "Blue Column").out


def test_check_passes_a_good_file_and_names_faults(dateline: CommandLine, mine: Path) -> None:
    assert dateline("registry", "check", mine).out == "0 rows to put right, 0 notes\n"
    mine.write_text(mine.read_text() + '{"id": "red-column"}\n')
    result = dateline("registry", "check", mine)
    assert result.status == Exit.WITH_NOTES
    assert f"{mine}:2: red-column is a new actor without a name" in result.out


def test_find_says_why_a_name_is_left_open(dateline: CommandLine) -> None:
    alone = dateline("registry", "find", "SAF")
    assert alone.out.startswith("SAF: nobody in the registry")
    near = dateline("registry", "find", "SAF", "--near", "Sudan", "--on", "2023-05-01")
    assert near.out.startswith("SAF: Sudanese military (sd-military)")
    assert dateline("registry", "find", "Zyxwv Qponm").status == Exit.NOTHING_READ
    assert dateline("registry", "find", "SAF", "--on", "soon").status == Exit.USAGE


def test_explain_shows_the_spot_and_the_candidates(dateline: CommandLine, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Hezbollah fired rockets at Israel on Monday. Officials said the group denied it.\n")
    result = dateline("registry", "explain", report, "Hezbollah")
    assert "[Hezbollah] fired rockets" in result.out
    assert "id lebanese-hezbollah" in result.out
    assert "linked: a name of theirs" in result.out
    assert dateline("registry", "explain", report, "Boko Haram").status == Exit.NOTHING_READ


def test_explain_tells_over_a_case_what_joins_an_actor_of_several_reports(
    dateline: CommandLine, tmp_path: Path
) -> None:
    for number, place in enumerate(("Red Valley", "Green Hill")):
        (tmp_path / f"r{number}.txt").write_text(f"Khan attacked {place} on 2020-01-0{number + 1}.\n")
    case = tmp_path / "x.case"
    dateline("build", case, *sorted(tmp_path.glob("r*.txt")))
    result = dateline("registry", "explain", case, "Khan")
    assert "Khan is one actor in 2 reports, joined by: same short name" in result.out
    assert f'dateline decide {case} other-actor "Khan"' in result.out


def test_sheets_go_out_and_come_back(dateline: CommandLine, mine: Path, tmp_path: Path) -> None:
    folder, again = tmp_path / "sheets", tmp_path / "again.jsonl"
    dateline("registry", "export", mine, "--as", "csv", "-o", folder)
    dateline("registry", "import", folder, "--apart", "--to", again)
    plain = dateline("registry", "export", mine, "--as", "jsonl", "-o", "-")
    assert again.read_text() == plain.out
    assert "blue-column" in plain.out


def test_the_shipped_registry_is_what_goes_out_by_default(dateline: CommandLine) -> None:
    result = dateline("registry", "export", "--as", "jsonl", "-o", "-")
    assert result.out.count("\n") > 1000


def test_a_registry_that_is_not_there_is_told_in_a_line(
    dateline: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_REGISTRY", str(tmp_path / "gone.jsonl"))
    result = dateline("registry", "list")
    assert result.status == Exit.STOPPED
    assert f"{tmp_path / 'gone.jsonl'}: no such file or directory" in result.err
