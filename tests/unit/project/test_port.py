"""The port the newsroom listens on."""

import socket

import pytest

from nashra.project.errors import AddressNotOurs, PortInUse
from nashra.project.port import require_free_port


@pytest.mark.parametrize("shared", [False, True])
def test_a_port_somebody_listens_on_is_refused_even_if_they_would_share_it(shared: bool) -> None:
    with socket.socket() as other:
        if shared:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortInUse, match=f"already listening on 127.0.0.1:{port}"):
            require_free_port("127.0.0.1", port)
    require_free_port("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(AddressNotOurs, match="Choose another address"):
        require_free_port(host, 8000)
