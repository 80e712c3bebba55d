"""Floor 4: from claims to one record that shows its disagreements."""

from dateline.weaving.record import weave

__all__ = ["weave"]
