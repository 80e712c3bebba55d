"""`dateline registry`: who is who: files of actors brought in, checked, looked up and given out."""

from dateline.cli.registry.app import app

__all__ = ["app"]
