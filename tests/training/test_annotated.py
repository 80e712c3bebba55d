"""What training and benchmarks read is as many rows as were written."""

import json
from pathlib import Path

from training.annotated import read_jsonl


def test_a_line_ends_a_row_and_no_other_mark_does(tmp_path: Path) -> None:
    rows = [{"text": "Rebels\u2028shelled\x85Avdo"}, {"text": "Troops left"}]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    assert list(read_jsonl(path)) == rows
