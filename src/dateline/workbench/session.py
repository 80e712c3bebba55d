"""Session: who may talk to a workbench. One person, in one browser, on this machine."""

import secrets
from dataclasses import dataclass, field

HOST = "127.0.0.1"


@dataclass(slots=True)
class Session:
    """The secrets of one run at `port`: `once` opens the door a single time, `cookie` keeps it open.

    `csrf` stands in every form, so that no other page can send one.
    """

    port: int
    once: str | None = field(default_factory=lambda: secrets.token_urlsafe(24))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def cookie_name(self) -> str:
        """Cookies of one host are shared by its ports, so each workbench names its own."""
        return f"dateline-{self.port}"

    @property
    def origin(self) -> str:
        """The origin of all pages."""
        return f"http://{HOST}:{self.port}"

    @property
    def url(self) -> str:
        """The address that opens the workbench, once."""
        return f"{self.origin}/enter/{self.once}"

    def enter(self, token: str) -> bool:
        """True when `token` opens the door; it does so once."""
        fits = self.once is not None and secrets.compare_digest(token.encode(), self.once.encode())
        if fits:
            self.once = None
        return fits

    def knows(self, cookie: str | None) -> bool:
        """True when `cookie` is the one that entering gave."""
        return cookie is not None and secrets.compare_digest(cookie.encode(), self.cookie.encode())

    def sent_from_here(self, csrf: str | None) -> bool:
        """True when a form holds the token that our own pages put in it."""
        return csrf is not None and secrets.compare_digest(csrf.encode(), self.csrf.encode())
