"""Weights: what each sign is worth in choosing among namesakes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth, in factors of ten of inhabitants. Tuned on local and on world news."""

    country_kind: float = 10.0  # a country, whatever its size
    admin1_kind: float = 0.6
    admin2_kind: float = -0.5
    feature_kind: float = 8.0  # a feature, whatever its size
    capital: float = 1.75
    unofficial: float = -1.8
    alike: float = -2.0
    other_kind: float = -2.0  # a province that is called a district, and the other way round
    hosts_namesake: float = -0.5  # a division beside the town of its name that lies in it
    country: float = 7.5
    division: float = 4.5
    nearness: float = 3.5
    inside: float = 4.0
    inside_loosely: float = 4.5
    least: float = 2.6  # below this an answer is a guess
    least_support: float = (
        0.15  # the share of the report that must speak of the country of a name that only sounds alike
    )


DEFAULT_WEIGHTS = Weights()
