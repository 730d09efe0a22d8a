import pytest
from pytest_socket import enable_socket
import yaml

from tests.home.house import PROJECT, House
from tests.home.showcase import furnish_showcase

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("develop")]


@pytest.fixture(scope="module")
def develop_house(tmp_path_factory):
    """Start the home of script/develop."""
    enable_socket()
    folder = tmp_path_factory.mktemp("develop")
    with House(folder, packages=["develop"]) as house:
        furnish_showcase(folder)
        house.start()
        house.ensure_integration("action_engine")
        yield house


class _Loader(yaml.SafeLoader):
    """Reads a dashboard as Home Assistant does, as far as this one needs it."""


def _include(loader, node):
    return (PROJECT / loader.construct_scalar(node)).read_text()


_Loader.add_constructor("!include", _include)


def cards():
    """Return the cards of the dashboard."""
    path = PROJECT / "tests/home/configuration/dashboard.yaml"
    dashboard = yaml.load(path.read_text(), _Loader)  # noqa: S506 - a safe loader
    return [
        card
        for view in dashboard["views"]
        for section in view["sections"]
        for card in section["cards"]
    ]


def buttons():
    """Return name, service and data of every button that acts."""
    return {
        card["name"]: (
            card["tap_action"]["perform_action"],
            card["tap_action"].get("data", {}),
        )
        for card in cards()
        if card["type"] == "button"
    }


def test_dashboard_shows_what_exists(develop_house):
    """Every entity on the dashboard is there."""
    shown = {card["entity"] for card in cards() if "entity" in card}
    for card in cards():
        shown.update(card.get("entities", ()))
    known = {state["entity_id"] for state in develop_house.api.get("/api/states")}
    assert len(shown) > 20
    assert shown <= known


@pytest.mark.parametrize("name", buttons())
def test_button_acts(develop_house, name):
    """Home Assistant accepts what a button of the dashboard sends."""
    action, data = buttons()[name]
    develop_house.api.post(f"/api/services/{action.replace('.', '/')}", data)


def test_log_has_no_errors(develop_house):
    """The home of a developer starts with a clean log."""
    lines = develop_house.console().splitlines()
    assert [line for line in lines if " ERROR " in line or "Traceback" in line] == []
