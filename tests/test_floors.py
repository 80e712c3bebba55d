"""The house keeps its floors: no import runs upward, or sideways between packages of one floor."""

import ast
from pathlib import Path

import pytest

import dateline

FLOORS = [
    {"model"},
    {"sources", "language"},
    {"grounding.when", "grounding.where", "grounding.who"},
    {"reading"},
    {"weaving"},
    {"case"},
    {"export"},
    {"evaluation", "workbench"},
    {"cli"},
]
FLOOR = {package: at for at, packages in enumerate(FLOORS) for package in packages}
HOME = Path(dateline.__file__).parent
MODULES = sorted(path for path in HOME.rglob("*.py") if path.parent != HOME)


def package_of(dotted: str) -> str | None:
    """The package of the house that a dotted name below `dateline` lies in."""
    return next((p for p in FLOOR if dotted == p or dotted.startswith(f"{p}.")), None)


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return {name.removeprefix("dateline.") for name in found if name.startswith("dateline.")}


def test_every_package_has_a_floor():
    packages = {path.parent.name for path in HOME.glob("*/__init__.py")} - {"grounding"}
    packages |= {f"grounding.{path.parent.name}" for path in HOME.glob("grounding/*/__init__.py")}
    assert packages == set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOME)))
def test_imports_run_downward_only(path):
    own = package_of(".".join(path.relative_to(HOME).with_suffix("").parts))
    if own is None:
        assert path.parent.name == "grounding"
        return
    for name in imports_of(path):
        other = package_of(name)
        assert other is None or other == own or FLOOR[other] < FLOOR[own], f"{own} imports {name}"
