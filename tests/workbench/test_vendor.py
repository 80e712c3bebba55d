"""What others made lies in the package unchanged, with its version and licence stated."""

import hashlib
import json
from pathlib import Path

import dateline.workbench

HOME = Path(dateline.workbench.__file__).parent
NOTICE = (Path(__file__).parents[2] / "NOTICE").read_text("utf-8")
LISTED = json.loads((HOME / "vendor.json").read_text("utf-8"))


def test_every_vendored_file_is_the_one_that_is_listed() -> None:
    for one in LISTED:
        assert one["files"], one["package"]
        for name, digest in one["files"].items():
            assert hashlib.sha256((HOME / name).read_bytes()).hexdigest() == digest, name


def test_every_vendored_file_is_listed() -> None:
    listed = {name for one in LISTED for name in (*one["files"], one["licence_file"])}
    lying = {f"{p.parent.name}/{p.name}" for p in (HOME / "atlas").iterdir()}
    lying |= {f"static/vendor/{p.name}" for p in (HOME / "static" / "vendor").iterdir()}
    assert lying == listed


def test_licences_and_versions_stand_in_the_notice() -> None:
    for one in LISTED:
        assert f"{one['package'].removesuffix('.org')} {one['version']}" in NOTICE
        assert one["licence"] in NOTICE
        assert (HOME / one["licence_file"]).read_text("utf-8").strip()
