"""`dateline decide`: judgements from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.running import CommandLine


def events(dateline: CommandLine, case: Path) -> list[dict]:
    out = dateline("export", case, "--what", "events").out
    return [json.loads(line) for line in out.splitlines()]


def decision_in(out: str) -> str:
    return out.rsplit("undo ", 1)[1].strip()


def test_an_edit_stands_beside_what_was_read_and_can_be_undone(dateline: CommandLine, case: Path) -> None:
    before = dateline("export", case, "--what", "events").out
    event = events(dateline, case)[0]
    command = (
        "decide",
        case,
        "edit",
        event["id"],
        "--field",
        "time",
        "--value",
        "2020-02-09",
        "--by",
        "anna",
    )
    made = dateline(*command)
    assert made.status == 0
    assert made.out.startswith("time is 2020-02-09: “attacked” in ")
    assert f"what was read stays beside it: {event['when']['earliest']}" in made.out
    told = f"time 2020-02-09, decided by anna; read: {event['when']['earliest']}"
    (after,) = [e for e in events(dateline, case) if e["id"] == event["id"]]
    assert after["when"]["earliest"] == "2020-02-09"
    assert told in " ".join(dateline("why", case, event["id"]).out.split())
    assert "decided by anna" in " ".join(dateline("show", case).out.split())
    assert dateline("decide", case, "undo", decision_in(made.out)).status == 0
    assert dateline("export", case, "--what", "events").out == before


def test_merging_says_how_many_events_are_left(dateline: CommandLine, case: Path) -> None:
    listed = events(dateline, case)
    made = dateline("decide", case, "merge", listed[0]["id"], listed[-1]["id"][:10], "--by", "anna")
    assert made.status == 0
    assert "merged into event v-" in made.out
    assert f"the case had {len(listed)} events and has {len(listed) - 1} now" in made.out
    merged = [e for e in events(dateline, case) if "decided by anna" in e["joins"]]
    assert len(merged) == 1
    assert set(merged[0]["claims"]) == {*listed[0]["claims"], *listed[-1]["claims"]}


def test_who_accepted_an_event_is_shown_with_it(dateline: CommandLine, case: Path) -> None:
    event = events(dateline, case)[0]["id"]
    assert dateline("decide", case, "accept", event, "--by", "anna").out.startswith("accepted: “")
    assert "accepted by anna" in " ".join(dateline("show", case).out.split())


def test_splitting_takes_a_claim_from_its_event(dateline: CommandLine, case: Path) -> None:
    event = next(e for e in events(dateline, case) if len(e["claims"]) > 1)
    claim = event["claims"][0]
    assert dateline("decide", case, "split", claim).status == 0
    assert any(e["claims"] == [claim] for e in events(dateline, case))


def test_the_list_says_who_decided_what_and_whether_it_holds(dateline: CommandLine, case: Path) -> None:
    assert "Nobody decided anything yet" in dateline("decide", case, "list").out
    event = events(dateline, case)[0]["id"]
    made = dateline("decide", case, "reject", event, "--by", "anna", "--note", "read twice")
    dateline("decide", case, "undo", decision_in(made.out), "--by", "bob")
    shown = dateline("show", case, "decisions").out
    for words in ("anna", "bob", "rejected: “attacked” in", "read twice", "undone"):
        assert words in shown
    assert dateline("decide", case, "list").out == shown


def test_words_must_stand_in_the_report(dateline: CommandLine, case: Path) -> None:
    event = events(dateline, case)[0]["id"]
    edit = ("decide", case, "edit", event, "--field", "target", "--value", "Jane Roe", "--words")
    assert dateline(*edit, "Jane Roe").status == 0
    refused = dateline(*edit, "John Roe")
    assert refused.status == 2
    assert '"John Roe" does not stand in' in " ".join(refused.err.split())


def test_actors_are_told_together(dateline: CommandLine, case: Path) -> None:
    names = sorted({party["name"] for e in events(dateline, case) for party in e["actors"] + e["targets"]})
    assert dateline("decide", case, "same-actor", *names[:2]).status == 0
    found = {
        p["actor"]
        for e in events(dateline, case)
        for p in e["actors"] + e["targets"]
        if p["name"] in names[:2]
    }
    assert len(found) == 1
    assert None not in found
    event = next(e for e in events(dateline, case) if e["decisions"])
    assert "(decided: a-" in dateline("why", case, event["id"]).out


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("reject", "v-nothing"), "no event or claim has an id that begins with v-nothing"),
        (("reject",), "give the id of an event or a claim"),
        (("merge", "CLAIM"), "give two events or claims at least"),
        (("undo", "d-nothing"), "no decision has an id that begins with d-nothing"),
        (("undo",), "give the id of one decision"),
        (("edit", "FIRST", "--field", "time"), "give --field, and either --value or --no-value"),
        (("edit", "FIRST", "--field", "time", "--value", "soon"), "soon is no time"),
        (("edit", "FIRST", "--field", "mode", "--value", "dancing"), "dancing is no mode of ASSAULT"),
        (("accept", "FIRST", "--value", "x"), "is for edit only"),
        (("accept", "FIRST", "--from", "x"), "is for split only"),
        (("same-actor", "Red Army"), "give two names"),
        (("same-actor", "Jane Roe", "Nobody At All"), "no claim names Nobody At All"),
    ],
)
def test_what_can_not_be_decided_is_one_clear_line(
    dateline: CommandLine, case: Path, words: tuple[str, ...], problem: str
) -> None:
    first = events(dateline, case)[0]
    ids = {"FIRST": first["id"], "CLAIM": first["claims"][0]}
    result = dateline("decide", case, *(ids.get(word, word) for word in words))
    assert result.status == 2
    assert problem in " ".join(result.err.replace("│", " ").split())
    assert "Nobody decided anything yet" in dateline("decide", case, "list").out
