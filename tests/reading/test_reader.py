"""Reading whole reports: plain sentences give plain claims, and the same ones however they are read."""

from pathlib import Path

import pytest

from dateline.grounding.who import Registry
from dateline.model import EventClaim, Original, Report, ReportError, report_id
from dateline.model.codec import encode
from dateline.model.report import Passage
from dateline.reading import Lexicon, Reader


def report(text: str, name: str = "test", published: str | None = "2021-03-05", **more: object) -> Report:
    original = Original("0" * 64, "text", len(text))
    known_as = report_id(text, None, None, published, None)
    return Report(known_as, name, text, original, published=published, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str) -> list[EventClaim]:
    return [claim for claim in reader.read(report(text)) if isinstance(claim, EventClaim)]


def one(reader: Reader, text: str) -> EventClaim:
    found = events(reader, text)
    assert len(found) == 1, [(e.trigger.text, e.type) for e in found]
    return found[0]


def test_a_killing_names_who_and_whom(reader: Reader) -> None:
    event = one(reader, "Taliban fighters killed three soldiers in Kunduz on Monday.")
    assert event.type == "ASSAULT"
    assert event.trigger.text == "killed"
    assert ["Taliban" in party.name for party in event.actors] == [True]
    assert ["soldiers" in party.name for party in event.targets] == [True]
    assert event.status == "actual"


def test_a_passive_without_agent_has_no_actor(reader: Reader) -> None:
    event = one(reader, "Three soldiers were killed in Kunduz on Monday.")
    assert event.actors == ()
    assert ["soldiers" in party.name for party in event.targets] == [True]


def test_an_arrest_is_no_assault(reader: Reader) -> None:
    event = one(reader, "Police arrested two journalists in Istanbul on Friday.")
    assert (event.type, event.mode) == ("COERCE", "arrest")
    assert [party.name.lower() for party in event.actors] == ["police"]


def test_words_for_one_event_are_one_claim(reader: Reader) -> None:
    event = one(reader, "An air strike by Russian forces killed 12 civilians in Idlib on Sunday.")
    assert (event.type, event.mode) == ("ASSAULT", "airstrike")
    assert any("Russia" in party.name for party in event.actors)
    assert any("civilians" in party.name for party in event.targets)


def test_the_instrument_makes_the_mode(reader: Reader) -> None:
    event = one(reader, "Ukrainian forces attacked an oil depot in Belgorod with drones on Tuesday.")
    assert event.instrument is not None
    assert event.instrument.value == "drones"
    assert event.mode == "drone strike"


def test_ordinary_life_is_no_event(reader: Reader) -> None:
    assert (
        events(reader, "The weather in Paris was mild and the bakeries opened at seven in the morning.") == []
    )


def test_every_value_rests_on_its_words(reader: Reader) -> None:
    text = "Rebels shelled the town of Azaz on Monday. The army condemned the attack and arrested six men."
    told = report(text)
    found = [claim for claim in reader.read(told) if isinstance(claim, EventClaim)]
    assert len(found) >= 2
    for event in found:
        spans = [event.quote, event.trigger, *(p.span for p in (*event.actors, *event.targets))]
        assert all(told.text[s.start : s.end] == s.text for s in spans)
        assert event.quote.contains(event.trigger)
        assert event.why


def test_only_prose_is_read(reader: Reader) -> None:
    text = "Gunmen killed three soldiers in Kunduz.\nRelated: Police arrested two journalists in Istanbul."
    cut = text.index("Related")
    passages = (Passage(0, cut, "prose", "test"), Passage(cut, len(text), "boilerplate", "test"))
    found = [c for c in reader.read(report(text, passages=passages)) if isinstance(c, EventClaim)]
    assert found
    assert all(event.trigger.end <= cut for event in found)


def test_a_users_word_is_an_event(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(
        "phrase\tpos\ttype\tmode\tframe\tstrength\nbedazzle\tv\tPROTEST\tbedazzling\tact\talways\n"
    )
    text = "Students bedazzled the statue of the general in Madrid on Friday."
    assert all(event.type != "PROTEST" for event in events(Reader(), text))
    claims = Reader(lexicon=Lexicon.load([table])).read(report(text))
    found = [c for c in claims if isinstance(c, EventClaim) and c.type == "PROTEST"]
    assert [(event.trigger.text, event.mode) for event in found] == [("bedazzled", "bedazzling")]
    assert found[0].why[0].rule.startswith("lexicon:bedazzle/v/PROTEST")


TEXTS = [
    "Taliban fighters killed three soldiers in Kunduz on Monday, officials said.",
    "Police arrested two journalists in Istanbul on Friday. The union demanded their release.",
    "",
    "Iran threatened to attack Israel. Israel said it was ready to respond.",
    "Protesters marched through Minsk against the government on Sunday.",
]


def test_reading_twice_gives_the_same_bytes(reader: Reader) -> None:
    told = report(" ".join(TEXTS))
    assert encode(reader.read(told)) == encode(Reader().read(told))


def test_workers_change_nothing(reader: Reader) -> None:
    reports = [report(text, f"r{n}") for n, text in enumerate(TEXTS)]
    alone = [(r.name, encode(claims)) for r, claims in reader.read_many(reports)]
    pooled = [(r.name, encode(claims)) for r, claims in reader.read_many(reports, workers=2)]
    assert alone == pooled


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_that_fails_stops_only_itself(reader: Reader, workers: int) -> None:
    reports = [report(TEXTS[0], "good"), report("war " * 600_000, "endless"), report(TEXTS[1], "also good")]
    results = {r.name: claims for r, claims in reader.read_many(reports, workers=workers)}
    assert isinstance(results["endless"], ReportError)
    assert results["good"]
    assert results["also good"]


def test_a_short_sentence_is_quoted_with_its_neighbour(reader: Reader) -> None:
    found = events(
        reader, "The town was quiet for most of the morning. Gunmen killed him. Nobody saw them leave again."
    )
    kill = next(event for event in found if event.trigger.text == "killed")
    assert len(kill.quote.text.split()) >= 8


def test_the_version_tells_a_registry_of_the_users_own(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text('{"id": "houthis", "names": ["Hauthi"]}\n')
    own = Registry.load(path)
    assert Reader(registry=own).version == f"{Reader().version}, registry {own.version}"
