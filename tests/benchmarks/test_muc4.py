"""Events as MUC-4 asks for them: roles, stage, days and confidence."""

from dataclasses import replace

import pytest

from benchmarks.muc4 import incidents
from benchmarks.muc_incident import dates
from benchmarks.muc_template import fillers, is_incident
from dateline.model import EventClaim, Party, Span, Term, When

TEXT = "FMLN guerrillas killed Juan Perez and burned the old bus with dynamite"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("r", start, start + len(words), words)


def party(words: str, schema: str | None = None) -> Party:
    kind = "unnamed" if schema is None else "named"
    return Party(words, span(words), kind=kind, schema=schema)  # type: ignore[arg-type]


EVENT = EventClaim(
    "e",
    "r",
    "ASSAULT",
    True,
    span(TEXT),
    span("killed"),
    mode="killing",
    actors=(party("FMLN guerrillas"),),
    targets=(party("Juan Perez", "Person"), party("the old bus")),
    instrument=Term("explosives", span("dynamite")),
    attribution="claimed",
    when=When(span("killed"), "DATE", "1990-02-04", "1990-02-04", "day"),
)


def test_people_go_by_name_and_things_without_article() -> None:
    assert fillers([EVENT]) == {
        "PerpInd": [frozenset({"fmln guerrillas"})],
        "PerpOrg": [frozenset({"fmln"})],
        "Target": [frozenset({"old bus"})],
        "Victim": [frozenset({"juan perez"})],
        "Weapon": [frozenset({"dynamite"})],
    }


def test_the_kind_of_an_attack_is_that_of_its_doers() -> None:
    text = "terrorist attack"
    attack = replace(EVENT, actors=(), targets=(), instrument=None, trigger=Span("r", 0, len(text), text))
    assert fillers([attack])["PerpInd"] == [frozenset({"terrorist"})]


def test_war_and_what_is_no_violence_are_left_out() -> None:
    assert is_incident(EVENT)
    assert not is_incident(replace(EVENT, mode="battle"))
    assert not is_incident(replace(EVENT, type="COERCE"))
    assert not is_incident(replace(EVENT, status="hypothetical"))
    assert not is_incident(replace(EVENT, targets=(party("guerrillas"),)))
    assert not is_incident(replace(EVENT, mode="territorial capture"))
    assert not is_incident(replace(EVENT, core=False, targets=()))


def named(words: str, kind: str = "unnamed", schema: str | None = None) -> Party:
    return Party(words, Span("r", 0, len(words), words), kind=kind, schema=schema)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "role", "told"),
    [
        (named("two stores and an oil pipeline"), "Target", ["stores", "oil pipeline"]),
        (named("three vehicles in the area"), "Target", ["vehicles"]),
        (named("offices of the newspaper"), "Target", ["offices of the newspaper"]),
        (named("several neighborhoods"), "Target", []),
        (named("peasants"), "Target", []),
        (named("Senator Juan Perez", "named", "Person"), "Victim", ["juan perez"]),
    ],
)
def test_things_and_houses_are_targets_and_persons_go_without_titles(target, role, told) -> None:
    assert fillers([replace(EVENT, targets=(target,))])[role] == [frozenset({words}) for words in told]


def test_doers_are_told_with_their_number_and_their_body() -> None:
    told = fillers([replace(EVENT, actors=(named("two members of the army"), named("the police")))])
    assert told["PerpInd"] == [frozenset({"two members of the army"})]
    assert told["PerpOrg"] == [frozenset({"army"})]


def test_a_numbered_brigade_keeps_its_number() -> None:
    told = fillers([replace(EVENT, actors=(named("soldiers of the 6th Infantry Brigade"),))])
    assert told["PerpOrg"] == [frozenset({"6th infantry brigade"})]


def test_the_forces_of_a_named_group_are_told_as_the_group() -> None:
    told = fillers([replace(EVENT, actors=(named("FMLN guerrillas", "named"),))])
    assert told["PerpOrg"] == [frozenset({"fmln"})]
    assert told["PerpInd"] == []
    told = fillers([replace(EVENT, actors=(named("Contras", "named"),))])
    assert told["PerpOrg"] == [frozenset({"contras"})]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("04 FEB 90", [("1990-02-04", "1990-02-04")]),
        ("(02 FEB 90 - 04 FEB 90)", [("1990-02-02", "1990-02-04")]),
        ("- 04 FEB 90", [(None, "1990-02-04"), ("1990-02-04", "1990-02-04")]),
        ("LAST YEAR", []),
    ],
)
def test_days_of_the_date_slot(value: str, days: list[tuple[str | None, str | None]]) -> None:
    assert dates(value) == days


def slot(*values: str) -> list[dict[str, list[str]]]:
    return [{"alternatives": [value]} for value in values]


TEMPLATE = {
    "incident_stage_of_execution": slot("ACCOMPLISHED"),
    "incident_date": slot("04 FEB 90"),
    "perp_individual_id": None,
    "perp_organization_id": slot("FMLN"),
    "perp_organization_confidence": slot("CLAIMED OR ADMITTED"),
    "phys_tgt_id": [],
    "hum_tgt_name": slot("JUAN PEREZ"),
    "incident_instrument_id": [],
}


def test_an_incident_that_an_event_tells_rightly() -> None:
    row = {"templates": [TEMPLATE]}
    assert incidents([(row, [EVENT])]) == {"met": 100, "stage": 100, "date": 100, "confidence": 100}


def test_an_incident_that_an_event_tells_wrongly() -> None:
    row = {"templates": [TEMPLATE]}
    wrong = replace(EVENT, status="planned", attribution="fact", when=None)
    assert incidents([(row, [wrong])]) == {"met": 100, "stage": 0, "date": 0, "confidence": 0}


def test_an_incident_that_no_event_is_about() -> None:
    told = incidents([({"templates": [TEMPLATE]}, [])])
    assert told["met"] == 0
