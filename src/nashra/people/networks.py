"""Where a request comes from, as far as that can be known."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# Whoever has one address of IPv6 has a /64 of them to change to (RFC 6177).
_ONE_LINE_IN_IPV6 = 64


def network_of(request: HttpRequest) -> str:
    """The address of whoever asks, their /64 for IPv6; empty where there is none, as through a socket file.

    ``X-Forwarded-For`` is believed only as far as proxies of ``NASHRA_PROXIES`` have written it.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    nearest_first = [request.META.get("REMOTE_ADDR", ""), *reversed(forwarded.split(","))]
    found = ""
    for hop in nearest_first:
        try:
            address = ip_address(hop.strip())
        except ValueError:
            break
        if isinstance(address, IPv6Address):
            address = address.ipv4_mapped or address
        found = str(address)
        if isinstance(address, IPv6Address):
            found = str(ip_network((address, _ONE_LINE_IN_IPV6), strict=False))
        if not any(address in proxies for proxies in settings.NASHRA_PROXIES):
            break
    return found
