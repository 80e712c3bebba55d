"""Everybody can use the pages: axe-core finds nothing serious, and phones need no sideways scrolling."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from dateline.case import Case
from dateline.workbench.pages import PAGES
from tests.workbench.chromium import Served, opened, served
from tests.workbench.hostile import Believer, write_hostile

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
SERIOUS = ("serious", "critical")
EXAMPLES = Path(__file__).parents[2] / "examples"


def addresses(at: Served) -> list[str]:
    state = at.desk.state()
    plain = [path for path in PAGES if "{" not in path and path not in ("/overview", "/actors/one")]
    event = max(state.index.events, key=lambda e: len(e.claims))
    disputed = next(iter(state.shelf.disputed), event.id)
    actor = next(iter(state.index.actors))
    reports = [f"/reports/{report}" for report in list(state.shelf.reports)[:2]]
    return ["/", *plain, f"/events/{event.id}", f"/events/{disputed}", f"/actors/one?key={actor}", *reports]


def faults(page: Page, rules: list[str]) -> list[str]:
    """What axe-core finds on a page that is serious, by all `rules` or those that are named."""
    page.evaluate(AXE)
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found: dict[str, Any] = page.evaluate("(options) => axe.run(options)", options)
    return [
        f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:160]}"
        for fault in found["violations"]
        if fault["impact"] in SERIOUS
    ]


@pytest.mark.parametrize(("scheme", "rules"), [("light", []), ("dark", ["color-contrast"])])
def test_axe_finds_nothing_serious(chromium: Browser, iraq: Served, scheme: str, rules: list[str]) -> None:
    with opened(chromium, iraq, color_scheme=scheme) as page:
        found = {}
        for path in addresses(iraq)[:: 1 if not rules else 3]:
            page.goto(iraq.session.origin + path)
            if wrong := faults(page, rules):
                found[path] = wrong
        assert found == {}


def test_a_phone_shows_every_page_without_scrolling_sideways(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.set_viewport_size({"width": 360, "height": 740})
        wide = {}
        for path in addresses(iraq):
            page.goto(iraq.session.origin + path)
            over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            if over > 0:
                wide[path] = over
        assert wide == {}


def test_the_keyboard_reaches_the_content_first(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/events")
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.textContent") == "To the content"
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "main"


def test_print_leaves_out_what_paper_can_not_do(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/events")
        page.emulate_media(media="print")
        assert not page.locator("nav.menu").is_visible()
        assert not page.locator("form.filters").is_visible()
        assert page.locator(".entry blockquote").first.is_visible()


def test_a_hostile_report_runs_nothing(chromium: Browser, tmp_path: Path) -> None:
    with Case(tmp_path / "bad.case", Believer()) as case:
        case.add(write_hostile(tmp_path / "reports"))
        with served(case) as at, opened(chromium, at) as page:
            for path in [*addresses(at), *(f"/reports/{report}" for report in case.shelf.reports)]:
                page.goto(at.session.origin + path)
                for hidden in page.locator("details.original").all():
                    hidden.evaluate("(details) => { details.open = true; }")
                    page.wait_for_timeout(300)
                assert page.evaluate("() => window.ran") is None, path
                assert all(frame.evaluate("() => 1") for frame in page.frames[:1])
                assert all(frame.url.startswith(at.session.origin) for frame in page.frames), path
