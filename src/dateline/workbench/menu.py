"""Menu: the pages by name, in the order in which people need them."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A page in the menu."""

    path: str
    name: str
    about: str


MENU: dict[str, tuple[Entry, ...]] = {
    "The record": (
        Entry("/", "Overview", "what this case holds"),
        Entry("/events", "Events", "who did what to whom"),
        Entry("/disagreements", "Disagreements", "what can't all be right"),
        Entry("/timeline", "Timeline", "events as intervals"),
        Entry("/map", "Map", "where, and how exactly that is known"),
        Entry("/tolls", "Tolls", "numbers as they were revised"),
    ),
    "Who": (
        Entry("/actors", "Actors", "who does and suffers what"),
        Entry("/network", "Network", "ties that reports state"),
        Entry("/origins", "Origins", "who repeats whom"),
        Entry("/reports", "Reports", "the texts themselves"),
    ),
    "Work": (
        Entry("/review", "Review", "accept, reject, put right"),
        Entry("/decisions", "Decisions", "what people decided"),
        Entry("/import", "Add reports", "drop files"),
        Entry("/downloads", "Downloads", "take the record along"),
        Entry("/settings", "Settings", "your name, keys, cautions"),
    ),
}
