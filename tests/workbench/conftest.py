"""A workbench of a small case, and somebody who may use it."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from dateline.case import Case
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.session import Session
from tests.case.fake import FakeReader
from tests.case.tales import write_tales
from tests.workbench.chromium import Served, launched, served

PORT = 8765
ROOT = Path(__file__).parents[2]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "tales.case", FakeReader()) as made:
        made.add(write_tales(tmp_path / "reports", 8))
        yield made


@pytest.fixture(scope="session")
def iraq_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, read once for all tests; who changes it takes a copy."""
    path = tmp_path_factory.mktemp("example") / "iraq.case"
    with Case(path) as case, chdir(ROOT):
        case.add("examples/iraq/reports")
    return path


@pytest.fixture(scope="module")
def iraq(iraq_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workbench of the example case that a real browser can reach."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(iraq_case.parent, copy, dirs_exist_ok=True)
    with Case(copy / iraq_case.name) as case, served(case) as at:
        yield at


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A real browser."""
    with launched() as browser:
        yield browser


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
