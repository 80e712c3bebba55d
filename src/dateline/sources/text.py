"""Text files: a front matter between `---` lines and the text, or the text alone."""

import re
from difflib import get_close_matches
from itertools import takewhile

from dateline.sources.draft import Draft
from dateline.sources.fields import FIELDS, stated
from dateline.sources.passage import opening

_FENCE = "---"
_LONGEST_FRONT_MATTER = 100  # lines; beyond it, a "---" belongs to the text
_FIELD = re.compile(r"([A-Za-z][\w-]*(?: [\w-]+){0,2})\s*:\s*(.*)")
_OTHER = re.compile(r"\s*(?:#.*|- .*|)|\s+.*")  # comments, lists, blank lines and whatever is indented
_KEYS = ("title", "outlet", "published", "url", "language")
_NAMES = {name.lower(): key for key in _KEYS for name in FIELDS[key]}
_MAIL = re.compile(r"(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):", re.IGNORECASE)
_HEADER = re.compile(r"[A-Z][\w-]*:")


def text_draft(text: str) -> Draft:
    """The draft of canonical `text`.

    Front matter keys are title, outlet, published, url and language, in any case, and the other names that
    `fields` lists for them; foreign keys are left alone, but a near miss ("publised") is pointed out, and so
    is a front matter that is not closed. Where the title or the date is missing, a headline line or a line
    that is nothing but a date, both at the very top, are taken for them.
    """
    head, body, closed = _split(text)
    draft = Draft("front matter" if head else "text", body)
    if not closed:
        draft.notices.append(f'front matter has no closing "{_FENCE}", taken to end where the text begins')
    _take(draft, head)
    _read_opening(draft)
    return draft


def is_mail(text: str) -> bool:
    """True when `text` opens with the header of an e-mail."""
    head = list(takewhile(str.strip, text.lstrip().split("\n", 50)))
    return sum(bool(_HEADER.match(line)) for line in head) > 2 and any(map(_MAIL.match, head))


def _split(text: str) -> tuple[list[str], str, bool]:
    """Front matter lines (none without one), the text after them, and whether the front matter was closed."""
    lines = text.lstrip("\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        return [], text, True
    head = list(takewhile(_may_stand_in_head, lines[1 : _LONGEST_FRONT_MATTER + 1]))
    after = len(head) + 1
    if after < len(lines) and lines[after].rstrip() == _FENCE:
        return head, "\n".join(lines[after + 1 :]), True
    known = list(takewhile(_is_known, head))
    return (known, "\n".join(lines[len(known) + 1 :]), False) if known else ([], text, True)


def _may_stand_in_head(line: str) -> bool:
    is_field = _FIELD.fullmatch(line.strip()) or _OTHER.fullmatch(line)
    return line.rstrip() != _FENCE and is_field is not None


def _is_known(line: str) -> bool:
    field = _FIELD.fullmatch(line.strip())
    return field is not None and field[1].lower() in _NAMES


def _take(draft: Draft, head: list[str]) -> None:
    """The fields of the front matter into the draft."""
    found: dict[str, object] = {}
    for line in head:
        if field := _FIELD.fullmatch(line.strip()):
            found[field[1].lower()] = field[2].strip().strip("\"'")
    for key in _KEYS:
        setattr(draft, key, stated(found, tuple(name.lower() for name in FIELDS[key])))
    draft.published_how = "front matter" if draft.published else None
    for key in found:
        if key not in _NAMES and (near := get_close_matches(key, _KEYS, n=1, cutoff=0.8)):
            draft.notices.append(f'front matter has "{key}", which means nothing here; is "{near[0]}" meant?')


def _read_opening(draft: Draft) -> None:
    """Headline and date line at the top of the text, for what the front matter leaves out."""
    title, published = opening(draft.text)
    draft.title = draft.title or title
    if published and not draft.published:
        draft.published, draft.published_how = published, "date line in the text"
