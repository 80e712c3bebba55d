"""The registry of whoever gives none: the shipped one, or that with the user's files on top."""

import json
import os

import pytest

from dateline.grounding.who.current import VARIABLE, current, current_version
from dateline.grounding.who.registry import shipped
from dateline.grounding.who.sector import sector_of


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{name}.jsonl" for name in ("blue", "red")]
    for path in paths:
        row = {"id": f"{path.stem}-column", "name": f"{path.stem.title()} Column", "kind": "armed group"}
        path.write_text(json.dumps({**row, "country": ["iq"]}) + "\n")
    return paths


def test_without_files_it_is_the_shipped_one(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert current() is shipped()
    assert current_version() == ""


def test_files_are_named_as_path_names_folders(monkeypatch, files):
    monkeypatch.setenv(VARIABLE, os.pathsep.join(map(str, files)))
    assert current().link("Blue Column").actor.id == "blue-column"
    assert current().link("Red Column").actor.id == "red-column"
    assert current_version() == current().version != ""
    assert sector_of("Blue Column").code == "IRQREB"


def test_a_file_that_is_not_there_is_no_empty_registry(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.jsonl"))
    with pytest.raises(FileNotFoundError):
        current()
