"""Masking: labels in place of the names of private persons.

Private is every named person whom the registry of public actors does not hold: victims, witnesses, kin.
Persons whom a claim names get a number that is the same for the whole case, in order of publication;
others whom the text names get none. A label stands for a name: two persons of one name share theirs.
"""

from collections.abc import Callable, Iterable, Iterator

from dateline.case.decided import is_decided
from dateline.case.store import Kept
from dateline.export.rewriting import Wording
from dateline.export.walk import parts
from dateline.model import Party, Report

NamesOf = Callable[[Report], Iterable[Party]]
"""Finds whom a report names, beyond those whom its claims name."""

UNNUMBERED = "a person"
_SHORTEST = 3  # shorter parts of names ("al", "bin") are no names by themselves


def is_private(party: Party) -> bool:
    """True for a named person whom the registry does not hold."""
    unknown = party.actor is None or is_decided(party.actor)
    return party.schema == "Person" and party.kind == "named" and unknown


class Masking:
    """The labels of a case."""

    def __init__(self, kept: Iterable[Kept], names_of: NamesOf | None = None) -> None:
        """`names_of` is asked for each report that is masked; by default the language pipeline is."""
        self._names_of = names_of or named_in
        self._labels: dict[str, str] = {}
        for one in sorted(kept, key=lambda k: (k.report.published or "9999", k.report.id)):
            parties = sorted(
                filter(is_private, parts(one.claims, Party)), key=lambda p: (p.span.start, p.name)
            )
            for party in parties:
                self._labels.setdefault(_key(party.name), f"Person {len(self._labels) + 1}")

    def wording(self, kept: Kept) -> Wording:
        """What stands in a report instead of names, their parts included ("Hassan" for Ali Hassan)."""
        parties = [*parts(kept.claims, Party), *self._names_of(kept.report)]
        public = {form for party in parties if not is_private(party) for form in _written(party)}
        whole: dict[str, str] = {}
        short: dict[str, str] = {}
        for party in filter(is_private, parties):
            whole[party.name] = label = self._labels.get(_key(party.name), UNNUMBERED)
            for form in (*_written(party), *_pieces(party.name)):
                short.setdefault(form, label)
        instead = {form: label for form, label in short.items() if form not in public} | whole
        return Wording(instead, frozenset(public - instead.keys()))


def named_in(report: Report) -> Iterable[Party]:
    """Whom the text of `report` names, as the language pipeline and the registry tell."""
    from dateline.grounding.who import find_actors
    from dateline.language import load

    return find_actors(load().parse(report.text), report).mentions


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _written(party: Party) -> Iterator[str]:
    """The words that name `party` at that spot; pronouns and descriptions name nobody."""
    words = party.via.text if party.via else party.span.text
    if any(part[:1].isupper() for part in words.split()) and set(words.split()) & set(party.name.split()):
        yield words
    if party.kind == "named":
        yield party.name


def _pieces(name: str) -> Iterator[str]:
    """The parts of a person's name that may stand alone."""
    return (part for part in name.replace("-", " ").split() if len(part) >= _SHORTEST and part[0].isupper())
