"""The map of the events that an address chooses."""

from collections.abc import Mapping, Sequence

from dateline.workbench.choice import Choice
from dateline.workbench.draw.map import Drawn, Frame, dots, frame_of
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import facets, lookups, parts_of, rows_of

_MOST_DOTS = 400
_MOST_LISTED = 60
_STEP = 0.25
_CLOSER = 0.55
_WIDEST, _NARROWEST = 340.0, 0.4


def where(ask: Ask) -> Page:
    """Where the chosen events happened; `lon`, `lat` and `wide` (degrees) move the map."""
    choice, index = Choice.of(ask.params), ask.state.index
    mask = choice.mask(index)

    def context() -> Mapping[str, object]:
        counts = index.spots.counts(mask)
        places = [(index.spot_places[key], count) for key, count in counts.items()]
        frame = _frame(ask) or frame_of(places)
        return {
            "choice": choice,
            "facets": facets(index, choice, mask),
            "map": Drawn(frame, dots(frame, places)[:_MOST_DOTS]),
            "moves": {name: choice.address(**_at(moved)) for name, moved in _moves(frame).items()},
            "places": places[:_MOST_LISTED],
            "place_count": len(places),
            "located": sum(counts.values()),
            "chosen": int(mask.sum()),
            "total": len(index.events),
            **lookups(ask),
        }

    def order() -> Sequence[int]:
        return choice.ordered(index, mask)

    return Page(
        "map",
        "Map",
        "map.html",
        context,
        lambda: rows_of(ask, [index.events[at] for at in order()]),
        parts=lambda: parts_of(ask, order()),
    )


def _frame(ask: Ask) -> Frame | None:
    """The frame that an address names, if it does."""
    given = [ask.params.get(name) for name in ("lon", "lat", "wide")]
    if not all(given):
        return None
    lon, lat, wide = (float(value or 0) for value in given)
    if not (-360 <= lon <= 360 and -90 <= lat <= 90 and _NARROWEST <= wide <= _WIDEST):
        raise ValueError("lon, lat and wide must be degrees of a map of the Earth")
    return Frame(lon, lat, wide)


def _moves(frame: Frame) -> dict[str, Frame]:
    """Where the links around the map lead."""
    west, south, east, north = frame.box
    across, along = (east - west) * _STEP, (north - south) * _STEP
    return {
        "closer": Frame(frame.lon, frame.lat, max(_NARROWEST, frame.degrees * _CLOSER)),
        "wider": Frame(frame.lon, frame.lat, min(_WIDEST, frame.degrees / _CLOSER)),
        "west": Frame(frame.lon - across, frame.lat, frame.degrees),
        "east": Frame(frame.lon + across, frame.lat, frame.degrees),
        "north": Frame(frame.lon, min(85.0, frame.lat + along), frame.degrees),
        "south": Frame(frame.lon, max(-85.0, frame.lat - along), frame.degrees),
    }


def _at(frame: Frame) -> dict[str, str]:
    return {"lon": f"{frame.lon:.3f}", "lat": f"{frame.lat:.3f}", "wide": f"{frame.degrees:.3f}"}
