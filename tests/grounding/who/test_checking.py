import json
from importlib.resources import as_file, files

import pytest

from dateline.grounding.who import Registry
from dateline.grounding.who.checking import Finding, check
from dateline.grounding.who.registry import shipped

GOOD = {"id": "blue-column", "name": "Blue Column", "source": ["https://example.org/"]}


def findings(tmp_path, *rows) -> list[Finding]:
    path = tmp_path / "mine.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return check(path, Registry.load(path))


def test_nothing_is_found_in_a_good_file(tmp_path):
    assert (
        findings(tmp_path, GOOD, {"id": "houthis", "names": ["Hauthi"], "source": ["https://example.org/"]})
        == []
    )


@pytest.mark.parametrize(
    ("row", "reason", "grave"),
    [
        ("{", "truncated", True),
        ({"id": "red-column", "source": ["x"]}, "without a name", True),
        ({**GOOD, "roles": [{"type": "part_of", "target": "nobody-here"}]}, "nobody-here", True),
        ({**GOOD, "not": ["nobody-here"]}, "nobody-here", True),
        ({**GOOD, "inception": "2014", "dissolution": "2012-05"}, "runs backward", True),
        (
            {**GOOD, "names": [{"text": "BC", "valid_from": "2014-06-02", "valid_to": "2014-06-01"}]},
            "backward",
            True,
        ),
        ({"id": "blue-column", "name": "Blue Column"}, "no source", False),
        ({**GOOD, "names": ["Boko Haram"]}, "boko-haram", False),
        ({**GOOD, "schema": "Person"}, "public role", False),
    ],
)
def test_each_fault_is_named_with_file_line_and_reason(tmp_path, row, reason, grave):
    *_, found = findings(tmp_path, {"id": "us", "source": ["x"]}, row)
    assert reason in found.reason
    assert (found.line, found.grave) == (2, grave)
    assert str(found).startswith(f"{tmp_path / 'mine.jsonl'}:2: ")


def test_an_id_given_twice_is_noted_with_the_first_line(tmp_path):
    (found,) = findings(tmp_path, GOOD, GOOD)
    assert (found.line, found.grave) == (2, False)
    assert "line 1" in found.reason


def test_the_same_year_does_not_run_backward(tmp_path):
    assert findings(tmp_path, {**GOOD, "inception": "2014-06", "dissolution": "2014"}) == []


def test_the_shipped_registry_has_nothing_to_put_right_and_no_person_without_a_public_role():
    with as_file(files("dateline.grounding.who").joinpath("data/actors.jsonl")) as path:
        found = check(path, shipped())
    assert [str(finding) for finding in found if finding.grave or "public role" in finding.reason] == []
