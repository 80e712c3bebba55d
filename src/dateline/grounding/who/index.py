"""NameIndex: which name each token of a report belongs to, and what the name stands for at that spot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.grounding.who.anaphora import sort_of_class
from dateline.grounding.who.lexicon import Lexicon
from dateline.grounding.who.names import PLACED, NameMention
from dateline.grounding.who.phrase import extent, is_definite, is_plural
from dateline.grounding.who.referent import Referent
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.spelling import fold

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

Named = tuple[Referent, NameMention]

_SORTS = {"person": "person", "state": "state", "people": "people", "unknown": "unknown"}
_IN_APPOSITION = frozenset({"person", "organisation", "unknown"})
_STATELESS = frozenset({"ps", "eh"})  # their people act without a state more often than as one
_WITHIN_NAMES = frozenset({"compound", "flat", "nmod:desc", "amod"})


class NameIndex:
    """Names by the tokens that they cover; the referents in order of their first mention."""

    def __init__(self, doc: Doc, registry: Registry, referents: Iterable[Referent]) -> None:
        self._doc, self._registry = doc, registry
        self._lexicon = Lexicon.shipped()
        self.referents = tuple(referents)
        pairs = [(referent, mention) for referent in self.referents for mention in referent.mentions]
        self._covering = {i: pair for pair in pairs for i in range(pair[1].start, pair[1].end)}
        self._leading = {i: pair for pair in pairs for i in range(pair[1].lead, pair[1].start)}
        self.in_order = tuple(sorted(pairs, key=lambda pair: pair[1].start))

    def covering(self, i: int) -> Named | None:
        """The name that token `i` is part of."""
        return self._covering.get(i)

    def at(self, head: Token) -> Named | None:
        """The name that the phrase of `head` gives: it is the name, its title, or in apposition to it."""
        found = self._covering.get(head.i) or self._leading.get(head.i)
        if found is not None and not self._modifies(head, found[1]):
            return found
        noun = self._lexicon.noun(head.text, head.lemma_)
        if noun not in ("role", "person", "group", "media"):
            return None
        for child in head.rights:
            named = self._covering.get(child.i)
            if named and named[0].kind in _IN_APPOSITION and self._is_apposed(child, named[1]):
                return named
        return self._beside(head) if noun in ("role", "person") and not is_plural(head) else None

    def _is_apposed(self, name: Token, mention: NameMention) -> bool:
        """True for a name in apposition, also one set apart by commas after more words: "a writer living in
        Sofia, Ann Lee, was"."""
        if name.dep_ == "parataxis":
            apart = mention.label == "PERSON" and self._doc[mention.start - 1].text == ","
            return apart and self._closes(mention.end)
        return name.dep_ in ("appos", "flat", "nmod:desc")

    def _beside(self, role: Token) -> Named | None:
        """The person whose name stands beside the role, whatever the parser made of it.

        "President of the United States Donald Trump", "the UN envoy for Syria, Staffan de Mistura,", "Joseph
        Dunford, chairman of the joint chiefs".
        """
        start, end = extent(role)
        named = self._covering.get(end) if end > role.i + 1 else None
        if named and named[0].kind == "person":
            return named
        start -= start > 0 and self._doc[start - 1].pos_ == "DET"
        if end + 1 < len(self._doc) and self._doc[end].text == ",":
            named = self._covering.get(end + 1) or self._leading.get(end + 1)
            if named and named[0].kind == "person" and self._closes(named[1].end):
                return named
        if start > 1 and self._doc[start - 1].text == "," and role.dep_ != "conj":
            named = self._covering.get(start - 2)
            if named and named[0].kind == "person":
                return named
        return None

    def _closes(self, i: int) -> bool:
        """True where an apposition can end: at a mark or before the verb."""
        return i < len(self._doc) and (
            self._doc[i].text in (",", ".", ";") or self._doc[i].pos_ in ("VERB", "AUX")
        )

    def _modifies(self, token: Token, mention: NameMention) -> bool:
        """True for "Iraqi", a name to the model, in "Iraqi forces"."""
        return mention.label == "NORP" and token.dep_ == "amod" and token.head.i >= mention.end

    def adjective(self, token: Token) -> str | None:
        """The state of an adjective by itself: "Iranian" in "Iranian drones", not in a longer name."""
        covering = self._covering.get(token.i)
        if token.pos_ != "ADJ" or (covering is not None and covering[1].label != "NORP"):
            return None
        states = self._registry.states_of(fold(token.text if covering is None else covering[1].text))
        return states[0] if len(states) == 1 else None

    def seat(self, token: Token, named: Named) -> str | None:
        """The state for whose government a capital's name stands here: it acts, it isn't where."""
        referent, mention = named
        state = None if referent.kind == "person" else self._registry.seat_of(fold(mention.text))
        if state is None or any(child.dep_ == "case" and child.lower_ in PLACED for child in token.lefts):
            return None
        acts = token.dep_ == "nsubj" and token.head.lemma_.lower() in self._lexicon.verbs
        return state if acts or token.dep_ in ("obl:agent", "iobj") else None

    def nation(self, token: Token) -> str | None:
        """The state of nationals who act as one: "the Turks sent forces", not "the Turks who fled"."""
        acts = token.dep_ == "obl:agent" or (token.dep_ == "nsubj" and token.head.pos_ == "VERB")
        alone = not any(child.dep_ not in ("det", "case", "punct") for child in token.children)
        if not (acts and alone and is_plural(token) and is_definite(token)):
            return None
        states = self._registry.nationals_of(token.lower_)
        return states[0] if len(states) == 1 and states[0] not in _STATELESS else None

    def known(self, token: Token) -> tuple[str, str, bool] | None:
        """A noun's referent, its sort for pointing back and whether it is a name; None where it can't act."""
        named = self._covering.get(token.i)
        if named is not None and not self._modifies(token, named[1]):
            return self._named_sort(token, named)
        if token.i in self._leading and token.dep_ in _WITHIN_NAMES:
            return None
        sort = sort_of_class(self._lexicon.noun(token.text, token.lemma_), is_plural(token))
        if sort is None:
            return None
        titled = self.at(token)
        return (titled[0].name, "person", True) if titled else (f"#{token.i}", sort, False)

    def _named_sort(self, token: Token, named: Named) -> tuple[str, str, bool] | None:
        referent = named[0]
        if referent.kind == "place":
            return None if self.seat(token, named) is None else (referent.name, "state", True)
        if referent.kind == "people" and token.pos_ == "ADJ":
            return None
        return referent.name, _SORTS.get(referent.kind, "group"), True

    def extent(self, head: Token) -> tuple[int, int]:
        """The phrase of `head` alone (token offsets), never cut within a name."""
        start, end = extent(head)
        fighter = self._lexicon.noun(head.text, head.lemma_) == "fighter"
        first = self._covering.get(start - 1) if fighter and start == head.i else self._covering.get(start)
        last = self._covering.get(end - 1)
        begins = first is not None and (first[1].end >= start or first[1].start < start)
        return (
            first[1].start if first is not None and begins else start,
            last[1].end if last is not None and last[1].end > end else end,
        )

    def in_full(self, start: int, end: int) -> str:
        """The words of tokens `start:end` on one line: plain apostrophes, names of parties in full."""
        words, at = "", start
        while at < end:
            named = self._covering.get(at)
            if named is not None and named[1].end <= end and named[0].kind in _IN_APPOSITION:
                words += named[0].name + self._doc[named[1].end - 1].whitespace_
                at = named[1].end
            else:
                words += self._doc[at].text_with_ws
                at += 1
        return " ".join(words.replace("’", "'").split())
