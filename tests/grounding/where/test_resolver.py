"""The resolver: what decides between namesakes, and when it leaves a name open."""

import pytest

from dateline.grounding.where import Gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.resolver import Resolution, Resolver

RESOLVER = Resolver(Gazetteer())


def resolve(text: str, *names: str, day: str | None = None, **marks: str) -> dict[str, Resolution]:
    """Resolutions by name; `marks` are kinds of names, with _ for a space."""
    mentions = [
        Mention(text.index(name), text.index(name) + len(name), name, kind=marks.get(name, ""))
        for name in names
    ]
    mentions.sort(key=lambda mention: mention.start)
    return {r.mention.text: r for r in RESOLVER.resolve(text, mentions, day=day)}


def test_a_name_never_votes_for_itself() -> None:
    alone = resolve("They met in Alexandria.", "Alexandria")["Alexandria"]
    assert alone.evidence == ("size",)


def test_other_places_decide() -> None:
    text = "The road from Baton Rouge to Alexandria crosses Louisiana."
    found = resolve(text, "Baton Rouge", "Alexandria", "Louisiana")["Alexandria"]
    assert found.entry is not None
    assert found.entry.within[-2:] == ("Louisiana", "United States")
    assert "country of the report" in found.evidence


def test_one_name_means_one_place() -> None:
    text = "A man was shot in Paris, Texas. Police in Paris made an arrest. Paris was quiet on Sunday."
    starts = [at for at in range(len(text)) if text.startswith("Paris", at)]
    mentions = [Mention(at, at + 5, "Paris") for at in starts]
    mentions.append(Mention(text.index("Texas"), text.index("Texas") + 5, "Texas"))
    mentions.sort(key=lambda mention: mention.start)
    found = [r.entry for r in RESOLVER.resolve(text, mentions) if r.mention.text == "Paris"]
    assert len({entry.id for entry in found if entry}) == 1
    assert all(entry and entry.country == "US" for entry in found)


def test_a_stated_country_bars_namesakes_elsewhere() -> None:
    found = resolve("A bomb went off in Springfield in Syria.", "Springfield", "Syria")["Springfield"]
    assert found.entry is None
    assert found.held_by_next


def test_a_name_without_its_article_is_another_place_unless_the_report_speaks_of_it() -> None:
    alone = resolve("Officers fired in El Tandil.", "El Tandil")["El Tandil"]
    assert alone.entry is None
    text = "Officers fired in El Tandil in Argentina."
    told = resolve(text, "El Tandil", "Argentina")["El Tandil"].entry
    assert told is not None
    assert told.name == "Tandil"


def test_a_small_namesake_far_away_is_no_answer() -> None:
    text = "Troops left Aleppo, Homs and Idlib in Syria. In Weatherford they found arms."
    found = resolve(text, "Aleppo", "Homs", "Idlib", "Syria", "Weatherford")["Weatherford"]
    assert (found.entry, found.evidence) == (None, ("only known elsewhere",))


def test_a_bare_country_name_is_not_its_capital_or_state() -> None:
    for name in ("Mexico", "Luxembourg", "Guatemala"):
        entry = resolve(f"They met in {name}.", name)[name].entry
        assert entry is not None
        assert entry.kind == "country"


def test_a_bare_name_of_town_and_province_is_the_town() -> None:
    entry = resolve("They met in Idlib.", "Idlib")["Idlib"].entry
    assert entry is not None
    assert entry.kind == "town"


def test_a_word_for_the_kind_decides() -> None:
    entry = resolve("They met in Idlib province.", "Idlib province")["Idlib province"].entry
    assert entry is not None
    assert entry.kind == "admin1"


def test_a_place_is_unknown_before_it_came_up() -> None:
    text = "Soldiers held the Morag Corridor in Gaza."
    early = resolve(text, "Morag Corridor", "Gaza", day="2024-05-01")["Morag Corridor"]
    late = resolve(text, "Morag Corridor", "Gaza", day="2025-05-01")["Morag Corridor"]
    assert early.entry is None
    assert late.entry is not None
    assert late.entry.id == "feature:morag-corridor"


def test_a_sound_needs_the_country() -> None:
    alone = resolve("They met in Talbeeseh.", "Talbeeseh")["Talbeeseh"]
    backed = resolve("They met in Talbeeseh in Syria.", "Talbeeseh", "Syria")["Talbeeseh"]
    assert alone.entry is None
    assert backed.entry is not None
    assert backed.entry.country == "SY"
    assert "sounds alike" in backed.evidence


@pytest.mark.parametrize("names", [(), ("Mosul",)])
def test_the_answer_has_one_resolution_a_mention(names: tuple[str, ...]) -> None:
    assert len(resolve("They met in Mosul.", *names)) == len(names)


def test_a_place_lies_near_the_one_it_is_said_to_be_beside() -> None:
    text = "Bogota said that seven died in El Tandil near Tumaco. El Tandil was quiet."
    found = resolve(text, "Bogota", "El Tandil", "Tumaco")
    assert (found["El Tandil"].entry, found["El Tandil"].evidence) == (None, ("only known elsewhere",))
    assert found["Tumaco"].entry is not None
    beside = resolve("A raid in Córdoba near Veracruz.", "Córdoba", "Veracruz")["Córdoba"].entry
    assert beside is not None
    assert beside.country == "MX"


def test_a_famous_place_is_not_moved_by_what_it_is_beside() -> None:
    found = resolve("Shelling near Paris, outside Dallas.", "Paris", "Dallas")["Paris"]
    assert found.entry is not None
    assert found.entry.country == "FR"
