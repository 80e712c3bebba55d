"""What `import dateline` gives, and what it does not load."""

import subprocess
import sys

import pytest

import dateline


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(dateline, name) is not None
    assert name in dir(dateline)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Cases'"):
        dateline.Cases  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, dateline, dateline.model; print(*sorted(sys.modules))"
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in ("spacy", "numpy", "sqlalchemy", "msgspec", "rich") if name in modules] == []
