"""The reference pages say what the code does."""

from pathlib import Path

import pytest
from typer.main import get_command

from dateline.case.views import VIEWS, meanings
from dateline.cli.app import app
from dateline.cli.exit import MEANINGS
from dateline.sources.fields import FIELDS, TEXT_FIELDS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def page(name: str) -> str:
    return (REFERENCE / f"{name}.md").read_text("utf-8")


def test_columns_are_those_of_the_views() -> None:
    sections = page("columns").split("\n## ")
    tables = {section.split("\n", 1)[0]: section for section in sections[1:]}
    assert list(tables) == [*VIEWS, "JSON Lines"]
    for view in VIEWS.values():
        rows = [line for line in tables[view.name].splitlines() if line.startswith("| `")]
        assert rows == [f"| `{c.name}` | {meanings()[view.name, c.name]} |" for c in view.columns]


def test_exit_codes_are_those_of_the_code() -> None:
    rows = [line for line in page("exit-codes").splitlines() if line[2:3].isdigit()]
    assert rows == [f"| {int(status)} | {meaning} |" for status, meaning in MEANINGS.items()]


@pytest.mark.parametrize("command", sorted(get_command(app).commands))  # type: ignore[attr-defined]
def test_every_option_is_explained(command: str) -> None:
    section = page("cli").split(f"\n## {command}\n", 1)[1].split("\n## ", 1)[0]
    for option in get_command(app).commands[command].params:  # type: ignore[attr-defined]
        if option.param_type_name == "option":
            assert any(name in section for name in option.opts), option.opts


def test_every_option_of_a_registry_command_is_explained() -> None:
    section = page("cli").split("\n## registry\n", 1)[1].split("\n## ", 1)[0]
    commands = get_command(app).commands["registry"].commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        row = next(line for line in section.splitlines() if line.startswith(f"| `{name}"))
        for option in command.params:
            if option.param_type_name == "option" and "--registry" not in option.opts:
                assert any(f"`{opt}" in row for opt in option.opts), (name, option.opts)


def test_the_names_of_fields_are_those_that_are_read() -> None:
    for ours, theirs in (*FIELDS.items(), ("text", TEXT_FIELDS)):
        row = next(line for line in page("sources").splitlines() if line.startswith(f"| `{theirs[0]}`"))
        assert row.split("|")[2].replace("`", "").split() == [
            f"{name}," if name != theirs[-1] else name for name in theirs[1:]
        ], ours


def test_every_passage_kind_and_mark_is_explained() -> None:
    for word in ("prose", "headline", "caption", "credit", "byline", "dateline", "boilerplate", "garbled"):
        assert f"| `{word}` |" in page("sources")
    for mark in ("unreadable_date", "future_date", "not_english", "guessed_encoding", "broken_characters"):
        assert f"| `{mark}` |" in page("sources")
