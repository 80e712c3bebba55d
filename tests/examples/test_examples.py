"""The examples: texts that say what they are, and answer keys that hold against them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import html

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = {"iraq": 22, "sudan": 11}
NOTE = "example written for dateline"
TYPES = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT".split()
)
STATUS = set("actual alleged denied threatened planned demanded hypothetical".split())
RELATIONS = set(
    "part_of member_of leads backs allied_with fights designates also_known_as operates_in".split()
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")

Plain = dict[str, Any]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


class Example(NamedTuple):
    """One report of an example case; `text` has its white space folded."""

    name: str
    note: str
    published: str | None
    text: str


def _front_matter(path: Path) -> tuple[dict[str, str], str]:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in head.splitlines()), body


def _web_page(path: Path) -> Example:
    page = html.fromstring(path.read_bytes())
    note = page.xpath("string(//meta[@name='note']/@content)")
    day = page.xpath("string(//meta[@property='article:published_time']/@content)")[:10]
    return Example(path.stem, note, day or None, _folded(page.text_content()))


def _examples(case: str) -> Iterator[Example]:
    for path in sorted((EXAMPLES / case / "reports").iterdir()):
        if path.suffix == ".txt":
            front, body = _front_matter(path)
            yield Example(path.stem, front["note"], front.get("published"), _folded(body))
        elif path.suffix == ".html":
            yield _web_page(path)
        elif path.suffix == ".jsonl":
            for record in map(json.loads, path.read_text("utf-8").splitlines()):
                text = _folded(record["text"])
                yield Example(record["id"], record["note"], record.get("published"), text)


def _case(case: str) -> Plain:
    answers: Plain = json.loads((EXAMPLES / case / "case.json").read_text("utf-8"))
    return answers


def _key(case: str, name: str) -> Plain:
    key: Plain = json.loads((EXAMPLES / case / "key" / f"{name}.json").read_text("utf-8"))
    return key


REPORTS = {(case, example.name): example for case in CASES for example in _examples(case)}
every_report = pytest.mark.parametrize(("case", "name"), list(REPORTS))
every_case = pytest.mark.parametrize("case", list(CASES))


@every_case
def test_a_case_holds_enough_reports_of_every_form(case: str) -> None:
    names = [name for where, name in REPORTS if where == case]
    assert len(names) >= CASES[case]
    assert len(set(names)) == len(names)
    assert {path.suffix for path in (EXAMPLES / case / "reports").iterdir() if path.is_file()} == {
        ".txt",
        ".html",
        ".jsonl",
    }


@every_report
def test_every_report_says_that_it_is_an_example(case: str, name: str) -> None:
    example = REPORTS[case, name]
    assert example.note.startswith(NOTE)
    assert 80 <= len(example.text.split()) <= 300


@every_case
def test_outlets_are_at_addresses_that_never_resolve(case: str) -> None:
    for path in (EXAMPLES / case / "reports").iterdir():
        if path.is_file():
            hosts = re.findall(r"https?://([^/\s\"<]+)", path.read_text("utf-8"))
            assert hosts, path.name
            assert all(host.endswith(".example") for host in hosts), hosts


@every_case
def test_there_is_one_key_for_every_report(case: str) -> None:
    keys = {path.stem for path in (EXAMPLES / case / "key").glob("*.json")}
    assert keys == {name for where, name in REPORTS if where == case}


@every_report
def test_a_key_is_well_formed_and_quotes_its_report(case: str, name: str) -> None:
    key = _key(case, name)
    text = REPORTS[case, name].text
    assert (key["doc"], key["published"]) == (name, REPORTS[case, name].published)
    assert key["events"]
    ids = [event["id"] for event in key["events"]]
    assert len(set(ids)) == len(ids)
    for event in key["events"]:
        _check_event(event, set(ids), text)
    for relation in key["relations"]:
        assert relation["type"] in RELATIONS
        assert relation["from"]
        assert relation["to"]
    for item in key["relations"] + key["figures"]:
        assert _folded(item["quote"]) in text, item["quote"]
        _check_time(item["time"], text)
    for disagreement in key["disagreements"]:
        assert len(disagreement["values"]) >= 2
        assert all(_folded(quote) in text for quote in disagreement["quotes"])


def _check_event(event: Plain, ids: set[str], text: str) -> None:
    assert event["type"] in TYPES
    assert event["status"] in STATUS
    assert event["mentions"]
    for mention in event["mentions"]:
        assert text.count(_folded(mention["quote"])) == 1, mention["quote"]
        assert mention["trigger"] in mention["quote"]
    for field in ("actor", "target", "source", "claimed_by", "denied_by", "place"):
        assert all(isinstance(value, str) and value for value in event[field]), (event["id"], field)
    for count in event["counts"]:
        low, high = count["min"], count["max"]
        assert low is not None or high is not None
        assert None in (low, high) or low <= high
    assert event["responds_to"] is None or event["responds_to"] in ids - {event["id"]}
    _check_time(event["time"], text)


def _check_time(time: Plain | None, text: str) -> None:
    if time is None:
        return
    assert _folded(time["text"]) in text
    days = [day for day in (time["earliest"], time["latest"]) if day is not None]
    assert all(DAY.fullmatch(day) for day in days)
    assert days == sorted(days)


def test_the_wrongly_dated_report_says_so_and_its_key_keeps_its_words() -> None:
    example = REPORTS["iraq", "iraq-14-anniversary"]
    assert "wrong on purpose" in example.note
    assert "5 January 2020" in example.text
    strike = _key("iraq", "iraq-14-anniversary")["events"][0]
    assert strike["time"]["earliest"] == strike["time"]["latest"] == "2020-01-05"
    dated = [item for item in _case("iraq")["disagreements"] if item["field"] == "time"]
    assert [item["values"] for item in dated] == [["2020-01-03", "2020-01-05"]]
    assert "iraq-14-anniversary" in dated[0]["reports"]


@every_case
def test_the_case_key_points_to_events_and_words_that_are_there(case: str) -> None:
    key = _case(case)
    for happening in key["happenings"]:
        assert happening["title"]
        assert len(happening["members"]) >= 2
        for member in happening["members"]:
            events = _key(case, member["report"])["events"]
            assert member["event"] in {event["id"] for event in events}, member
    for disagreement in key["disagreements"]:
        assert {quote["report"] for quote in disagreement["quotes"]} == set(disagreement["reports"])
        for quote in disagreement["quotes"]:
            assert _folded(quote["quote"]) in REPORTS[case, quote["report"]].text


@every_case
def test_copies_share_their_words_and_are_listed_once(case: str) -> None:
    for group in _case(case)["copies"]:
        first, *others = [set(REPORTS[case, name].text.lower().split()) for name in group]
        assert others
        assert all(len(first & other) > 0.6 * len(first | other) for other in others)


@every_case
def test_updates_rise_in_order_of_publication_and_stand_in_their_reports(case: str) -> None:
    for update in _case(case)["updates"]:
        days = [published for _, published, _, _ in update["series"]]
        numbers = [number for *_, number in update["series"]]
        assert days == sorted(days)
        assert numbers == sorted(set(numbers))
        assert len(numbers) > 1
        for name, published, what, number in update["series"]:
            key = _key(case, name)
            counts = [count for event in key["events"] for count in event["counts"]] + key["figures"]
            assert key["published"] == published
            assert (what, number) in {(count["what"], count["min"]) for count in counts}, (name, number)
