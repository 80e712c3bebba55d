"""Serving: one case, on this machine alone, until the person stops it."""

import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from dateline.model import RunError
from dateline.workbench.session import HOST, Session


def serve(path: Path, port: int = 0, browser: bool = True, tell: Callable[[str], None] = print) -> None:
    """Open the workbench of the case at `path` and answer until Ctrl-C.

    `port` 0 takes a free one. `tell` is given the address, which opens the workbench once. CaseError when
    `path` is no case, RunError when the port is taken.
    """
    import uvicorn

    from dateline.case import Case
    from dateline.workbench.app import application
    from dateline.workbench.desk import Desk

    with Case(path) as case, closing(_listening(port)) as listener:
        desk = Desk(case)
        desk.state()
        session = Session(listener.getsockname()[1])
        tell(session.url)
        if browser:
            webbrowser.open(session.url)
        config = uvicorn.Config(
            application(desk, session),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    """A socket that only this machine can reach."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()  # so that a browser that is quicker than the server waits
    except OSError as error:
        listener.close()
        reason = (error.strerror or "can't be used").lower()
        raise RunError(f"port {port} of {HOST}: {reason}; give another with --port, or none") from None
    return listener
