"""Floor 2: place names of a report to entries of a gazetteer, or left open; and which are an event's own."""

from dateline.grounding.where.attachment import BORROWERS, Setting, places_of
from dateline.grounding.where.finder import PlaceFinder, find_places
from dateline.grounding.where.gazetteer import Gazetteer

__all__ = ["BORROWERS", "Gazetteer", "PlaceFinder", "Setting", "find_places", "places_of"]
