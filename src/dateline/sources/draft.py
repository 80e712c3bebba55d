"""Draft: what one source says of itself, before it is checked and becomes a report."""

from dataclasses import dataclass, field, replace
from datetime import date

from dateline.model import Original, Report, ReportError, report_id
from dateline.model.ids import sha256_hex
from dateline.sources.encoding import canonical
from dateline.sources.english import is_english
from dateline.sources.limits import MAX_TEXT
from dateline.sources.outlet import outlet_of
from dateline.sources.passage import passages_of
from dateline.sources.published import is_future, published_date


@dataclass(slots=True)
class Draft:
    """The fields of a report as the source states them; None or empty where it states nothing.

    `published` are the source's own words for the date and `published_how` says where they stand. `marks` go
    into the report, `notices` are one-line warnings for the person who adds it. `captions` are lines that the
    source itself declares to be captions.
    """

    kind: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_how: str | None = None
    url: str | None = None
    language: str | None = None
    name: str | None = None
    captions: frozenset[str] = frozenset()
    marks: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """A report, `where` it was found, the bytes it was read from, and one-line `notices` about it."""

    where: str
    report: Report
    data: bytes
    notices: tuple[str, ...] = ()

    def dated(self, published: str) -> "Found":
        """The same with the ISO date `published`, which a person gives; as it is when it states its own."""
        if self.report.published:
            return self
        r = self.report
        new_id = report_id(r.text, r.title, r.outlet, published, r.url)
        report = replace(r, id=new_id, published=published, published_how="given by a person")
        return replace(self, report=report)


def finish(draft: Draft, where: str, name: str, data: bytes, today: date) -> Found:
    """The report that `draft` describes; raises ReportError when it has no text or too much of it."""
    text = canonical(draft.text).strip("\n\ufeff").rstrip()
    if not text.strip():
        raise ReportError(where, "has no text")
    if len(text) > MAX_TEXT:
        raise ReportError(where, f"has more than {MAX_TEXT:,} characters of text, the most in one report")
    url, title = _line(draft.url), _line(draft.title)
    outlet = _line(draft.outlet) or outlet_of(url)
    published = _check_date(draft, today)
    if not is_english(text):
        draft.marks.append("not_english")
        draft.notices.append("seems not to be in English, the one language that is read")
    report = Report(
        id=report_id(text, title, outlet, published, url),
        name=_line(draft.name) or name,
        text=text,
        original=Original(sha256_hex(data), draft.kind, len(data)),
        title=title,
        outlet=outlet,
        published=published,
        published_how=draft.published_how if published else None,
        url=url,
        language=_line(draft.language),
        passages=passages_of(text, title, draft.captions),
        marks=tuple(draft.marks),
    )
    return Found(where, report, data, tuple(draft.notices))


def _line(value: str | None) -> str | None:
    """`value` in canonical form on one line; None when nothing is left."""
    return " ".join(canonical(value).split()) or None if value else None


def _check_date(draft: Draft, today: date) -> str | None:
    if not (stated := _line(draft.published)):
        return None
    published = published_date(stated)
    if published is None:
        draft.marks.append("unreadable_date")
        draft.notices.append(f'published "{stated[:40]}" is not one clear day (YYYY-MM-DD), kept undated')
    elif is_future(published, today):
        draft.marks.append("future_date")
        draft.notices.append(f"published {published} lies in the future")
    return published
