"""The web process: Granian with our application."""

import signal
import socket
from ipaddress import ip_address

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from nashra.project.port import require_free_port
from nashra.project.tether import tether_forks

_LOG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "web: {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stderr"}
    },
    "root": {"level": "WARNING", "handlers": ["stderr"]},
    "loggers": {"_granian": {"level": "WARNING", "handlers": ["stderr"], "propagate": False}},
}


def serve(host: str, port: int, processes: int) -> None:
    """Answer requests until told to stop (SIGTERM, SIGINT); killed worker processes are replaced."""
    require_free_port(host, port)
    tether_forks(signal.SIGTERM)
    Granian(
        "nashra.project.asgi:door",
        address=_address(host),
        port=port,
        interface=Interfaces.RSGI,
        workers=processes,
        websockets=False,
        backlog=2048,
        respawn_failed_workers=True,
        respawn_interval=0.1,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
        log_dictconfig=_LOG,
        process_name=None,
    ).serve()


def _address(host: str) -> str:
    """Granian takes numbers only."""
    try:
        return str(ip_address(host))
    except ValueError:
        return str(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0])
