"""The lists that `ref` gives are those that the code goes by."""

import json

import pytest

from dateline.cli.exit import MEANINGS, Exit
from dateline.cli.ref import terms
from dateline.model.vocabulary import EVENT_TYPES, RELATION_TYPES, STATUSES
from tests.cli.running import CommandLine


def test_every_term_is_explained_in_order() -> None:
    assert tuple(entry["term"] for entry in terms("types")) == EVENT_TYPES
    assert tuple(entry["term"] for entry in terms("statuses")) == STATUSES
    assert tuple(entry["term"] for entry in terms("relations")) == RELATION_TYPES
    assert set(MEANINGS) == set(Exit)


@pytest.mark.parametrize("which", ["types", "modes", "statuses", "relations", "columns", "exit-codes"])
def test_json_when_piped(dateline: CommandLine, which: str) -> None:
    result = dateline("ref", which)
    entries = json.loads(result.out)
    assert result.status == 0
    assert all(set(entry) == set(entries[0]) and all(entry.values()) for entry in entries)
