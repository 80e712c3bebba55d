"""Long lines are cut at stops; every word is in one window, and windows of like length stand together."""

from dateline.language.windows import BEHIND, MOST, TOGETHER, Window, groups, windows


def test_short_lines_stay_whole() -> None:
    assert list(windows(["a"] * 30, [10, 20])) == [Window(0, 0, 10, 10), Window(10, 10, 30, 30)]


def test_a_long_line_is_cut_behind_a_stop_and_the_next_word_is_judged_with_what_stands_before() -> None:
    forms = (["word"] * 49 + ["."]) * 4
    found = list(windows(forms, [200]))
    assert found[:2] == [Window(0, 0, 51, 50 + BEHIND), Window(50, 51, 101, 100 + BEHIND)]
    assert found[-1].seen == found[-1].end == 200


def test_every_word_has_one_window_even_without_stops() -> None:
    found = list(windows(["word"] * 1000, [7, 993]))
    assert [i for window in found for i in range(window.begin, window.end)] == list(range(1000))
    assert max(window.end - window.begin for window in found) <= MOST + 1


def test_windows_of_like_length_are_read_side_by_side() -> None:
    cuts = list(windows(["word"] * 300, [60, 3, 50, 4, 70, 5, 58, 50]))
    found = list(groups(cuts))
    assert sorted((cut for group in found for cut in group), key=lambda cut: cut.first) == cuts
    assert max(len(group) for group in found) == TOGETHER
    assert [cut.seen - cut.first for group in found for cut in group] == [3, 4, 5, 50, 50, 58, 60, 70]
