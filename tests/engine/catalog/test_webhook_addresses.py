"""Which addresses are reached, and which never."""

from ipaddress import ip_address

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.catalog.webhooks.addresses import (
    why_refused,
)

NEAR = [
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.30.32.2"),
    *("192.168.1.1", "100.64.0.1", "::1", "fd12::1", "::ffff:127.0.0.1"),
    *("::ffff:192.168.1.1", "64:ff9b::10.0.0.1"),
]
NEVER = [
    *("0.0.0.0", "169.254.169.254", "169.254.1.1", "224.0.0.1", "255.255.255.255"),  # noqa: S104 - an address to refuse
    *("240.0.0.1", "192.0.2.1", "198.18.0.1", "100.100.100.200", "192.0.0.192"),
    *("::", "fe80::1", "fe80::1%eth0", "ff02::1", "fd00:ec2::254", "2001:db8::1"),
    *("::ffff:169.254.169.254", "::ffff:0.0.0.0", "64:ff9b::169.254.169.254"),
    *("2002:7f00:1::", "2002:a9fe:a9fe::1", "nonsense", "", "localhost"),
]
OUTSIDE = ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "64:ff9b::1.1.1.1"]


@pytest.mark.parametrize("address", NEAR)
def test_e12_addresses_of_this_home_are_refused_until_the_owner_allows(address):
    """In every way to write them."""
    assert why_refused(address, allow_private=False) is not None
    assert why_refused(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_e12_some_addresses_are_refused_whatever_the_owner_allows(address):
    """Metadata, link-local, multicast, and what is no address."""
    assert why_refused(address, allow_private=False) is not None
    if address != "2002:7f00:1::":
        assert why_refused(address, allow_private=True) is not None


@pytest.mark.parametrize("address", OUTSIDE)
def test_the_internet_is_reached(address):
    """Nothing is said against it."""
    assert why_refused(address, allow_private=False) is None


@given(st.integers(0, 2**32 - 1))
def test_e12_an_address_is_no_better_for_being_wrapped(number):
    """Mapped and translated addresses are judged as the one inside."""
    plain = ip_address(number)
    refused = why_refused(str(plain), allow_private=False)
    assert why_refused(f"::ffff:{plain}", allow_private=False) == refused
    assert why_refused(f"64:ff9b::{plain}", allow_private=False) == refused


@given(st.integers(0, 2**32 - 1), st.booleans())
def test_e12_nothing_but_the_internet_is_reached(number, allow_private):
    """Python's own idea of a global address is never contradicted."""
    plain = ip_address(number)
    if why_refused(str(plain), allow_private=False) is None:
        assert plain.is_global
        assert not plain.is_multicast
