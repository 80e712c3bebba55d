"""Posts: who holds one, and whose it is, by the order of words around a title.

"the SDF commander Adnan Afrin", "Turkey's president, Recep Tayyip Erdoğan", "Rami Abdurrahman, who heads …",
"Koen Geens, justice minister of Belgium", "President of Ukraine Volodymyr Zelenskyy".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import ORGANISATIONS, Lexicon
from dateline.grounding.who.registry import shipped
from dateline.reading import clause
from dateline.reading.relation.tie import Pattern, Tie, patterns

if TYPE_CHECKING:
    from dateline.language.tree import Token

_OWNING = frozenset({"of", "for", "in", "at", "with"})
_UNSPECIFIC = frozenset({"chief", "head", "director", "leader", "manager", "boss"})
_LESSER = frozenset({"deputy", "vice", "assistant", "associate"})
_RANKS = frozenset({"commander", "leader", "chief", "boss"})
_OF_MANY = frozenset("senior top local field regional prominent veteran mid-level high-ranking".split())
_PLACING = frozenset({"in", "at", "from", "near", "to"})
_TAKING = frozenset(
    "elected reelected re-elected appointed named sworn installed inaugurated becomes became chosen resigns "
    "resigned steps stepped".split()
)
_AROUND_TAKING = frozenset({"AUX", "ADP", "ADV", "ADJ", "DET", "SCONJ", "NUM"})
_LONGEST = 3  # words of a title in the table
_BETWEEN = 5  # words between a title and its holder's name: "Lt Gen", "Jordanian-born militant"
_OWNER_WORDS = 13  # words of an owner's phrase


def post_ties(token: Token) -> Iterator[Tie]:
    """The tie that `token` states as the last word of a title."""
    found = _title(token)
    if found is None:
        return
    pattern, start = found
    owner, after = _owner_after(token)
    if owner is not None and _is_task(token, owner):
        owner = None
    holder = _holder_after(token.i + 1 if owner is None else after, token) or _holder_before(start, token)
    holder = holder or (_taker(start, token) if owner is not None else None)
    if owner is None:
        owner = _owner_before(start, token) or (_owner_behind(holder) if holder is not None else None)
    if holder is None or owner is None or holder.i == owner.i:
        return
    if (
        owner.i < start - 1
        and pattern.word in _UNSPECIFIC
        and any(t.pos_ == "NOUN" for t in token.doc[owner.i + 1 : start])
    ):
        yield Tie("member_of", holder, owner, token, False, f"relation:title:{pattern.word}")
        return  # "the EU external affairs chief" leads no EU
    rule = f"relation:title:{pattern.word}"
    if any(t.lower_ in _LESSER for t in token.doc[max(0, start - 2) : start]):
        yield Tie("member_of", holder, owner, token, False, rule)
    elif pattern.word in _RANKS and _is_one_of_many(start, token):
        yield Tie("member_of", holder, owner, token, True, rule)
    else:
        yield Tie(pattern.type, holder, owner, token, pattern.core, rule)


def _is_one_of_many(start: int, title: Token) -> bool:
    """ "A commander of Hamas", "senior Hamas military commander": one among others."""
    before = title.doc[max(title.sent.start, start - _BETWEEN) : start]
    return any(t.lower_ in _OF_MANY or t.lower_ in {"a", "an"} for t in before)


def _is_task(title: Token, owner: Token) -> bool:
    """ "The envoy for Syria", "minister for the Middle East": what he is for, not whose he is."""
    named = title.doc[title.i + 2 : owner.i + 1]
    return title.nbor().lower_ in {"for", "in", "at"} and any(t.ent_type_ in {"GPE", "LOC"} for t in named)


def _title(token: Token) -> tuple[Pattern, int] | None:
    if token.pos_ not in {"NOUN", "PROPN"} and not token.tag_.startswith("NN"):
        return None
    table = patterns("title")
    if token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN" and token.nbor().lemma_.lower() in table:
        return None
    if token.lower_ == "general" and token.i > 0 and token.nbor(-1).pos_ == "NOUN":
        return None  # "the prosecutor general"
    for size in range(_LONGEST, 0, -1):
        start = token.i - size + 1
        if start >= token.sent.start:
            phrase = token.doc[start : token.i + 1].text.lower()
            found = table.get(phrase) or (table.get(token.lemma_.lower()) if size == 1 else None)
            if found:
                return found[0], start
    return None


def _owner_after(title: Token) -> tuple[Token | None, int]:
    """The head of "of the Observatory" after the title, and the index behind it."""
    doc, index = title.doc, title.i + 1
    if index >= title.sent.end or doc[index].lower_ not in _OWNING:
        return None, index
    end = index + 1
    while end < min(title.sent.end, index + _OWNER_WORDS) and _continues_name(doc[end], end - index):
        end += 1
    if end + 1 < title.sent.end and doc[end].lower_ == "in" and doc[end + 1].text[:1].isupper():
        end += 2  # "al-Qaeda in Iraq"
    words = [t for t in doc[index + 1 : end] if t.text[:1].isupper()]
    common = end
    while (
        words
        and common < title.sent.end
        and doc[common].text[:1].islower()
        and doc[common].pos_ in {"NOUN", "ADJ", "PROPN"}
        and not doc[common].ent_type_
    ):
        common += 1
    if common > end and doc[common - 1].pos_ in {"NOUN", "PROPN"}:
        return doc[common - 1], common  # "the Kurdish foreign affairs committee", "the UK's police"
    person = next((t.i for t in words if t.ent_type_ == "PERSON"), None)
    if person is not None and person > words[0].i:
        words, end = [t for t in words if t.i < person], person
    return (_last_head(words), end) if words else _body_after(title)


def _body_after(title: Token) -> tuple[Token | None, int]:
    """ "Superintendent of the national security department": a body without capitals."""
    under = (c for c in title.children if c.i > title.i and clause.case(c) in _OWNING and c.pos_ == "NOUN")
    body = next((c for c in under if Lexicon.shipped().noun(c.text, c.lemma_) in ORGANISATIONS), None)
    return (None, title.i + 1) if body is None else (body, body.i + 1)


def _continues_name(token: Token, place: int) -> bool:
    """True for a name's words, and for what stands before it in "the rebel Al-Iman Brigade"."""
    if place == 1 and token.lower_ in {"the", "a", "an"}:
        return True
    if place <= 2 and token.pos_ in {"ADJ", "NOUN"} and token.i + 1 < token.sent.end:
        return token.text[:1].isupper() or token.nbor().text[:1].isupper()
    return token.text[:1].isupper() or token.lower_ in {"of", "for", "the", "and", "&", "'s", "’s", "-"}


def _last_head(words: list[Token]) -> Token:
    """The word of a name that heads it: the first that hangs on nothing else inside."""
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i not in inside), words[-1])


def _holder_after(index: int, title: Token) -> Token | None:
    """A person's name right after the title or behind a comma."""
    doc, end = title.doc, title.sent.end
    apart = index < end and doc[index].text == ","
    for word in doc[index + apart : min(end, index + apart + _BETWEEN)]:
        if word.text[:1].isupper() and not word.ent_type_ and _is_rank(word):
            continue
        if _is_person(word) and (apart or index == title.i + 1 or word.ent_type_ == "PERSON"):
            return word
        joined = word.text == "-" or word.nbor(-1).text == "-"  # "Jordanian-born militant"
        if word.pos_ in {"VERB", "AUX", "PUNCT", "ADP", "PRON", "SCONJ"} and not joined:
            return None
    return None


def _holder_before(start: int, title: Token) -> Token | None:
    """A person's name before a comma: "X, the SDF commander", "X, head of Y"; or "X is the leader of Y"."""
    doc = title.doc
    if start > title.sent.start + 1 and doc[start - 1].dep_ == "flat" and title.nbor().lower_ == "of":
        return doc[start - 1]  # "identified as Ann Lee head of the brigade", its comma lost
    for index in range(start - 1, max(title.sent.start, start - _OWNER_WORDS) - 1, -1):
        word = doc[index]
        if word.text == "," or (word.lower_ in {"is", "was"} and word.pos_ == "AUX"):
            before = doc[index - 1] if index > title.sent.start else None
            if index > title.sent.start + 1 and doc[index - 2].lower_ in _PLACING:
                return None  # "In Lisbon, the spokesman of"
            return before if before is not None and (_is_person(before) or _may_be_person(before)) else None
        if word.is_punct or word.pos_ in {"VERB", "ADP", "SCONJ"}:
            return None
    return None


def _taker(start: int, title: Token) -> Token | None:
    """Who takes or leaves a post: "X is sworn in as the new president of Y", "X becomes head of Y"."""
    before = title.doc[max(title.sent.start, start - _OWNER_WORDS) : start]
    at = len(before) - 1
    while at >= 0 and (before[at].pos_ in _AROUND_TAKING or before[at].lower_ in _TAKING):
        at -= 1
    taken = any(word.lower_ in _TAKING for word in before[at + 1 :])
    return before[at] if at >= 0 and taken and _is_person(before[at]) else None


def _owner_before(start: int, title: Token) -> Token | None:
    """ "Turkey's", "Turkish", "SDF" before the title, adjectives like "former" between."""
    doc, found = title.doc, None
    for index in range(start - 1, max(title.sent.start, start - _OWNER_WORDS) - 1, -1):
        word = doc[index]
        if index == start - 1 and _owns_post(word, title):
            return word
        if word.text == ")" and index > 2 and doc[index - 2].text == "(":
            return doc[index - 1]  # "the Doctors Association (ZHDA) president"
        if word.lower_ in _LESSER:
            continue
        if word.lower_ == "its":
            return word
        if word.lower_ in {"'s", "’s"} or (word.pos_ in {"ADJ", "NOUN", "VERB"} and word.text[:1].islower()):
            continue
        if not word.text[:1].isupper() or word.pos_ not in {"PROPN", "ADJ", "NOUN"}:
            break
        if word.ent_type_ == "PERSON" or (not word.ent_type_ and _is_person(word)):
            break
        found = word
        if word.ent_type_ in {"GPE", "NORP"} or word.dep_ not in {"compound", "flat", "amod"}:
            break
        if (
            doc[index - 1].text[:1].isupper()
            and index > title.sent.start
            and doc[index - 1].ent_type_ == word.ent_type_
            and not _is_demonym(doc[index - 1])
        ):
            continue
        break
    return _nearest_head(found, start) if found is not None else None


def _owns_post(word: Token, title: Token) -> bool:
    """ "Council head", "Israeli military chief of staff", "opposition leader": whose the post is."""
    if word.pos_ != "NOUN" or not (word.text[:1].islower() or word.is_sent_start):
        return False
    noun = Lexicon.shipped().noun(word.text, word.lemma_)
    found = _title(title)
    leads = found is not None and found[0].type == "leads"
    return title.lemma_.lower() in _UNSPECIFIC or (leads and noun in ORGANISATIONS)


def _nearest_head(first: Token, start: int) -> Token:
    """Of the name's words before the title the last, which heads it, unless it continues a name ("Kong")."""
    last = first
    while last.i + 1 < start and last.nbor().pos_ == "PROPN" and last.nbor().ent_type_ == first.ent_type_:
        last = last.nbor()
    return last.head if last.dep_ == "flat" and first.i <= last.head.i else last


def _is_demonym(word: Token) -> bool:
    """True for "British" before "Isis fighters": whose nationals they are, not whose fighters."""
    return word.pos_ == "ADJ" and bool(shipped().states_of(word.lower_))


def _owner_behind(holder: Token) -> Token | None:
    """ "President Hassan Rouhani of Iran"."""
    index = holder.i
    while index + 1 < holder.sent.end and holder.doc[index + 1].text[:1].isupper():
        index += 1
    after = holder.doc[index + 1 : min(index + 4, holder.sent.end)]
    if len(after) < 2 or after[0].lower_ != "of":
        return None
    return next((t for t in after[1:] if t.pos_ == "PROPN"), None)


def _is_rank(word: Token) -> bool:
    """ "Lt", "Gen", "Father" before a name."""
    lexicon = Lexicon.shipped()
    return word.lower_.rstrip(".") in lexicon.titles or lexicon.noun(word.text) == "role"


def _may_be_person(word: Token) -> bool:
    """True for "Budi Gunawan, chief of …", whatever the model holds the name for."""
    return word.ent_type_ in {"GPE", "ORG"} and word.dep_ == "flat"


def _is_person(word: Token) -> bool:
    """A person's name, or a run of capitals that is tagged as nothing else."""
    if word.ent_type_ == "PERSON":
        return True
    if word.i + 2 < word.sent.end and word.nbor().text == "-" and word.nbor(2).tag_ == "VBN":
        return False  # "Jordanian-born"
    if word.pos_ != "PROPN" or word.ent_type_ in {"GPE", "NORP", "LOC", "FAC"} or word.is_upper:
        return False
    beside = [t for t in (word.i - 1, word.i + 1) if word.sent.start <= t < word.sent.end]
    return any(word.doc[i].pos_ == "PROPN" or word.doc[i].text == "-" for i in beside)
