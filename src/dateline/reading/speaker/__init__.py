"""Speakers: whose words a passage is in, and which words say so."""

from dateline.reading.speaker.attributions import Attributions, find_attributions

__all__ = ["Attributions", "find_attributions"]
