"""A workbench of a small case, and somebody who may use it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.case import Case
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.session import Session
from tests.case.fake import FakeReader
from tests.case.tales import write_tales

PORT = 8765


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "tales.case", FakeReader()) as made:
        made.add(write_tales(tmp_path / "reports", 8))
        yield made


@pytest.fixture
def desk(case: Case) -> Desk:
    return Desk(case)


@pytest.fixture
def session() -> Session:
    return Session(PORT)


@pytest.fixture
def stranger(desk: Desk, session: Session) -> TestClient:
    """A browser that did not come through the door."""
    return TestClient(application(desk, session), base_url=session.origin, follow_redirects=False)


@pytest.fixture
def browser(stranger: TestClient, session: Session) -> TestClient:
    """A browser that came through the door."""
    answer = stranger.get(f"/enter/{session.once}")
    assert answer.status_code == 303
    return stranger
