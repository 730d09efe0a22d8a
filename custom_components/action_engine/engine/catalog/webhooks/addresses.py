"""Which addresses may be reached: a pure decision about the numbers themselves."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

type Address = IPv4Address | IPv6Address

_NAT64: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""The last four bytes are the address that a translator connects to."""

_METADATA: Final = frozenset(
    ip_address(one)
    for one in ("169.254.169.254", "100.100.100.200", "192.0.0.192", "fd00:ec2::254")
)
"""Where machines in a cloud ask for their own credentials."""

_NEAR: Final = tuple(
    ip_network(one)
    for one in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"),
        *("127.0.0.0/8", "::1/128", "fc00::/7"),
    )
)
"""Loopback and private networks: all that an owner can allow."""


def why_refused(text: str, *, allow_private: bool) -> str | None:
    """Return why an address must not be connected to, None if it may be.

    What is no address is refused. An address that holds another one (mapped, translated,
    tunnelled) is judged as both.
    """
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return "it is no address"
    reasons = (_why(one, allow_private=allow_private) for one in _all_in(found))
    return next(filter(None, reasons), None)


def _all_in(found: Address) -> Iterator[Address]:
    """Yield the addresses that a connection may end at, for what was written."""
    if isinstance(found, IPv4Address):
        yield found
        return
    if found.ipv4_mapped is not None:
        # It is no address of its own: the system connects to the inner one.
        yield found.ipv4_mapped
        return
    if any(found in network for network in _NAT64):
        yield IPv4Address(int(found) & 0xFFFFFFFF)
        return
    yield found
    if found.sixtofour is not None:
        yield found.sixtofour
    if found.teredo is not None:
        yield from found.teredo


def _why(found: Address, *, allow_private: bool) -> str | None:
    if found in _METADATA:
        return "it gives away credentials of the machine"
    if any(found in network for network in _NEAR if network.version == found.version):
        return None if allow_private else "it is in a network of this home"
    if found.is_multicast or found.is_unspecified or found.is_link_local:
        return "it is no address of one server"
    return None if found.is_global else "it is not in the internet"
