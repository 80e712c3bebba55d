"""Every column is explained, and nothing is explained that is not there."""

from dateline.case.views import VIEWS, meanings


def test_columns_and_their_meanings_agree() -> None:
    columns = {(view.name, column.name) for view in VIEWS.values() for column in view.columns}
    assert columns == set(meanings())


def test_no_view_has_a_column_twice() -> None:
    for view in VIEWS.values():
        names = [column.name for column in view.columns]
        assert len(names) == len(set(names)), view.name
