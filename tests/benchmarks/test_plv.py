"""The root that PLV would give to an event, by PLOVER's rules for what is to come and what is not done."""

from dataclasses import replace

import pytest

from benchmarks.plv import guess, report_of, root_of
from dateline.model import EventClaim, Span
from dateline.reading import Reader

WORDS = Span("r", 0, 4, "told")
EVENT = EventClaim("e", "r", "RETREAT", True, WORDS, WORDS)


@pytest.mark.parametrize(
    ("kind", "mode", "status", "root"),
    [
        ("RETREAT", "withdrawal", "actual", "YIELD"),
        ("RETREAT", "withdrawal", "planned", "AGREE"),
        ("CONSULT", "meeting", "planned", "AGREE"),
        ("CONSULT", "meeting", "denied", "REJECT"),
        ("ASSAULT", "bombing", "threatened", "THREATEN"),
        ("ACCUSE", "charge", "planned", "ACCUSE"),
        ("REJECT", "boycott", "planned", "THREATEN"),
        ("COERCE", "arrest", "actual", "COERCE"),
    ],
)
def test_root(kind, mode, status, root):
    assert root_of(replace(EVENT, type=kind, mode=mode, status=status)) == root


def test_another_scheme_may_file_a_mode_elsewhere():
    conviction = replace(EVENT, type="COERCE", mode="conviction")
    assert (root_of(conviction), root_of(conviction, {"conviction": "ACCUSE"})) == ("COERCE", "ACCUSE")


def test_a_sentence_without_an_event_is_still_answered():
    reader = Reader()
    report = report_of("s", "The minister bought a hat.")
    assert reader.read(report) == ()
    assert guess(reader, report) is not None
