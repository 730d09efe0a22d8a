import pytest
from pytest_socket import enable_socket, socket_allow_hosts

from tests.crash.lives import RESUMED, Home
from tests.crash.report import evidence, table

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("crash"),
    pytest.mark.timeout(300),
]

POINTS = [
    "in_the_call",
    "in_parallel_arms",
    "after_a_cancel",
    "in_a_retry_backoff",
    "in_a_rollback",
]


def test_killed_at_every_kind_of_point(tmp_path, capsys):
    """Nothing is lost, repeated or left half done; the long version is script/crash."""
    enable_socket()
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    report = Home(tmp_path, seed=7, each=8).run(POINTS)
    with capsys.disabled():
        print(f"\n{table(report)}")  # noqa: T201 - the counts are what it is about
    assert list(evidence(report.violations)) == []
    assert report.kills.total() == len(POINTS)
    assert report.hit.total() > len(POINTS)
    assert report.totals[RESUMED]
