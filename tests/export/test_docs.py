"""What is said about the formats is what they say of themselves."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.export import FAMILIES, FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text("utf-8")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_page_lists_each_format_with_its_rule_and_its_loss(family: str) -> None:
    section = PAGE.split(f"\n## {family[0].upper()}{family[1:]}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{f.name}` | {f.people} | {f.rule} | {f.loss} |" for f in FORMATS.values() if f.family == family
    ]


def test_the_help_lists_each_format_under_its_family() -> None:
    words = CliRunner().invoke(app, ["export", "--help"]).output
    for family in FAMILIES:
        line = next(line for line in words.splitlines() if line.strip().lower().startswith(family))
        listed = line.strip()[len(family) :].split()
        assert listed == [f.name for f in FORMATS.values() if f.family == family]
