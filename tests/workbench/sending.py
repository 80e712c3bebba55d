"""Sends forms as the workbench's own pages do."""

from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from dateline.workbench.session import Session


def send(browser: TestClient, session: Session, path: str, **fields: Any) -> Response:
    """The answer to a form of our own page, with its token."""
    files = fields.pop("files", None)
    return browser.post(
        path, data={"csrf": session.csrf, **fields}, files=files, headers={"origin": session.origin}
    )
