"""Every bundle in the repository is whole: its words stand in its reports, its members are there."""

from pathlib import Path

import pytest

from benchmarks.bundles import DEFAULT_DATA, examples
from benchmarks.cases import Example
from benchmarks.key_claims import find_words, triggers

PARTS = [Path(DEFAULT_DATA) / part for part in ("open", "held")]
WRITTEN = [example for part in PARTS for example in examples(part, corpora=Path("nowhere"))]


def test_eight_bundles_are_written_for_the_project_and_half_of_all_are_held_out() -> None:
    assert len(WRITTEN) == 8
    assert [len(list(part.glob("*/case.json"))) for part in PARTS] == [6, 6]


@pytest.mark.parametrize("bundle", WRITTEN, ids=lambda b: b.whole["case"])
def test_all_words_of_a_key_stand_in_its_reports(bundle: Example) -> None:
    for name, key in bundle.keys.items():
        for event in key["events"]:
            assert len(triggers(bundle.reports[name], event)) == len(event["mentions"]), (name, event["id"])
    for disagreement in bundle.whole["disagreements"]:
        for quote in disagreement["quotes"]:
            assert find_words(bundle.reports[quote["report"]].text, quote["quote"]), quote


@pytest.mark.parametrize("bundle", WRITTEN, ids=lambda b: b.whole["case"])
def test_happenings_copies_and_series_name_what_is_there(bundle: Example) -> None:
    assert 4 <= len(bundle.reports) <= 8
    known = {(name, event["id"]) for name, key in bundle.keys.items() for event in key["events"]}
    members = [(m["report"], m["event"]) for h in bundle.whole["happenings"] for m in h["members"]]
    assert known.issuperset(members)
    assert len(set(members)) == len(members)
    named = [name for pair in bundle.whole["copies"] for name in pair]
    named += [step[0] for update in bundle.whole["updates"] for step in update["series"]]
    assert bundle.reports.keys() >= set(named)
