"""Decisions: what people decided, when, whether it holds, and a way to undo it."""

from collections import Counter
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from dateline.case import Rows
from dateline.case.decided import DecisionSeen, decisions_seen
from dateline.case.views import VIEWS
from dateline.workbench.desk import Desk
from dateline.workbench.gold import gold_archive
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.pages.review import reviewer
from dateline.workbench.paging import part_of
from dateline.workbench.write import Sent, back_to


def decisions(ask: Ask) -> Page:
    """The decisions, the last one first; `by` and `kind` narrow them."""
    every = list(decisions_seen(ask.state.shelf))[::-1]
    by, kind = ask.params.get("by", ""), ask.params.get("kind", "")
    chosen = [one for one in every if _is_meant(one, by, kind)]
    part = part_of(chosen, ask.whole("page", 1, len(chosen) + 1, 1))

    def context() -> Mapping[str, object]:
        return {
            "part": part,
            "by": by,
            "kind": kind,
            "people": Counter(one.decision.by for one in every),
            "kinds": Counter(one.decision.kind for one in every),
            **lookups(ask),
        }

    def rows() -> Rows:
        return VIEWS["decisions"].rows(ask.state.shelf, chosen)

    return Page("decisions", "Decisions", "decisions.html", context, rows)


def _is_meant(one: DecisionSeen, by: str, kind: str) -> bool:
    return (not by or one.decision.by == by) and (not kind or one.decision.kind == kind)


def gold(desk: Desk) -> Callable[[Request], Response]:
    """What answers with the reports that people judged, as gold."""

    def answer(_: Request) -> Response:
        headers = {"content-disposition": 'attachment; filename="gold.zip"'}
        return Response(gold_archive(desk.state().shelf), media_type="application/zip", headers=headers)

    return answer


def undo(sent: Sent) -> Response:
    """Take a decision back, by its id."""
    sent.ask.desk.decide(lambda case: case.undo(sent.text("id"), by=reviewer(sent.ask)))
    return back_to(sent.text("then"), "/decisions")


def same_actor(sent: Sent) -> Response:
    """Say that names are one actor's, or, where `do` says so, those of different ones."""
    names = [name.strip() for text in sent.texts("name") for name in text.split(";") if name.strip()]
    if sent.text("do") == "apart":
        sent.ask.desk.decide(lambda case: case.other_actor(*names, by=reviewer(sent.ask)))
    else:
        sent.ask.desk.decide(lambda case: case.same_actor(*names, by=reviewer(sent.ask)))
    return back_to(sent.text("then"), "/decisions")
