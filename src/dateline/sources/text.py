"""Text files: a front matter between `---` lines and the text, or the text alone."""

import re
from difflib import get_close_matches

from dateline.sources.draft import Draft
from dateline.sources.passage import opening

_FENCE = "---"
_LONGEST_FRONT_MATTER = 100  # lines; beyond it, a "---" belongs to the text
_FIELD = re.compile(r"([A-Za-z][\w -]*?)\s*:\s*(.*)")
_KEYS = ("title", "outlet", "published", "url", "language")


def text_draft(text: str) -> Draft:
    """The draft of canonical `text`.

    Front matter keys are title, outlet, published, url and language, in any case; other keys are left alone,
    but a near miss ("publised") is pointed out. Where the title or the date is missing, a headline line or a
    line that is nothing but a date, both at the very top, are taken for them.
    """
    head, body = _split(text)
    draft = Draft("front matter" if head is not None else "text", body)
    for line in head or ():
        if field := _FIELD.fullmatch(line.strip()):
            _take(draft, field[1].lower(), field[2].strip().strip("\"'"))
    _read_opening(draft)
    return draft


def _split(text: str) -> tuple[list[str] | None, str]:
    """Front matter lines (None without one) and the text after them."""
    lines = text.lstrip("\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, text
    for i, line in enumerate(lines[1 : _LONGEST_FRONT_MATTER + 1], 1):
        if line.rstrip() == _FENCE:
            return lines[1:i], "\n".join(lines[i + 1 :])
    return None, text


def _take(draft: Draft, key: str, value: str) -> None:
    if key in _KEYS:
        setattr(draft, key, value or None)
        if key == "published":
            draft.published_how = "front matter"
    elif near := get_close_matches(key, _KEYS, n=1, cutoff=0.8):
        draft.notices.append(f'front matter has "{key}", which means nothing here; is "{near[0]}" meant?')


def _read_opening(draft: Draft) -> None:
    """Headline and date line at the top of the text, for what the front matter leaves out."""
    title, published = opening(draft.text)
    draft.title = draft.title or title
    if published and not draft.published:
        draft.published, draft.published_how = published, "date line in the text"
