"""The panel, in the browsers of several people, on a Home Assistant of its own."""

from functools import wraps

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.home.browser import chromium, open_page, shoot
from tests.home.flows import reconfigure
from tests.home.house import House
from tests.home.residents import add_resident, command, sign_in_as

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("panel"),
    pytest.mark.usefixtures("socket_enabled"),
]

RUN = "/api/services/action_engine/run?return_response"
LAMP = "light.kitchen_table"
ON = [{"action": "light.turn_on", "target": {"entity_id": LAMP}}]
UNLOCK = [{"action": "lock.unlock", "target": {"entity_id": "lock.hallway_front_door"}}]
MARKUP = "<img src=x onerror=alert(1)>"
PATIENCE = 30_000
"""Milliseconds that a page of Home Assistant may take on a busy machine."""


class Household:
    """The home, the account of an agent, and two people who answer."""

    def __init__(self, house):
        """Move in."""
        self.house = house
        self.browser = None
        self.ids = {}
        self._entry_id = house.ensure_integration("action_engine")
        self.bot = self._resident("bot")
        self.adult = self._resident("adult")
        self.child = self._resident("child")
        owner_id = command(house.api, "auth/current_user")["id"]
        applies = {"users": [self.ids["bot"]]}
        approvals = {"approvers": [self.ids["adult"], owner_id]}
        self.judge({"enabled": True}, applies=applies, approvals=approvals)

    def judge(self, trust, **sections):
        """Set how far the agent is trusted, and other sections of its policy."""
        change = {"trust": trust, **sections}
        reconfigure(self.house.api, self._entry_id, "policy", "Agents", change)

    def _resident(self, username):
        self.ids[username] = add_resident(self.house.api, username)
        return sign_in_as(self.house.api, username)

    def ask(self, name, actions=ON, reasoning=MARKUP):
        """Ask for something as the agent; return the id of the execution."""
        data = {"actions": actions, "name": name, "reasoning": reasoning}
        answer = self.bot.post(RUN, {**data, "confidence": 0.8})["service_response"]
        assert answer["state"] == "pending_approval"
        return answer["execution_id"]

    def look(self, api, view, **look):
        """Open a view of the panel in a browser of its own."""
        page = open_page(self.browser, api, f"/action-engine/{view}", **look)
        page.set_default_timeout(PATIENCE)
        expect(page.get_by_role("heading", name="Action Engine")).to_be_visible(
            timeout=PATIENCE
        )
        return page

    def state(self, execution_id):
        """Return how an execution stands."""
        path = f"/api/action_engine/executions/{execution_id}"
        return self.house.api.get(path)["state"]


@pytest.fixture(scope="module")
def household(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel")) as house:
        house.start()
        yield Household(house)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(household):
        with chromium() as household.browser:
            test(household)

    return run


def card(page, name):
    """Return the question with a name."""
    return page.get_by_role("article", name=name)


@with_browser
def test_two_people_see_a_question_and_one_answers(household):
    """It is named by device, its claim is text, and an answer shows everywhere at once."""
    owner = household.look(household.house.api, "approvals")
    phone = {"width": 390, "height": 844}
    adult = household.look(
        household.adult, "approvals", viewport=phone, color_scheme="dark"
    )
    expect(owner.get_by_text("Nothing waits for an answer.")).to_be_visible()
    execution_id = household.ask("Evening light")
    for page in (owner, adult):
        expect(card(page, "Evening light")).to_be_visible(timeout=PATIENCE)
        expect(card(page, "Evening light")).to_contain_text("Table (Kitchen)")
        expect(card(page, "Evening light")).to_contain_text(MARKUP)
        assert page.locator("action-engine-approval img").count() == 0
        focused = page.evaluate("document.activeElement.tagName")
        assert focused == "BODY"
    shoot(owner, "approvals_light")
    shoot(adult, "approvals_dark_phone")
    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert adult.evaluate(overflow) <= 0
    card(adult, "Evening light").get_by_role("button", name="Approve").click()
    expect(card(owner, "Evening light")).to_have_count(0, timeout=PATIENCE)
    household.house.wait_until(lambda: household.state(execution_id) == "success")
    assert household.house.api.get(f"/api/states/{LAMP}")["state"] == "on"


@with_browser
def test_no_is_said_with_a_reason(household):
    """Who asked reads it, and nothing was done."""
    execution_id = household.ask("Open up", UNLOCK)
    page = household.look(household.house.api, "approvals", color_scheme="dark")
    question = card(page, "Open up")
    expect(question).to_contain_text("Critical risk")
    expect(question).to_contain_text("0 of 2 have agreed")
    shoot(page, "approvals_critical_dark")
    question.get_by_label("Reason").fill("Not at night")
    question.get_by_role("button", name="Reject").click()
    expect(question).to_have_count(0, timeout=PATIENCE)
    assert household.state(execution_id) == "rejected"
    log = household.house.device_log()
    assert [one for one in log if one["command"] == "unlock"] == []


@with_browser
def test_an_execution_is_looked_at_and_undone(household):
    """From the list to its steps, and back by a preview that names the device."""
    household.house.api.post("/api/services/light/turn_off", {"entity_id": LAMP})
    household.house.api.post(RUN, {"actions": ON, "name": "By hand"})
    page = household.look(household.house.api, "executions")
    shoot(page, "executions_light")
    page.get_by_role("link", name="By hand").first.click()
    steps = page.locator("action-engine-steps")
    steps.get_by_text("Light: turn on").click()
    expect(steps).to_contain_text("Expected")
    shoot(page, "execution_light")
    page.get_by_role("button", name="Undo …").click()
    dialog = page.get_by_role("dialog", name="Undo")
    expect(page.locator("action-engine-undo")).to_contain_text("Table (Kitchen)")
    shoot(page, "undo_light")
    dialog.get_by_role("button", name="Undo it").click()
    expect(page.get_by_role("heading", name="Undo By hand")).to_be_visible()
    path = f"/api/states/{LAMP}"
    household.house.wait_until(lambda: household.house.api.get(path)["state"] == "off")


@with_browser
def test_the_overview_of_an_owner_and_of_a_child(household):
    """Each sees what is his: the child no circuits, and none of the others' policies."""
    owner = household.look(household.house.api, "overview")
    expect(owner.get_by_text("Supervised")).to_be_visible()
    expect(owner.get_by_text("Full auto")).to_be_visible()
    expect(owner.get_by_role("heading", name="Open circuits")).to_be_visible()
    shoot(owner, "overview_light")
    phone = {"width": 390, "height": 844}
    child = household.look(household.child, "", viewport=phone, color_scheme="dark")
    expect(child.get_by_text("No policy is about you.")).to_be_visible()
    expect(child.get_by_role("heading", name="Open circuits")).to_have_count(0)
    shoot(child, "overview_dark_phone")


@with_browser
def test_panic_stop_asks_first(household):
    """Nothing happens by one press; by the second everybody sees that it is on."""
    page = household.look(household.house.api, "overview")
    page.get_by_role("button", name="Panic stop").click()
    dialog = page.get_by_role("dialog", name="Stop everything?")
    dialog.get_by_role("button", name="Not now").click()
    settings = "/api/action_engine/settings"
    assert household.house.api.get(settings)["panicked"] is False
    page.get_by_role("button", name="Panic stop").click()
    dialog.get_by_role("button", name="Stop everything").click()
    expect(page.get_by_text("nobody who is not trusted")).to_be_visible()
    assert household.house.api.get(settings)["panicked"] is True
    page.get_by_role("button", name="Lift the panic stop").click()
    expect(page.get_by_role("button", name="Panic stop")).to_be_visible()
    assert household.house.api.get(settings)["panicked"] is False
