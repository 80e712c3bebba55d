"""Floor 6: how near this installation's records come to gold ones."""

from dateline.evaluation.run import Evaluation, canonical_by, evaluate
from dateline.evaluation.score import Scores, score

__all__ = ["Evaluation", "Scores", "canonical_by", "evaluate", "score"]
