"""Home Assistant's own dialogs, gone through by clicks as their owner does."""

from functools import wraps
import shutil

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.home import dialogs
from tests.home.browser import chromium, open_page
from tests.home.dialogs import PATIENCE
from tests.home.flows import open_options, reconfigure, shown_values
from tests.home.house import PROJECT, House
from tests.home.residents import add_resident, sign_in_as
from tests.home.showcase import DASHBOARD, furnish_showcase

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("clicks"),
    pytest.mark.usefixtures("socket_enabled"),
    pytest.mark.timeout(300),
]

RUN = "/api/services/action_engine/run?return_response"
INTEGRATION = "/config/integrations/integration/action_engine"
DOOMED = [
    {
        "action": "light.turn_on",
        "target": {"entity_id": "light.bedroom_reading_lamp"},
        "expect": {"state": "on", "within": 0.1},
        "retry": False,
    }
]
COFFEE = [
    {
        "action": "switch.turn_on",
        "target": {"entity_id": "switch.kitchen_coffee_machine"},
        "retry": {"initial_delay": 0.1},
    }
]
TECHNICAL = {"ai_task"}
"""What descriptions name as it is written."""
ON = [{"action": "light.turn_on", "target": {"entity_id": "light.kitchen_table"}}]
LIGHT = "action: light.turn_on\ntarget:\n  entity_id: "


class Owner:
    """The home, the browser of its owner, and the account of an agent."""

    def __init__(self, house):
        """Move in; nothing of the engine is set up yet."""
        self.house = house
        self.browser = None
        self.ids = {name: add_resident(house.api, name) for name in ("bot", "model")}
        self.bot = sign_in_as(house.api, "bot")
        self.model = sign_in_as(house.api, "model")

    def open(self, path):
        """Open a page of Home Assistant."""
        page = open_page(self.browser, self.house.api, path)
        page.set_default_timeout(PATIENCE)
        return page

    def ensure_engine(self):
        """Return the id of the engine's entry."""
        return self.house.ensure_integration("action_engine")

    def run(self, api=None, **data):
        """Run something, and return the summary."""
        return (api or self.house.api).post(RUN, data)["service_response"]

    def names(self):
        """Return the names of all executions, the newest first."""
        page = self.house.api.get("/api/action_engine/executions")
        return [one["name"] for one in page["executions"]]

    def is_on(self, entity_id):
        """Tell whether something is on."""
        return self.house.api.get(f"/api/states/{entity_id}")["state"] == "on"

    def switch_off(self, entity_id):
        """Turn a light off, without the engine."""
        path = "/api/services/light/turn_off"
        self.house.api.post(path, {"entity_id": entity_id})
        self.house.wait_until(lambda: not self.is_on(entity_id))


@pytest.fixture(scope="module")
def owner(tmp_path_factory):
    """Start the home, once, with the dashboard and the blueprints of the repository."""
    enable_socket()
    folder = tmp_path_factory.mktemp("clicks")
    shutil.copytree(PROJECT / "blueprints", folder / "blueprints")
    for name in ("automations", "scripts"):
        (folder / f"{name}.yaml").touch()
    furnish_showcase(folder)
    with House(folder, packages=["develop", "editor"]) as house:
        house.start()
        yield Owner(house)


@pytest.fixture
def asked_model(owner):
    """Have a person asked about all that the account of a model wants."""
    asking = {"applies": {"users": [owner.ids["model"]]}, "trust": {"enabled": True}}
    reconfigure(owner.house.api, owner.ensure_engine(), "policy", "Agents", asking)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(owner):
        with chromium() as owner.browser:
            test(owner)

    return run


@with_browser
def test_it_is_added_from_the_list_of_integrations(owner):
    """Found by its name, one form without a question, and its panel is in the sidebar."""
    page = owner.open("/config/integrations/dashboard")
    dialogs.add_integration(page, "Action Engine")
    form = dialogs.flow(page)
    expect(form).to_contain_text("There is nothing to fill in")
    dialogs.submit(page)
    expect(page.get_by_role("link", name="Action Engine").first).to_be_visible()
    entries = owner.house.api.get(
        "/api/config/config_entries/entry?domain=action_engine"
    )
    assert [entry["state"] for entry in entries] == ["loaded"]


@with_browser
def test_options_are_changed_in_their_dialog(owner):
    """Every label is in words, and what was changed is what counts from then on."""
    entry_id = owner.ensure_engine()
    page = owner.open(INTEGRATION)
    page.locator("ha-config-entry-row").get_by_role(
        "button", name="Configure"
    ).first.click()
    form = dialogs.flow(page)
    retry = dialogs.open_section(form, "Retry")
    retry.get_by_role("spinbutton", name="Retries").fill("7")
    for name in (
        "Execution",
        "Verification",
        "Restart",
        "Safety",
        "Journal",
        "Catalog",
    ):
        dialogs.open_section(form, name)
    assert dialogs.raw_keys(form) <= TECHNICAL
    dialogs.submit(page)
    shown = shown_values(open_options(owner.house.api, entry_id)["data_schema"])
    assert shown["retry"]["max_retries"] == 7


@with_browser
def test_policy_is_added_and_changed(owner):
    """What its dialog says decides about whom it is about: first to be asked, then denied."""
    owner.ensure_engine()
    page = owner.open(INTEGRATION)
    page.get_by_role("button", name="Add policy").click()
    form = dialogs.flow(page)
    form.get_by_role("textbox", name="Name").fill("Guests")
    dialogs.flip(dialogs.open_section(form, "Trust"), "Enabled")
    assert dialogs.raw_keys(form) <= TECHNICAL
    form.get_by_role("button", name="Submit").click()
    expect(form).to_contain_text("The policy is about nobody")
    dialogs.open_section(form, "Applies to").get_by_text("Bot", exact=True).click()
    dialogs.submit(page)
    expect(page.get_by_text("Guests").first).to_be_visible()
    assert owner.run(owner.bot, actions=COFFEE)["state"] == "pending_approval"

    guests = page.locator("ha-config-sub-entry-row").filter(has_text="Guests")
    guests.get_by_role("button", name="Change policy").click()
    dialogs.flip(dialogs.open_section(dialogs.flow(page), "Trust"), "Enabled")
    dialogs.submit(page)
    assert owner.run(owner.bot, actions=COFFEE)["state"] == "denied"


@with_browser
def test_automation_answers_a_failure(owner):
    """Trigger, condition and action of the engine, clicked together, do what they say."""
    owner.ensure_engine()
    lamp = "light.bedroom_lamp"
    owner.switch_off(lamp)
    page = owner.open("/config/automation/edit/new")
    dialogs.add_element(page, "trigger", "Execution failed")
    side = dialogs.sidebar(page)
    assert dialogs.raw_keys(side) == set()
    dialogs.add_text(dialogs.tick(side, "Name"), "Doomed*")
    dialogs.add_element(page, "condition", "Policy stands")
    assert dialogs.raw_keys(side) == set()
    dialogs.row(side, "Policy").get_by_role("textbox").fill("Household")
    dialogs.row(side, "Status").get_by_text("Full auto").click()
    dialogs.add_element(page, "action", "Action Engine: Run actions")
    assert dialogs.raw_keys(side) == set()
    dialogs.tick(side, "YAML").get_by_role("textbox").fill(f"{LIGHT}{lamp}")
    dialogs.tick(side, "Name").get_by_role("textbox").fill("Consolation")
    dialogs.save_automation(page, "Console the doomed")

    assert owner.run(name="Other", actions=DOOMED)["state"] == "failed"
    assert owner.run(name="Doomed plan", actions=DOOMED)["state"] == "failed"
    owner.house.wait_until(lambda: owner.is_on(lamp))
    state = owner.house.api.get("/api/states/automation.console_the_doomed")
    assert state["attributes"]["last_triggered"]
    assert owner.names().count("Consolation") == 1


@pytest.mark.usefixtures("asked_model")
@with_browser
def test_automation_hears_of_a_question_while_something_runs(owner):
    """The trigger about questions, and the condition about what runs, by clicks."""
    lamp = "light.hallway_lamp"
    owner.switch_off(lamp)
    page = owner.open("/config/automation/edit/new")
    dialogs.add_element(page, "trigger", "Approval requested")
    side = dialogs.sidebar(page)
    assert dialogs.raw_keys(side) == set()
    dialogs.tick(side, "Risk").get_by_text("Low", exact=True).click()
    dialogs.add_element(page, "condition", "Execution is running")
    assert dialogs.raw_keys(side) == set()
    dialogs.add_text(dialogs.tick(side, "Name"), "Night watch")
    dialogs.add_element(page, "action", "Action Engine: Run actions")
    dialogs.tick(side, "YAML").get_by_role("textbox").fill(f"{LIGHT}{lamp}")
    dialogs.save_automation(page, "Light for who is asked")

    automation = "/api/states/automation.light_for_who_is_asked"
    pending = owner.run(owner.model, actions=ON)
    assert pending["state"] == "pending_approval"
    assert owner.house.api.get(automation)["attributes"]["last_triggered"] is None
    owner.run(name="Night watch", actions=[{"delay": 60}], wait=False)
    owner.run(owner.model, actions=ON)
    owner.house.wait_until(lambda: owner.is_on(lamp))
    assert owner.house.api.get(automation)["attributes"]["last_triggered"]


@with_browser
def test_blueprint_is_filled_in(owner):
    """From the list of blueprints to an automation that tells of a failure, and only of it."""
    owner.ensure_engine()
    page = owner.open("/config/blueprint/dashboard")
    page.get_by_text("Tell me when it failed").first.click()
    form = page.locator("blueprint-automation-editor")
    assert dialogs.raw_keys(form) == set()
    dialogs.add_text(dialogs.row(form, "Names"), "Boiler*")
    dialogs.save_blueprint(page)

    owner.run(name="Something else", actions=DOOMED)
    owner.run(name="Boiler check", actions=DOOMED)
    page.get_by_role("button", name="Notifications").click()
    drawer = page.locator("notification-drawer")
    expect(drawer).to_contain_text("Something failed", timeout=PATIENCE)
    expect(drawer).to_contain_text("Boiler check")
    expect(drawer).not_to_contain_text("Something else")


@with_browser
def test_button_of_a_dashboard_runs_a_script(owner):
    """One press, and the engine does what the script says."""
    owner.ensure_engine()
    page = owner.open(DASHBOARD)
    page.get_by_role("button", name="Good night").first.click()
    owner.house.wait_until(lambda: "Good night" in owner.names())
    owner.house.wait_until(lambda: not owner.is_on("light.hallway_lamp"))


@with_browser
def test_tools_have_a_form_for_a_run(owner):
    """Actions are chosen in a list, retries are fields, and the answer is shown."""
    owner.ensure_engine()
    lamp = "light.kitchen_table"
    owner.house.api.post("/api/services/light/turn_on", {"entity_id": lamp})
    page = owner.open("/config/tools/action")
    form = dialogs.choose_action(page, "action_engine.run")
    for name in ("Retry", "Verification", "Queue", "End", "Claims"):
        form.get_by_role("button", name=name).first.click()
    assert dialogs.raw_keys(form) == set()
    dialogs.tick(form, "Name").get_by_role("textbox").fill("By the tools")
    dialogs.tick(form, "Retry").get_by_role("button", name="Add").click()
    retry = page.locator("dialog-form")
    retry.get_by_role("spinbutton", name="Retries").fill("2")
    assert dialogs.raw_keys(retry) == set()
    retry.get_by_role("button", name="Add").click()
    actions = dialogs.tick(form, "Actions")
    dialogs.add_element(page, "action", "Simulated home: Reset", within=actions)
    page.get_by_role("button", name="Perform action").click()
    expect(page.get_by_text("Response", exact=True)).to_be_visible(timeout=PATIENCE)
    owner.house.wait_until(lambda: not owner.is_on(lamp))
    assert owner.names()[0] == "By the tools"
