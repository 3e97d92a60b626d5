"""What the server answers where it can't: a status of HTTP and a sentence for people."""

from __future__ import annotations

from linimasa.errors import LinimasaError


class RefusedError(LinimasaError):
    """A request that isn't answered; `status` is the HTTP status."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}
