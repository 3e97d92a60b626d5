"""Serving until it is stopped."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

from linimasa.errors import SettingError
from linimasa.server.app import create_app
from linimasa.server.settings import ServeSettings


def serve(settings: ServeSettings, tell: Callable[[str], None]) -> None:
    """Serve a folder until Ctrl-C or a signal to end; `tell` is given the address once it answers.

    StoreError where the folder holds no graph, SettingError where the address can't be used.
    """
    import uvicorn

    app = create_app(settings)
    with bound(settings.host, settings.port) as listening:
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=100,
            timeout_graceful_shutdown=3,
            lifespan="on",
        )
        server = uvicorn.Server(config)
        tell(f"http://{shown}:{port}/")
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return  # asked for, and done


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens; SettingError where the address is no good or taken."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError) as error:
        raise SettingError(f"--host {host!r} names no address of this machine; try 127.0.0.1") from error
    family, kind, protocol, _, address = found[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(100)
    except OSError as error:
        listening.close()
        why = error.strerror or str(error)
        message = f"can't listen on {host} port {port} ({why}); choose another by --port, 0 for any free one"
        raise SettingError(message) from error
    return listening


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
