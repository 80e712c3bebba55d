import json
import re
import subprocess
import sys

import pytest

from dateline.grounding.who import Registry
from dateline.grounding.who.registry import shipped
from dateline.grounding.who.rows import ActorRow, NameRow, RoleRow


def ids(link):
    return [actor.id for actor in link.actors]


def small(*rows: ActorRow) -> Registry:
    return Registry(rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kata'ib Hizballah", "kataib-hezbollah"),
        ("Hezbollah", "lebanese-hezbollah"),
        ("Lebanese Hezbollah", "lebanese-hezbollah"),
        ("Hezbollah Brigades", "kataib-hezbollah"),
        ("Isis", "islamic-state"),
        ("Ansarullah", "houthis"),
        ("U.S.", "us"),
        ("Türkiye", "tr"),
        ("Ghasem Soleimani", "qassem-soleimani"),
    ],
)
def test_a_name_in_any_of_its_spellings(text, expected):
    assert ids(shipped().link(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraqi army", "iq-military"),
        ("US troops", "us-military"),
        ("Iraqi security forces", "iq-military"),
        ("South Sudanese soldiers", "ss-military"),
        ("Afghan police", "af-police"),
        ("Turkish government", "tr-government"),
        ("Lebanese forces", "lb-military"),
        ("Lebanese Forces", "lebanese-forces"),
    ],
)
def test_a_demonym_and_a_noun_name_an_organ_of_its_state(text, expected):
    assert ids(shipped().link(text)) == [expected]


@pytest.mark.parametrize(
    "text", ["Congolese army", "Iraqi tomatoes", "us", "is", "he", "", "the", "Ali Khomeini"]
)
def test_what_nobody_can_tell_is_not_linked(text):
    assert ids(shipped().link(text)) == []


def test_an_acronym_of_many_needs_context():
    registry = shipped()
    assert ids(registry.link("SAF")) == []
    assert ids(registry.link("SAF", frozenset({"sd"}))) == ["sd-military"]


def test_one_name_of_two_actors_stays_ambiguous_until_context_decides():
    registry = small(
        ActorRow("red-a", "Red Army", country=["aa"]), ActorRow("red-b", "Red Army", country=["bb"])
    )
    assert ids(registry.link("Red Army")) == ["red-a", "red-b"]
    assert registry.link("Red Army").actor is None
    assert ids(registry.link("Red Army", frozenset({"bb"}))) == ["red-b"]
    assert registry.link("Red Army", frozenset({"aa", "bb"})).actor is None


def test_another_transliteration_is_found_but_never_against_a_veto():
    registry = small(ActorRow("first", "Liwa al-Nasr First Brigade", kind="armed group"))
    assert ids(registry.link("Liwa an-Nasir First Brigade")) == ["first"]
    assert ids(registry.link("Liwa al-Nasr Second Brigade")) == []


def test_a_not_list_keeps_namesakes_apart():
    rows = [
        ActorRow("k", "Ali Khamenei", "Person", "person", not_=["h"]),
        ActorRow("h", "Ruhollah Khomeini", "Person", "person"),
    ]
    assert ids(small(*rows).link("Ali Khomeini")) == []
    assert ids(small(rows[0]).link("Aly Khamanei")) == ["k"]


def test_likeness_of_letters_alone_never_links():
    registry = small(ActorRow("a", "Free Lake Movement", kind="armed group"))
    assert ids(registry.link("Free Lane Movement")) == []


def test_a_name_holds_only_in_its_time():
    registry = small(ActorRow("b", "New Name", names=[NameRow("Old Name", "former", valid_to="2010-05")]))
    assert ids(registry.link("Old Name", date="2010-05-31")) == ["b"]
    assert ids(registry.link("Old Name", date="2010-06-01")) == []
    assert ids(registry.link("Old Name")) == ["b"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2016-12-31", ["barack-obama"]),
        ("2018-12-19", ["donald-trump"]),
        ("2023-10-07", ["joe-biden"]),
        ("2025-06-01", ["donald-trump"]),
        (None, []),
    ],
)
def test_who_held_an_office_on_a_day(date, expected):
    assert [actor.id for actor in shipped().holders("president", "us", date)] == expected


def test_a_tie_with_an_open_or_unknown_end_may_hold():
    row = ActorRow("a", "A", roles=[RoleRow("leads", "x", post="chief", start="2014")])
    assert small(row).holders("chief", "x", "2031-01-01")
    assert not small(row).holders("chief", "x", "2013-12-31")


def test_a_users_file_adds_actors_and_names_and_its_faults_are_listed(tmp_path):
    path = tmp_path / "mine.jsonl"
    rows = [
        {"id": "houthis", "names": ["Hauthi"]},
        {"id": "blue-column", "name": "Blue Column"},
        {"id": "nameless"},
    ]
    path.write_text("\n".join([*map(json.dumps, rows), "not json"]), "utf-8")
    registry = Registry.load(path)
    assert ids(registry.link("Hauthi")) == ["houthis"]
    assert ids(registry.link("Houthis")) == ["houthis"]
    assert ids(registry.link("Blue Column")) == ["blue-column"]
    reasons = [str(bad) for bad in registry.rejected]
    assert any(reason.startswith(f"{path}:4: ") for reason in reasons)
    assert any("nameless" in reason for reason in reasons)
    assert len(reasons) == 2


def test_a_missing_users_file_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        Registry.load(tmp_path / "none.jsonl")


def test_the_order_of_rows_does_not_matter():
    rows = [ActorRow("a", "Alpha Front"), ActorRow("b", "Beta Front"), ActorRow("a", names=["Front Alpha"])]
    one, other = small(*rows), small(*reversed(rows))
    for text in ("Alpha Front", "Front Alpha", "Beta Front"):
        assert ids(one.link(text)) == ids(other.link(text))


def test_loading_is_quick_enough_to_go_unnoticed():
    code = (
        "import time; from dateline.grounding.who import Registry\n"
        "start = time.process_time(); Registry.load().link('Boko Haram'); print(time.process_time() - start)"
    )
    best = min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(2))
    assert best < 1.0


def test_a_file_of_ones_own_gives_the_registry_a_version_that_changes_with_it(tmp_path):
    path = tmp_path / "mine.jsonl"
    versions = []
    for name in ("Hauthi", "Hauthy", "Hauthi"):
        path.write_text(json.dumps({"id": "houthis", "names": [name]}) + "\n")
        versions.append(Registry.load(path).version)
    assert versions[0] == versions[2] != versions[1]
    assert Registry.load().version == ""


# What is shipped.


def test_no_shipped_row_is_rejected():
    assert shipped().rejected == ()


def test_every_shipped_actor_has_a_source_and_ties_to_actors_that_exist():
    registry = shipped()
    for actor in registry:
        assert actor.source, actor.id
        assert all(re.match("https?://", source) for source in actor.source), actor.id
        assert all(other in registry for other in actor.unlike), actor.id
        assert all(role.target in registry for role in actor.roles if role.target), actor.id


def test_every_shipped_person_holds_or_held_a_public_role_or_has_a_public_record():
    persons = [actor for actor in shipped() if actor.kind == "person"]
    assert len(persons) >= 400
    assert all("wikipedia.org" in source for actor in persons for source in actor.source)


def test_the_shipped_registry_covers_states_and_groups():
    kinds = [actor.kind for actor in shipped()]
    assert kinds.count("state") >= 195
    assert kinds.count("armed group") >= 400
    assert kinds.count("media") >= 50


def test_who_held_an_office_on_a_day_is_one_person():
    holders = {
        ("president", "fr", "2000-06-01"): "jacques-chirac",
        ("prime minister", "gb", "2022-10-01"): "liz-truss",
        ("president", "gn", "2015-01-01"): "alpha-conde",
        ("president", "mx", "2010-05-05"): "felipe-calderon",
        ("foreign minister", "ua", "2022-03-01"): "dmytro-kuleba",
    }
    for (post, target, day), expected in holders.items():
        assert [actor.id for actor in shipped().holders(post, target, day)] == [expected]


def test_dates_of_roles_run_forward():
    for actor in shipped():
        for role in actor.roles:
            if role.start and role.end:
                assert role.start.rstrip("~?")[:4] <= role.end.rstrip("~?")[:4], (actor.id, role)


def test_every_actor_is_found_by_its_own_name():
    registry = shipped()
    lost = [a.id for a in registry if a.id not in ids(registry.link(a.name, frozenset({a.id})))]
    assert lost == []


@pytest.mark.parametrize(
    ("surname", "state", "day", "expected"),
    [
        ("Gbagbo", "ci", "2010-12-05", ["laurent-gbagbo"]),
        ("Reagan", "us", "1986-04-15", ["ronald-reagan"]),
        ("Reagan", "us", "2011-01-28", []),
        ("Powell", "us", "2003-02-05", ["colin-powell"]),
        ("Powell", "us", "2022-02-05", []),
        ("Rice", "us", "2006-02-05", []),
    ],
)
def test_a_bare_surname_stands_for_an_office_holder_of_that_day_only(surname, state, day, expected):
    assert ids(shipped().link(surname, frozenset({state}), day)) == expected
