"""The closed word lists of a record: event types, statuses, relations and the rest.

Sources: event types are the 16 of PLOVER as POLECAT uses it; attribution follows the MUC-4 decision tree.
"""

from collections.abc import Mapping
from typing import Literal, get_args

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
# Yielding in words (CONCEDE) and in deed (RETREAT) shade into each other: one occurrence may be told as both.
FAMILIES: Mapping[str, str] = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}

Status = Literal["actual", "alleged", "denied", "threatened", "planned", "demanded", "hypothetical"]
STATUSES: tuple[Status, ...] = get_args(Status)

# MUC-4, slot 11: how the report stands to the claim that the doer did it.
Attribution = Literal["fact", "claimed", "accused_by_authorities", "accused", "possible"]

RelationType = Literal[
    "part_of", "member_of", "leads", "backs", "allied_with", "fights",
    "designates", "also_known_as", "operates_in",
]  # fmt: skip
RELATION_TYPES: tuple[RelationType, ...] = get_args(RelationType)
SYMMETRIC_RELATIONS: frozenset[RelationType] = frozenset({"allied_with", "fights", "also_known_as"})

PartyKind = Literal["named", "unnamed", "ambiguous"]
PassageKind = Literal[
    "prose", "headline", "caption", "credit", "byline", "dateline", "boilerplate", "garbled"
]
TimePrecision = Literal["minute", "part_of_day", "day", "week", "month", "season", "year", "decade", "period"]
# UCDP's seven levels of geographic precision, from the exact spot to "no better than international".
PlacePrecision = Literal["exact", "near", "district", "province", "region", "country", "international"]
DisagreementField = Literal[
    "time", "place", "count", "actor", "target", "status", "responsibility", "relation"
]
# What a copy may change: a number, a time, a place, the name of somebody or something else, or by what means.
ChangeField = Literal["count", "time", "place", "name", "means"]

ClaimKind = Literal["event", "relation", "figure"]
DecisionKind = Literal[
    "accept", "reject", "edit", "merge", "split", "same_actor", "other_actor", "undo"
]  # fmt: skip
DECISION_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
# What of an event's claim a person can put right.
EditField = Literal[
    "type", "mode", "status", "core", "actor", "target", "speaker", "claimed_by", "denied_by",
    "time", "place", "count", "instrument",
]  # fmt: skip
EDIT_FIELDS: tuple[EditField, ...] = get_args(EditField)
# How far an event is borne out, in words with a stated rule and never as a score (docs: methods).
Grade = Literal["single origin", "two or more origins", "claimed", "contested", "denied", "withdrawn"]
GRADES: tuple[Grade, ...] = get_args(Grade)
