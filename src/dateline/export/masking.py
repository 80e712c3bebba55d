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
from dateline.grounding.where.gazetteer import default_gazetteer
from dateline.model import Party, Report, Where

NamesOf = Callable[[Report], Iterable[Party]]
"""Finds whom a report names, beyond those whom its claims name."""

UNNUMBERED = "a person"
_SHORTEST = 3  # shorter parts of names ("al", "bin") are no names by themselves
# What goes on with a name that was found only in part: "Mushtaq Talib | al-Saidi".
_TAIL = r"(?:[ -](?:[aA]l|[eE]l|a[dnrstz]|ash|bin|ibn|bint|abu|Abu|abd|van|von|de|der)[ -][A-Z]\w+)*"


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
        self._known: set[str] = set()
        listed = sorted(kept, key=lambda k: (k.report.published or "9999", k.report.id))
        for one in listed:
            self._known |= {one.report.outlet} if one.report.outlet else set()
            self._known |= {
                form for where in parts(one.claims, Where) for form in (where.name, where.span.text)
            }
        for one in listed:
            parties = sorted(filter(self._is_hidden, parts(one.claims, Party)), key=lambda p: p.span)
            for party in parties:
                self._labels.setdefault(_key(party.name), f"Person {len(self._labels) + 1}")

    def wording(self, kept: Kept) -> Wording:
        """What stands in a report instead of names, their parts included ("Hassan" for Ali Hassan).

        What the case knows as a place or an outlet, or is a seat of government, is none however it was read.
        """
        parties = [*parts(kept.claims, Party), *self._names_of(kept.report)]
        private = list(filter(self._is_hidden, parties))
        public = {
            form for party in parties if not is_private(party) for form in _written(party)
        } | self._known
        whole: dict[str, str] = {}
        short: dict[str, str] = {}
        for party in private:
            whole[party.name] = label = self._labels.get(_key(party.name), UNNUMBERED)
            for form in (*_written(party), *_pieces(party.name)):
                short.setdefault(form, label)
        instead = {form: label for form, label in short.items() if form not in public} | whole
        instead = {form.upper(): label for form, label in instead.items()} | instead  # as in headlines
        return Wording(instead, frozenset(public - instead.keys()), _TAIL)

    def _is_hidden(self, party: Party) -> bool:
        known = party.name in self._known or party.name.casefold() in default_gazetteer().seats
        return is_private(party) and not known


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
