"""A loom keeps what nothing touched, and what it weaves is what weaving anew gives."""

from hypothesis import given, settings

from dateline.model.codec import encode
from dateline.weaving import Loom, judged, loom, telling, weave
from tests.weaving.deciding import decide
from tests.weaving.test_judged import BUNDLE, CLAIMS, attack, decided

REPORTS = [told.report for told in BUNDLE]


@settings(max_examples=60, deadline=None)
@given(decided())
def test_decision_after_decision_gives_the_bytes_of_a_weaving_anew(made: list):
    kept = Loom(REPORTS)
    for end in [*range(len(made) + 1), 0]:
        assert encode(kept.weave(judged(CLAIMS, made[:end]))) == encode(weave(REPORTS, CLAIMS, made[:end]))


def test_only_the_report_that_a_decision_is_about_is_told_anew(monkeypatch):
    told = [attack("A"), attack("B", "2020-05-03", "Brodo"), attack("C", "2020-09-03", "airport")]
    claims = [claim for t in told for claim in t.claims]
    kept = Loom([t.report for t in told])
    kept.weave(judged(claims, ()))
    seen: list[str] = []
    monkeypatch.setattr(telling, "facets_of", _noting(seen, telling.facets_of))
    made: list[str] = []
    monkeypatch.setattr(loom, "event_of", _noting_events(made, loom.event_of))
    edit = decide("edit", claims[1], field="mode", value="raid")
    record = kept.weave(judged(claims, [edit]))
    assert seen == [told[1].report.id]
    assert made == [claims[1].id]
    assert sorted(event.mode or "" for event in record.events) == ["", "", "raid"]


def _noting(seen: list[str], made):
    def facets_of(claims, *others):
        seen.extend(claim.report for claim in claims)
        return made(claims, *others)

    return facets_of


def _noting_events(seen: list[str], made):
    def event_of(occurrence, origins):
        seen.append(occurrence.facets[0].claim.id)
        return made(occurrence, origins)

    return event_of
