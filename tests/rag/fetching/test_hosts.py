"""Which numeric addresses belong to the public internet."""

import pytest

from rag.fetching.hosts import is_public, look_up


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.1.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1",
     "::1", "::", "fe80::1", "fe80::1%1", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
     "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::a00:1",
     "2001:0:7f00:1::"],
)  # fmt: skip
def test_this_machine_and_its_network_are_not_public_in_any_form(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "2002:808:808::", "64:ff9b::808:808"],
)
def test_the_internet_is_public_also_where_ipv6_carries_ipv4(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "127.1"])
def test_a_number_in_another_form_is_looked_up_as_the_number_it_is(host: str) -> None:
    assert look_up(host, 80) == ["127.0.0.1"]
