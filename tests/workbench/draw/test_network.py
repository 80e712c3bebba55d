"""The same ties give the same picture, in which names can be read."""

from itertools import combinations

from dateline.workbench.draw.network import HEIGHT, WIDTH, layout

NODES = [f"n{n}" for n in range(24)]
TIES = [(f"n{n}", f"n{n // 2}") for n in range(1, 24)]


def test_all_stand_in_the_picture_and_always_at_the_same_place() -> None:
    places = layout(NODES, NODES, TIES)
    assert places == layout(NODES, NODES, TIES)
    assert set(places) == set(NODES)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places.values())


def test_names_do_not_cover_each_other() -> None:
    names = [f"A rather long name {n}" for n in range(24)]
    places = list(layout(NODES, names, TIES).values())
    close = [(a, b) for a, b in combinations(places, 2) if abs(a[1] - b[1]) < 14 and abs(a[0] - b[0]) < 100]
    assert close == []


def test_those_with_a_tie_stand_nearer_than_others() -> None:
    groups = [[f"{g}{n}" for n in range(6)] for g in "ab"]
    ties = [pair for group in groups for pair in combinations(group, 2)]
    places = layout([*groups[0], *groups[1]], [""] * 12, ties)

    def distance(a: str, b: str) -> float:
        return float(((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5)

    within = [distance(a, b) for a, b in ties]
    across = [distance(a, b) for a in groups[0] for b in groups[1]]
    assert max(within) < sum(across) / len(across)


def test_few_or_none_are_a_picture_too() -> None:
    assert layout([], [], []) == {}
    assert len(layout(["a"], ["a"], [("a", "a")])) == 1
