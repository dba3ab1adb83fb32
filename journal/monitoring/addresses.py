"""Who asks: this machine itself, or a network that may see the metrics."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from django.http import HttpRequest

from journal.middleware import client_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def is_loopback(request: HttpRequest) -> bool:
    """Whether the request comes from this machine, and not through a proxy on it.

    A proxy on this machine connects from 127.0.0.1 too, but names its client in X-Forwarded-For.
    """
    claims = [request.META.get("REMOTE_ADDR", ""), forwarded_for(request)]
    addresses = [parsed(claim) for claim in claims if claim]
    return bool(addresses) and all(address and address.is_loopback for address in addresses)


def is_within(request: HttpRequest, networks: Iterable[Network]) -> bool:
    """Whether the client is in one of the networks, by every address that it may have."""
    claims = {client_address(request), forwarded_for(request) or client_address(request)}
    addresses = [parsed(claim) for claim in claims]
    networks = list(networks)
    return all(address and any(address in network for network in networks) for address in addresses)


def forwarded_for(request: HttpRequest) -> str:
    """The last entry of X-Forwarded-For, which the nearest proxy wrote; '' without one."""
    return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()


def parsed(text: str) -> Address | None:
    """None for what is no address; an IPv4 address in IPv6 form as IPv4."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
