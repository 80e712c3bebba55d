"""Relations: the lasting ties between parties that a report states."""

from dateline.reading.relation.find import find_relations

__all__ = ["find_relations"]
