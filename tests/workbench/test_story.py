"""The whole way in a real browser: find a disagreement, read both sides, put it right, take it along."""

import csv
import io
import os
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from dateline.case import Case
from tests.workbench.chromium import Served, opened, served

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
DRAW = "DATELINE_PICTURES"
"""Set to draw the pictures of the docs anew: `make pictures`."""


def picture(page: Page, name: str) -> None:
    if os.environ.get(DRAW):
        page.screenshot(path=PICTURES / f"workbench-{name}.png")


def test_the_door_opens_for_one_browser(chromium: Browser, iraq: Served) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(iraq.session.url)
    expect(page).to_have_title("Overview · iraq.case")
    stranger = chromium.new_context().new_page()
    answer = stranger.goto(iraq.session.origin)
    assert answer is not None
    assert answer.status == 403


def test_from_a_disagreement_to_a_corrected_export(chromium: Browser, iraq: Served, tmp_path: Path) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/settings")
        page.get_by_label("Your name").fill("anna")
        page.get_by_role("button", name="Keep").click()
        page.goto(iraq.session.origin)
        picture(page, "overview")
        page.get_by_role("link", name="Disagreements", exact=True).click()
        dispute = page.locator("article.dispute", has_text="Soleimani").filter(has_text="time").first
        sides = dispute.locator("section.side")
        expect(sides.nth(0)).to_contain_text("2020-01-03")
        expect(sides.nth(1)).to_contain_text("2020-01-05")
        picture(page, "disagreement")

        _follow(page, sides.nth(0), "early on Friday")
        page.go_back()
        _follow(page, sides.nth(1), "On 5 January 2020")
        picture(page, "report")

        claim = _correct_the_date(page, iraq)
        page.goto(f"{iraq.session.origin}/disagreements")
        expect(page.locator("article.dispute", has_text="Soleimani").filter(has_text="time")).to_have_count(0)

        _merge_and_undo(page, iraq)

        page.goto(f"{iraq.session.origin}/downloads")
        with page.expect_download() as download:
            page.locator("form[action='/downloads/acled'] button").click()
        saved = tmp_path / "acled.csv"
        download.value.save_as(saved)
        rows = [row for row in csv.DictReader(io.StringIO(saved.read_text("utf-8"))) if claim in row["tags"]]
        assert rows
        assert {row["event_date"] for row in rows} == {"2020-01-03"}


def _follow(page: Page, side: object, words: str) -> None:
    """From a quote of a side to the same words in their report, lit up and in sight."""
    side.locator("figcaption a").first.click()  # type: ignore[attr-defined]
    lit = page.locator("#here")
    expect(lit).to_be_in_viewport()
    assert words in "".join(page.locator(".here").all_text_contents())


def _correct_the_date(page: Page, iraq: Served) -> str:
    """Give the claims of the wrong side the right date in the review; gives the first of them."""
    record = iraq.desk.state().shelf.record
    sides = (side for dispute in record.disagreements if dispute.field == "time" for side in dispute.sides)
    first, *others = next(side.claims for side in sides if side.value == "2020-01-05")
    page.goto(f"{iraq.session.origin}/review?claim={first}")
    _select(page, "mark.time")
    expect(page.locator("#picked")).to_have_text("“5 January 2020”")
    page.keyboard.press("e")
    expect(page.locator("#value")).to_be_focused()
    page.locator("#value").fill("2020-01-03")
    page.keyboard.type("x")  # a key of the review, but here only a letter
    expect(page.locator("#value")).to_have_value("2020-01-03x")
    page.keyboard.press("Backspace")
    picture(page, "review")
    page.keyboard.press("Enter")
    expect(page.locator("tr.time")).to_contain_text("2020-01-03")
    expect(page.locator("tr.time")).to_contain_text("read: 2020-01-05")
    [decision] = iraq.desk.case.shelf.decisions
    assert decision.words is not None
    assert (decision.by, decision.words.text) == ("anna", "5 January 2020")
    for claim in others:
        page.goto(f"{iraq.session.origin}/review?claim={claim}")
        page.locator("#value").fill("2020-01-03")
        page.keyboard.press("Enter")
        expect(page.locator("tr.time")).to_contain_text("decided by anna")
    return first


def _select(page: Page, words: str) -> None:
    """Draw the pointer over words, as a person does."""
    box = page.locator(words).first.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, middle, steps=4)
    page.mouse.up()


def _merge_and_undo(page: Page, iraq: Served) -> None:
    origin = iraq.session.origin
    actors = iraq.desk.state().index.actors
    before = len(actors)
    one, other = sorted(name for name in actors if name.startswith("American"))[:2]
    page.goto(f"{origin}/actors?q={one}")
    page.get_by_role("link", name=one, exact=True).click()
    page.get_by_text("The same as somebody else?").click()
    page.get_by_label("Its other name, or registry id").fill(other)
    page.get_by_role("button", name="One actor").click()
    expect(page.get_by_role("status")).to_contain_text(f"{before - 1} actors")
    page.goto(f"{origin}/decisions")
    picture(page, "decisions")
    page.get_by_role("button", name="Undo: one actor").click()
    expect(page.locator(".entry", has_text="undone").first).to_be_visible()
    page.goto(f"{origin}/actors")
    expect(page.get_by_role("status")).to_contain_text(f"{before} actors")


def test_keys_judge_and_take_back(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/review")
        first = page.locator("#judge [name=claim]").get_attribute("value")
        page.keyboard.press("a")
        expect(page.locator("#judge [name=claim]")).not_to_have_value(first or "")
        page.wait_for_load_state()  # keys are heard from then on
        page.keyboard.press("u")
        expect(page.locator("#judge [name=claim]")).to_have_value(first or "")
        page.wait_for_load_state()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("s")
        expect(page.locator("#judge [name=claim]")).not_to_have_value(first or "")


def test_filters_answer_while_they_are_typed(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/events")
        page.locator("#q").fill("rockets")
        expect(page).to_have_url(f"{iraq.session.origin}/events?q=rockets&since=&until=&sort=time")
        shown = page.locator("#how-many b").inner_text()
        page.reload()
        expect(page.locator("#how-many b")).to_have_text(shown)


def test_words_under_the_pointer_show_what_was_read(chromium: Browser, iraq: Served) -> None:
    report = next(r for r in iraq.desk.state().shelf.reports.values() if r.name == "iraq-14-anniversary")
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/reports/{report.id}")
        key = page.locator("a.key.event").first
        note = page.locator(f"#c-{key.get_attribute('data-claim')}")
        key.focus()
        assert "lit" in (note.get_attribute("class") or "")
        key.click()
        expect(page.locator("h1.event-head")).to_be_visible()


def test_the_first_page_is_small(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(iraq.session.origin, wait_until="networkidle")
        sizes = {answer.url: len(answer.body()) for answer in answers}
        assert sum(sizes.values()) < 300_000, sizes


def test_dropped_files_are_watched_until_they_are_read(chromium: Browser, tmp_path: Path) -> None:
    with Case(tmp_path / "new.case") as case, served(case) as at, opened(chromium, at) as page:
        page.goto(at.session.origin)
        expect(page.get_by_text("This case holds no reports yet")).to_be_visible()
        page.get_by_role("main").get_by_role("link", name="Add reports").click()
        page.get_by_label("Drop files here").set_input_files(
            ROOT / "examples" / "iraq" / "reports" / "iraq-12-taji.txt"
        )
        page.get_by_role("button", name="Read them").click()
        expect(page.locator("#progress")).to_contain_text("1 report added", timeout=60_000)
        page.get_by_role("link", name="See the events").click()
        expect(page.locator(".entry").first).to_be_visible()


def test_a_slider_chooses_the_day_of_the_network(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/network")
        every = page.locator("#found b").first.inner_text()
        slider = page.locator("#slide")
        slider.focus()
        page.keyboard.press("Home")
        expect(page.locator("#found b").first).not_to_have_text(every)
        first = min(day for claim in iraq.desk.state().shelf.kept if (day := claim.report.published))
        expect(page.locator("#on")).not_to_have_value("")
        assert page.locator("#on").input_value() <= first


def test_a_line_of_the_network_opens_its_statements(chromium: Browser, iraq: Served) -> None:
    with opened(chromium, iraq) as page:
        page.goto(f"{iraq.session.origin}/network?type=backs")
        page.locator("svg.net a[href^='#']").first.click()
        expect(page.locator("details.tie[open] blockquote").first).to_be_visible()
