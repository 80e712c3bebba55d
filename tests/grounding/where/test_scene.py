"""Where a report plays: what the paragraph names comes before what the report began with."""

from dateline.grounding.where import find_places, places_of
from dateline.language import load
from dateline.sources import read_text


def scene_of(text: str, word: str) -> list[str]:
    """The names of the places of the event that `word` tells."""
    report = read_text(text).report
    doc = load().parse(report.text)
    event = next(token for token in doc if token.text == word)
    return [where.name for where in places_of(event, doc, find_places(doc, report))]


LEAD = "The army struck in Homs.\nOfficials met.\nPrices rose.\nSchools were closed.\n"
ENTRY = "Shells fell in Idlib at noon. Three men died, doctors said."


def test_the_paragraph_sets_the_scene_before_the_lead() -> None:
    assert scene_of(LEAD + ENTRY, "died")[:1] == ["Idlib"]


def test_the_lead_sets_the_scene_where_the_paragraph_names_no_place() -> None:
    assert scene_of(LEAD + "Shells fell at noon. Three men died, doctors said.", "died")[:1] == ["Homs"]
