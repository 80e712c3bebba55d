"""A real browser for tests: the machine's own Chromium, headless and without a network of its own."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.case import Case
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.session import Session

REQUIRED = "DATELINE_BROWSER"
"""Set to "required" where a missing browser is a failure, as in `.ci/run`."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def installed() -> str:
    """Where the browser is; skips the test where there is none, fails it where one is required."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get(REQUIRED) == "required":
        pytest.fail("no Chromium here, and browser tests are required")
    if found is None:
        pytest.skip("no Chromium here: browser tests need one (apt-get install chromium)")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser."""
    path = installed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Served:
    """A workbench that answers at a real port."""

    desk: Desk
    session: Session


@contextmanager
def served(case: Case) -> Iterator[Served]:
    """The workbench of `case`, as `dateline open` runs it."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    desk, session = Desk(case, patience=30), Session(listener.getsockname()[1])
    config = uvicorn.Config(application(desk, session), log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True)
    thread.start()
    try:
        yield Served(desk, session)
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@contextmanager
def opened(browser: Browser, at: Served, **options: object) -> Iterator[Page]:
    """A page that came through the door; whatever it asks elsewhere, or complains about, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, **options)  # type: ignore[arg-type]
    cookie = {"name": at.session.cookie_name, "value": at.session.cookie, "url": at.session.origin}
    context.add_cookies([cookie])  # type: ignore[list-item]
    page, wrong = context.new_page(), list[str]()
    page.on("request", lambda r: None if r.url.startswith(at.session.origin) else wrong.append(r.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert wrong == []
