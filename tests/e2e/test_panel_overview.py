"""The overview in the panel: of a new home, of a busy one, and of somebody without rights."""

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.e2e.test_panel import LAMP, PATIENCE, RUN, Household, card, with_browser
from tests.home.browser import shoot
from tests.home.house import House

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("panel_overview"),
    pytest.mark.usefixtures("socket_enabled"),
]

PHONE = {"width": 390, "height": 844}
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
FAILS = [{"stop": "The boiler is cold " + "V" * 200, "error": True}]
HOSTILE = "<script>alert(1)</script> [x](https://evil.example) \u202e" + "W" * 200
SLOW = [
    {"action": "light.turn_on", "target": {"entity_id": LAMP}},
    {"wait_for_trigger": [{"trigger": "event", "event_type": "go_on"}]},
    {"action": "light.turn_off", "target": {"entity_id": LAMP}},
]


@pytest.fixture
def household(tmp_path_factory):
    """Start a new home, in which nothing has run."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel_overview")) as house:
        house.start()
        yield Household(house)


@with_browser
def test_a_new_home_says_what_to_do_first(household):
    """To its owner; when something has run, its figures are there instead."""
    owner = household.look(household.house.api, "overview")
    begin = owner.get_by_role("region", name="Begin here")
    expect(begin.get_by_role("link", name="language model")).to_be_visible()
    tries = begin.get_by_role("link", name="Try an action")
    expect(tries).to_have_attribute("href", "/action-engine/try")
    shoot(owner, "overview_new_light")
    child = household.look(household.child, "", viewport=PHONE, color_scheme="dark")
    expect(child.get_by_text("No policy is about you.")).to_be_visible()
    expect(child.get_by_text("Begin here")).to_have_count(0)
    household.house.api.post(RUN, {"actions": SLOW[:1], "name": "First"})
    trend = owner.get_by_role("region", name="The last days")
    expect(trend).to_contain_text("100%", timeout=PATIENCE)
    expect(begin).to_have_count(0)


def test_a_busy_home_at_a_glance(household):
    """What runs and how far it is, what waits, what failed and why, the last days."""
    household.ask("Evening light")
    household.judge({"approval_required": False, "canary_percentage": 25})
    look_around(household)


@with_browser
def look_around(household):
    """Have things happen, and look at the overview of the owner."""
    api = household.house.api
    for name in ("Heat", HOSTILE):
        api.post(RUN, {"actions": FAILS, "name": name})
    for number in range(5):
        api.post(RUN, {"actions": SLOW[:1], "name": f"Light {number}"})
    answer = api.post(RUN, {"actions": SLOW, "name": "Slow", "wait": False})
    execution_id = answer["service_response"]["execution_id"]
    owner = household.look(api, "overview")
    running = owner.get_by_role("region", name="Running now")
    expect(running).to_contain_text("Slow", timeout=PATIENCE)
    expect(running).to_contain_text("step 2 of 3")
    expect(running.get_by_role("progressbar")).to_have_attribute("max", "3")
    failures = owner.get_by_role("region", name="Last failures")
    expect(failures).to_contain_text("The boiler is cold")
    expect(failures).to_contain_text(
        "<script>alert(1)</script> [x](https://evil.example) \ufffd"
    )
    assert failures.locator("script, a[href*=evil]").count() == 0
    trend = owner.get_by_role("region", name="The last days")
    expect(trend).to_contain_text("71.4%")
    trend.get_by_text("As a table").click()
    today = trend.get_by_role("row").last
    expect(today).to_contain_text("5")
    expect(today).to_contain_text("2")
    trend.get_by_role("combobox").select_option("14")
    expect(trend.get_by_role("row")).to_have_count(15)
    waiting = owner.get_by_role("region", name="Waiting for people")
    expect(waiting).to_contain_text("Evening light")
    policies = owner.get_by_role("region", name="Policies")
    expect(policies).to_contain_text("Canary, 25%")
    expect(policies.get_by_role("img").first).to_be_visible()
    shoot(owner, "overview_busy_light")
    phone = household.look(api, "overview", viewport=PHONE, color_scheme="dark")
    expect(phone.get_by_role("region", name="The last days")).to_contain_text("71.4%")
    assert phone.evaluate(OVERFLOW) <= 0
    shoot(phone, "overview_busy_dark_phone")
    api.post("/api/events/go_on", {})
    household.house.wait_until(lambda: household.state(execution_id) == "success")
    expect(running).to_contain_text("Nothing is running.", timeout=PATIENCE)


@with_browser
def test_e18_who_has_no_rights_sees_nothing_that_is_not_his(household):
    """Neither runs, failures, figures, questions, answers, grants nor circuits of others."""
    api = household.house.api
    api.post(RUN, {"actions": FAILS, "name": "Secret plan"})
    api.post(RUN, {"actions": SLOW, "name": "Secret run", "wait": False})
    household.ask("Secret question")
    household.ask("Answered question", SLOW[:1])
    owner = household.look(api, "approvals")
    answered = card(owner, "Answered question")
    answered.get_by_label("Approve similar for").select_option("60")
    answered.get_by_role("button", name="Approve", exact=True).click()
    expect(owner.get_by_role("region", name="Allowed in advance")).to_be_visible(
        timeout=PATIENCE
    )
    for view in ("overview", "approvals"):
        child = household.look(
            household.child, view, viewport=PHONE, color_scheme="dark"
        )
        settled = (
            "Nothing has run in these days."
            if view == "overview"
            else "Nothing waits for an answer."
        )
        expect(child.get_by_text(settled)).to_be_visible(timeout=PATIENCE)
        shown = child.locator("action-engine-panel").inner_text()
        for word in (
            "Secret",
            "Answered question",
            "boiler",
            "Agents",
            "Open circuits",
        ):
            assert word not in shown
        expect(child.get_by_role("region", name="Allowed in advance")).to_have_count(0)
        expect(child.get_by_role("region", name="Answered of late")).to_have_count(0)
        assert child.evaluate(OVERFLOW) <= 0
        shoot(child, f"{view}_child_dark_phone")
