"""Floor 4: from claims to one record that shows its disagreements."""

from dateline.weaving.judged import Judged, amended, judged
from dateline.weaving.record import weave
from dateline.weaving.verdict import holding

__all__ = ["Judged", "amended", "holding", "judged", "weave"]
