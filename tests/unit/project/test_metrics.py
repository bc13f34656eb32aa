"""Who may read the figures of a newsroom."""

from ipaddress import ip_network

import pytest

from nashra.project.metrics import may_read

NETWORKS = tuple(map(ip_network, ("127.0.0.0/8", "::1", "10.2.0.0/16")))


def request(client: str | None, **headers: str) -> dict[str, object]:
    names = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "client": (client, 4000) if client else None, "headers": names}


@pytest.mark.parametrize("client", ["127.0.0.1", "127.8.8.8", "::1", "10.2.3.4", "::ffff:127.0.0.1"])
def test_the_staffs_networks_may_read_the_figures(client: str) -> None:
    assert may_read(request(client, host="news.example"), NETWORKS)


@pytest.mark.parametrize("client", ["10.3.0.1", "192.0.2.7", "::2", "::ffff:192.0.2.7", "", "nobody", None])
def test_others_may_not(client: str | None) -> None:
    assert not may_read(request(client), NETWORKS)


@pytest.mark.parametrize(
    "header", ["x_forwarded_for", "x_forwarded_proto", "forwarded", "via", "x_real_ip", "cf_connecting_ip"]
)
def test_who_comes_through_a_proxy_is_not_staff_whatever_they_say_they_are(header: str) -> None:
    assert not may_read(request("127.0.0.1", **{header: "127.0.0.1"}), NETWORKS)


def test_nobody_is_nobody() -> None:
    assert not may_read(request("127.0.0.1"), ())
