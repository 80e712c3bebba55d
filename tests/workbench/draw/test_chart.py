"""Tolls are drawn as they were told: by day, with their bounds."""

from dateline.workbench.draw.chart import months, toll_charts
from tests.workbench.making import claim, event, report, shelf, when


def test_each_number_stands_at_its_day_with_its_bounds() -> None:
    first, second = report(1, "2020-01-01"), report(2, "2020-01-05")
    claims = [claim(first, 0, counts=[("killed", 3, 3)]), claim(second, 0, counts=[("killed", 5, None)])]
    one = event(*claims)
    [chart] = toll_charts(one, claims, shelf([first, second], claims, [one]))
    early, late = chart.said
    assert (early.value, late.value) == ("3", "5 or more")
    assert early.x < late.x
    assert early.low > late.low  # higher numbers stand higher
    assert (early.open_above, late.open_above) == (False, True)


def test_one_number_or_undated_reports_are_no_chart() -> None:
    first, undated = report(1, "2020-01-01"), report(2, None)
    claims = [claim(first, 0, counts=[("killed", 3, 3)]), claim(undated, 0, counts=[("killed", 5, 5)])]
    one = event(*claims)
    assert toll_charts(one, claims, shelf([first, undated], claims, [one])) == []


def test_months_add_up_the_lowest_and_the_highest() -> None:
    of = report()
    at = when(of, "2020-02-03", "2020-02-03")
    events = [
        event(claim(of, 0, counts=[("killed", 3, 5)], time=at)),
        event(claim(of, 10, counts=[("killed", 2, None), ("injured", 9, 9)], time=at)),
        event(claim(of, 20, counts=[("killed", 7, 7)])),
    ]
    drawn = months(events, "killed")
    assert drawn is not None
    [bar] = drawn.bars
    assert (bar.month, bar.since, bar.until) == ("2020-02", "2020-02-01", "2020-02-29")
    assert (bar.low, bar.high, drawn.left_out) == (5, 7, 1)
    assert months(events, "abducted") is None
