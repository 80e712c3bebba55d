"""Masking: labels in place of the names of private persons.

Private is every named person whom the registry of public actors does not hold: victims, witnesses, kin. Where
it is not known what a name names, it is taken for a person's.
Persons whom a claim names get a number that is the same for the whole case, in order of publication;
others whom the text names get none. A label stands for a name: two persons of one name share theirs.
"""

from collections.abc import Callable, Iterable, Iterator

from dateline.case.decided import is_decided
from dateline.case.store import Kept
from dateline.export.rewriting import Wording
from dateline.export.walk import parts
from dateline.grounding.where.gazetteer import default_gazetteer
from dateline.grounding.who.lexicon import ORGANISATIONS, Lexicon
from dateline.model import Party, Report, Where

NamesOf = Callable[[Report], Iterable[Party]]
"""Finds whom a report names, beyond those whom its claims name."""

UNNUMBERED = "a person"
_OF_PERSONS = frozenset({"Abu", "Umm", "Um", "Ibn", "Bint", "Mr", "Mrs", "Ms", "Dr", "Sheikh", "Haji"})
_SHORTEST = 3  # shorter parts of names ("al", "bin") are no names by themselves
# What goes on with a name that was found only in part: "Mushtaq Talib | al-Saidi".
_TAIL = r"(?:[ -](?:[aA]l|[eE]l|a[dnrstz]|ash|bin|ibn|bint|abu|Abu|abd|van|von|de|der)[ -][A-Z]\w+)*"


def is_private(party: Party) -> bool:
    """True for a named person whom the registry does not hold."""
    return party.schema == "Person" and _is_unknown(party)


def may_be_private(party: Party) -> bool:
    """As `is_private`, and for names that may be a person's: of no known kind, or that open like "Abu Taqwa".

    A word for a body in such a name ("Brigades") says that it is none.
    """
    if not _is_unknown(party) or party.schema == "Person":
        return _is_unknown(party)
    nouns, listed = Lexicon.shipped(), party.name.split()
    if any(nouns.noun(word, word.lower().removesuffix("s")) in ORGANISATIONS for word in listed):
        return False
    return party.schema is None or listed[0] in _OF_PERSONS


def _is_unknown(party: Party) -> bool:
    return party.kind == "named" and (party.actor is None or is_decided(party.actor))


class Masking:
    """The labels of a case."""

    def __init__(self, kept: Iterable[Kept], names_of: NamesOf | None = None) -> None:
        """`names_of` is asked for each report that is masked; by default the language pipeline is."""
        self._names_of = names_of or named_in
        self._labels: dict[str, str] = {}
        self._known: set[str] = set()
        self._by_first: dict[str, dict[str, None]] = {}
        listed = sorted(kept, key=lambda k: (k.report.published or "9999", k.report.id))
        for one in listed:
            self._known |= {one.report.outlet} if one.report.outlet else set()
            resolved = (where for where in parts(one.claims, Where) if where.entry)
            self._known |= {form for where in resolved for form in (where.name, where.span.text)}
        for one in listed:
            parties = sorted(filter(self._is_hidden, parts(one.claims, Party)), key=lambda p: p.span)
            for party in parties:
                self._labels.setdefault(_key(party.name), f"Person {len(self._labels) + 1}")
                self._by_first.setdefault(party.name.split()[0], {})[party.name] = None

    def wording(self, kept: Kept) -> Wording:
        """What stands in a report instead of names, their parts included ("Hassan" for Ali Hassan).

        What the case knows as a place or an outlet, or is a seat of government, is none however it was read.
        """
        # A name that bears no part in a claim and is of no known kind is mostly none: "Smoke rises".
        found = (p for p in self._names_of(kept.report) if p.schema or p.name.split()[0] in _OF_PERSONS)
        parties = [*parts(kept.claims, Party), *found]
        private = list(filter(self._is_hidden, parties))
        open_ = (party for party in parties if not may_be_private(party))
        public = {form for party in open_ for form in _written(party)} | self._known
        whole: dict[str, str] = {}
        short: dict[str, str] = {}
        named = [(party.name, _written(party)) for party in private]
        for name, forms in (*named, *((name, iter(())) for name in self._of_others(kept.report))):
            whole[name] = label = self._labels.get(_key(name), UNNUMBERED)
            for form in (*forms, *_pieces(name)):
                short.setdefault(form, label)
        instead = {form: label for form, label in short.items() if form not in public} | whole
        instead = {form.upper(): label for form, label in instead.items()} | instead  # as in headlines
        return Wording(instead, frozenset(public - instead.keys()), _TAIL)

    def _of_others(self, report: Report) -> Iterator[str]:
        """Full names that claims of other reports give, and that stand in this one too."""
        text = f"{report.title or ''} {report.text}"
        for word in sorted(self._by_first.keys() & set(text.split())):
            yield from (name for name in self._by_first[word] if " " in name and name in text)

    def _is_hidden(self, party: Party) -> bool:
        return may_be_private(party) and not self._is_known(party.name)

    def _is_known(self, name: str) -> bool:
        """True for no person: a place or outlet of the case, a seat of government, a land, a people."""
        places = default_gazetteer()
        if name in self._known or name.casefold() in places.seats or places.is_people(name):
            return True
        return any(entry.kind == "country" for entry in places.candidates(name))


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
