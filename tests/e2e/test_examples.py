import pytest

from tests.home.house import PROJECT

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("house")]

EXAMPLES = sorted((PROJECT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_example_is_valid(house, path):
    """A shipped example can be run in the home for which it is written."""
    answer = house.api.post(
        "/api/services/action_engine/validate?return_response",
        {"yaml": path.read_text()},
    )["service_response"]
    assert answer["problems"] == []
    assert answer["steps"] > 0
