"""Who may ask: this machine, and the networks of the setting."""

from ipaddress import ip_network

import pytest

from journal.monitoring.addresses import is_loopback, is_within


def a_request(rf, peer, forwarded=None):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return rf.get("/", REMOTE_ADDR=peer, **headers)


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("127.0.0.1", None, True),
        ("127.8.8.8", None, True),
        ("::1", None, True),
        ("::ffff:127.0.0.1", None, True),
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1", "203.0.113.5, 127.0.0.1", True),
        ("127.0.0.1", "203.0.113.5", False),
        ("127.0.0.1", "127.0.0.1, 203.0.113.5", False),
        ("127.0.0.1", "unknown", False),
        ("127.0.0.1", "127.0.0.1:80", False),
        ("203.0.113.5", None, False),
        ("203.0.113.5", "127.0.0.1", False),
        ("::ffff:203.0.113.5", None, False),
        ("", None, False),
        ("", "127.0.0.1", True),
    ],
)
def test_only_this_machine_is_loopback(rf, peer, forwarded, expected):
    assert is_loopback(a_request(rf, peer, forwarded)) is expected


NETWORKS = [ip_network("10.0.0.0/8"), ip_network("127.0.0.1"), ip_network("fd00::/8")]


@pytest.mark.parametrize(
    ("is_behind_proxy", "peer", "forwarded", "expected"),
    [
        (False, "10.1.2.3", None, True),
        (False, "fd00::7", None, True),
        (False, "::ffff:10.1.2.3", None, True),
        (False, "203.0.113.5", None, False),
        (False, "203.0.113.5", "10.1.2.3", False),
        (False, "127.0.0.1", "203.0.113.5", False),  # a proxy that BEHIND_PROXY does not tell of
        (True, "127.0.0.1", "10.1.2.3", True),
        (True, "127.0.0.1", None, True),
        (True, "127.0.0.1", "203.0.113.5", False),
        (True, "127.0.0.1", "10.1.2.3, 203.0.113.5", False),
        (True, "127.0.0.1", "no address", False),
    ],
)
def test_only_the_named_networks_are_within(
    rf, settings, is_behind_proxy, peer, forwarded, expected
):
    settings.BEHIND_PROXY = is_behind_proxy

    assert is_within(a_request(rf, peer, forwarded), NETWORKS) is expected


def test_without_networks_nobody_is_within(rf):
    assert is_within(a_request(rf, "127.0.0.1"), []) is False
