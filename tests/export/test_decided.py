"""What people decided goes along, in every format, and is masked where names are."""

import csv
import io
import json

from dateline.case.shelf import Shelf
from dateline.export import Options
from dateline.model import Decision, decision_id, mark_of
from tests.export import golden
from tests.export.schema import written

AT = "2020-05-05T10:00:00+00:00"


def decided(kind: str, **values: object) -> Decision:
    """A decision of anna's."""
    return Decision(decision_id(kind, "anna", AT, str(values)), kind, "anna", AT, **values)  # type: ignore[arg-type]


def corrected(field: str, value: str) -> Shelf:
    """The golden case with a field of the strike put right."""
    plain = golden.shelf()
    marks = tuple(mark_of(plain.claims[claim]) for claim in plain.record.events[0].claims)
    return Shelf(plain.kept, [decided("edit", claims=marks, field=field, value=value)])


def acled(shelf: Shelf) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(shelf, "acled"), newline="")))


def test_a_corrected_day_is_in_the_acled_file() -> None:
    assert "2020-01-04" not in [row["event_date"] for row in acled(golden.shelf())]
    assert "2020-01-04" in [row["event_date"] for row in acled(corrected("time", "2020-01-04"))]


def test_a_rejected_claim_is_in_no_file() -> None:
    plain = golden.shelf()
    claim = plain.record.events[0].claims[0]
    shelf = Shelf(plain.kept, [decided("reject", claims=(mark_of(plain.claims[claim]),))])
    assert claim not in written(shelf, "plover")
    assert claim not in written(shelf, "jsonl", Options(view="claims"))


def test_the_version_of_the_case_tells_that_something_was_decided() -> None:
    before, after = (acled(shelf)[0]["tags"] for shelf in (golden.shelf(), corrected("time", "2020-01-04")))
    assert before.split("case=")[1] != after.split("case=")[1]


def test_decisions_are_masked_too() -> None:
    shelf = corrected("target", "Ali Hassan")
    for view in ("decisions", "events"):
        assert "Ali Hassan" in written(shelf, "csv", Options(view=view))
        text = written(shelf, "csv", Options(view=view, mask_private=True))
        assert "Hassan" not in text
        assert "Person 1" in text


def test_who_decided_is_masked_with_the_rest() -> None:
    plain = golden.shelf()
    marks = tuple(mark_of(plain.claims[claim]) for claim in plain.record.events[0].claims)
    edit = decided("edit", claims=marks, field="time", value="2020-01-04")
    shelf = Shelf(plain.kept, [edit, decided("accept", claims=marks)])
    for name, view in (("csv", "decisions"), ("csv", "events"), ("prov", None), ("html", None)):
        assert "anna" in written(shelf, name, Options(view=view))
        masked = written(shelf, name, Options(view=view, mask_private=True))
        assert "anna" not in masked
        assert "Reviewer 1" in masked


def test_decisions_stay_with_what_they_shaped() -> None:
    shelf = corrected("time", "2020-01-04")
    protest = next(event for event in shelf.record.events if event.type == "PROTEST")
    text = written(shelf, "jsonl", Options(events=frozenset({protest.id})))
    assert "decision" not in {json.loads(line)["kind"] for line in text.splitlines()}
    assert "decision" in {json.loads(line)["kind"] for line in written(shelf, "jsonl").splitlines()}
