"""From a row to its words: every value of an event can be traced to the report that says it."""

from pathlib import Path

from dateline.case import Case
from tests.cli.running import CommandLine


def test_the_id_that_show_gives_leads_to_every_claim_with_its_words_and_report(
    dateline: CommandLine, case: Path
) -> None:
    shown = dateline("show", case).out
    with Case(case) as opened:
        event = opened.record().events[0]
        handle = opened.shelf.handles[event.id]
        claims = [opened.shelf.claims[claim] for claim in event.claims]
        found = [opened.found_in(report)[0] for report in event.reports]
    assert handle in shown
    told = " ".join(dateline("why", case, handle).out.split())
    assert len(claims) == 2
    for claim in claims:
        assert f"“{claim.quote.text}”" in told
        assert f"characters {claim.quote.start} to {claim.quote.end}" in told
        assert all(f"{count.what} {count.who}".strip() in told for count in claim.counts)  # type: ignore[union-attr]
        assert all(f"{party.name} “{party.span.text}”" in told for party in claim.actors)  # type: ignore[union-attr]
    assert all(Path(where).name in told for where in found)
    assert all(join in told for join in event.joins)
    assert "What can't all be right" in told


def test_an_id_that_no_event_has(dateline: CommandLine, case: Path) -> None:
    result = dateline("why", case, "v-xyz")
    assert (result.status, "no event has an id that begins with v-xyz" in result.err) == (2, True)


def test_a_beginning_that_several_events_share(dateline: CommandLine, case: Path) -> None:
    result = dateline("why", case, "v-")
    assert (result.status, "begins the ids of 2 events" in result.err) == (2, True)


def test_as_of_a_day_before_the_reports_there_is_no_event(dateline: CommandLine, case: Path) -> None:
    with Case(case) as opened:
        event = opened.record().events[0].id
    assert dateline("why", case, event, "--as-of", "1999-01-01").status == 2
