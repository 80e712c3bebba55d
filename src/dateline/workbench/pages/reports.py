"""Reports: the list of texts, and one text with the claims lit up in it."""

from collections.abc import Mapping, Sequence

from dateline.case.views import VIEWS
from dateline.model import Claim, EventClaim, Report
from dateline.model.codec import to_plain
from dateline.workbench.index import folded
from dateline.workbench.mark import lit_by, stretches
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.paging import part_of


def reports(ask: Ask) -> Page:
    """The reports by day of publication; `q` looks in titles, outlets and names."""
    shelf, index = ask.state.shelf, ask.state.index
    words, mark = folded(ask.params.get("q", "")).split(), ask.params.get("marked")
    chosen = [kept for kept in index.by_day if _is_meant(kept.report, index.titles, words, mark)]
    part = part_of(chosen, ask.whole("page", 1, len(chosen) + 1, 1))
    marks = ask.state.once("marks", lambda: sorted({m for r in shelf.reports.values() for m in r.marks}))

    def context() -> Mapping[str, object]:
        return {"part": part, "q": ask.params.get("q", ""), "marked": mark, "marks": marks, **lookups(ask)}

    def plain() -> Mapping[str, object]:
        return {"count": part.total, "rows": VIEWS["reports"].rows(shelf, part.items).to_dicts()}

    return Page(
        "reports", "Reports", "reports.html", context, lambda: VIEWS["reports"].rows(shelf, chosen), plain
    )


def _is_meant(report: Report, titles: Mapping[str, str], words: Sequence[str], mark: str | None) -> bool:
    return (not mark or mark in report.marks) and all(word in titles[report.id] for word in words)


def report(ask: Ask) -> Page:
    """One report; `at=START-END` lights up those characters."""
    shelf = ask.state.shelf
    one = shelf.reports[ask.named["id"]]
    kept = ask.state.index.kept[one.id]

    def context() -> Mapping[str, object]:
        lit = [words for claim in kept.claims for words in lit_by(claim)]
        return {
            "report": one,
            "claims": kept.claims,
            "read_by": kept.read_by,
            "stretches": stretches(one, lit, _here(ask.params.get("at"), len(one.text))),
            "about": {claim.id: _about(claim) for claim in kept.claims},
            "copies": [c for c in shelf.record.copies if one.id in (c.report, c.copy)],
            "found_in": ask.desk.case.found_in(one.id),
            "is_page": one.original.kind == "web page",
            **lookups(ask),
        }

    def plain() -> Mapping[str, object]:
        return {"report": to_plain(one), "claims": [to_plain(claim) for claim in kept.claims]}

    events = [claim for claim in kept.claims if isinstance(claim, EventClaim)]
    title = one.title or one.name
    return Page(
        f"report-{one.id}", title, "report.html", context, lambda: VIEWS["claims"].rows(shelf, events), plain
    )


def _about(claim: Claim) -> str:
    """The kind of a claim, in a word."""
    return {"e": "event", "t": "relation", "f": "figure"}[claim.id[0]]


def _here(given: str | None, length: int) -> tuple[int, int] | None:
    """The characters that an address names; ValueError when it names none of the text."""
    if not given:
        return None
    start, dash, end = given.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal()) or not int(start) < int(end) <= length:
        raise ValueError("at must be START-END, characters of the text")
    return int(start), int(end)
