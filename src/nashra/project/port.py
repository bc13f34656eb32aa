"""The port the newsroom listens on."""

import errno
import socket

from nashra.project.errors import AddressNotOurs, PortInUse


def require_free_port(host: str, port: int) -> None:
    """Raise ``PortInUse`` or ``AddressNotOurs`` unless we may listen on ``host``:``port``.

    Granian shares a port with whoever is there already (SO_REUSEPORT) and would not notice.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            # A port somebody has bound for sharing can be bound again, but not listened on.
            probe.listen(1)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortInUse(host=host, port=port) from None
            raise AddressNotOurs(
                host=host, port=port, reason=(error.strerror or str(error)).lower()
            ) from None
