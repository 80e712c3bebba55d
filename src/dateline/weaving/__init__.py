"""Floor 4: from claims to one record that shows its disagreements."""

from dateline.weaving.identity import borne_by
from dateline.weaving.judged import Judged, amended, judged
from dateline.weaving.loom import Loom, signed
from dateline.weaving.record import weave
from dateline.weaving.verdict import holding

__all__ = ["Judged", "Loom", "amended", "borne_by", "holding", "judged", "signed", "weave"]
