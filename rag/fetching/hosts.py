"""A host in, the numeric addresses out that may be connected to: never those of this machine or its
network, unless the person named that very host."""

import socket
from collections.abc import Callable, Collection, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from rag.errors import NotFetched

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port in, numeric addresses out. Raises OSError or UnicodeError."""

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_LAST_32_BITS = 0xFFFFFFFF


def look_up(host: str, port: int) -> Sequence[str]:
    """As the system does, which also reads a number in its decimal, octal and hexadecimal forms."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [*dict.fromkeys(str(place[0]) for *_, place in found)]


def choose_addresses(
    host: str, port: int, *, allowed: Collection[str], resolve: Resolve = look_up
) -> Sequence[str]:
    """All of the host's addresses. Raises NotFetched where the name is not known, or any of them is
    not public and the host not among `allowed`, in lower case."""
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise NotFetched(
            f"{host} is not known ({error}): check the address, and that you are online."
        ) from error
    private = [address for address in found if not is_public(address)]
    if private and host.lower() not in allowed:
        raise NotFetched(
            f"{host} leads to this machine or its network ({private[0]}), which no web address"
            f" should: if you mean that very host, start rag with --allow-host {host}."
        )
    return found


def is_public(address: str) -> bool:
    """Whether the numeric address belongs to the public internet; one that holds an IPv4 address is
    judged by that."""
    number = ip_address(address)
    if isinstance(number, IPv6Address):
        held = _held_addresses(number)
        if held:
            return all(is_public(str(each)) for each in held)
        if number.is_site_local:
            return False
    return number.is_global and not number.is_multicast and not number.is_reserved


def _held_addresses(number: IPv6Address) -> tuple[IPv4Address, ...]:
    if number.ipv4_mapped:
        return (number.ipv4_mapped,)
    if number.sixtofour:
        return (number.sixtofour,)
    if number.teredo:
        return number.teredo
    if any(number in network for network in _NAT64):
        return (IPv4Address(int(number) & _LAST_32_BITS),)
    return ()
