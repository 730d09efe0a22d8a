"""A real Home Assistant process, shared by the tests of one worker."""

import pytest
from pytest_socket import enable_socket

from tests.home.api import ApiError
from tests.home.house import House


@pytest.fixture(autouse=True)
def _network(socket_enabled):
    """Let these tests reach the processes that they start."""


@pytest.fixture(scope="session")
def running_house(tmp_path_factory):
    """Start a home with the engine set up, once."""
    # Sockets are opened for each test, and this is set up before the first one.
    enable_socket()
    with House(tmp_path_factory.mktemp("house")) as house:
        house.start()
        house.ensure_integration("action_engine")
        yield house


@pytest.fixture
def house(running_house):
    """Return the home as it is at its start."""
    running_house.api.post("/api/services/simulated_home/reset")
    return running_house


@pytest.fixture
def run(house):
    """Run actions on the home and return the summary."""

    def run(**data):
        path = "/api/services/action_engine/run?return_response"
        return house.api.post(path, data)["service_response"]

    return run


@pytest.fixture
def refusal(house):
    """Call a service that is expected to be refused, and return the reason."""

    def refusal(service, **data):
        path = f"/api/services/action_engine/{service}?return_response"
        with pytest.raises(ApiError) as caught:
            house.api.post(path, data)
        assert caught.value.status == 400
        return caught.value.message

    return refusal
