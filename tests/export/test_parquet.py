"""Parquet comes back as it went."""

import builtins
import json
from io import BytesIO

import pytest

from dateline.case.views import VIEWS
from dateline.export import Options, export
from dateline.export.chosen import version_of
from dateline.model import RunError
from tests.export import golden

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.mark.parametrize("view", VIEWS)
def test_rows_come_back(view: str) -> None:
    shelf, out = golden.shelf(), BytesIO()
    export(shelf, "parquet", out, Options(view=view))
    table = parquet.read_table(BytesIO(out.getvalue()))
    rows = VIEWS[view].rows(shelf).to_dicts()
    found = table.to_pylist()
    assert [{name: row[name] for name in own} for row, own in zip(found, rows, strict=True)] == rows
    assert {row["case"] for row in found} <= {version_of(shelf)}


def test_numbers_are_numbers_and_the_file_says_what_it_is() -> None:
    out = BytesIO()
    export(golden.shelf(), "parquet", out)
    schema = parquet.read_schema(BytesIO(out.getvalue()))
    types = {field.name: str(field.type) for field in schema}
    assert (types["killed_min"], types["latitude"], types["core"]) == ("int64", "double", "bool")
    assert json.loads(schema.metadata[b"dateline"])["case"] == version_of(golden.shelf())


def test_without_pyarrow_one_line_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(RunError, match=r"dateline\[parquet\]"):
        export(golden.shelf(), "parquet", BytesIO())
