"""The dashboard cards, from the card picker to what they show and do."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import wraps

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket
import yaml

from tests.home.axe import AXE, serious_faults
from tests.home.browser import chromium, open_page, shoot
from tests.home.flows import reconfigure
from tests.home.house import House
from tests.home.residents import add_resident, command, sign_in_as

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("cards"),
    pytest.mark.usefixtures("socket_enabled"),
]

RUN = "/api/services/action_engine/run?return_response"
LAMP = "light.kitchen_table"
ON = [{"action": "light.turn_on", "target": {"entity_id": LAMP}}]
EVENING = {"alias": "Evening light", "sequence": ON}
BROKEN = [{"stop": "The pump is dry", "error": True}]
MARKUP = "<img src=x onerror=alert(1)>"
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
PATIENCE = 30_000
"""Milliseconds that a page of Home Assistant may take on a busy machine."""

SHOWN = {
    "status": {},
    "approvals": {},
    "executions": {"count": 3},
    "run": {"script": "script.evening", "icon": "mdi:weather-sunset"},
}


class Household:
    """The home, an account of an agent, and somebody whom nothing concerns."""

    def __init__(self, house):
        """Move in."""
        self.house = house
        self.browser = None
        # A thread with a browser has no event loop; one that ends takes its process along.
        self.aside = ThreadPoolExecutor(1)
        self.aside.submit(int).result()
        self.entry_id = house.ensure_integration("action_engine")
        bot_id = add_resident(house.api, "bot")
        self.bot = sign_in_as(house.api, "bot")
        add_resident(house.api, "child")
        self.child = sign_in_as(house.api, "child")
        owner_id = command(house.api, "auth/current_user")["id"]
        change = {
            "applies": {"users": [bot_id]},
            "trust": {"enabled": True},
            "approvals": {"approvers": [owner_id]},
        }
        reconfigure(house.api, self.entry_id, "policy", "Agents", change)

    def command(self, command_type, **fields):
        """Send a command, also while a browser is open in this thread."""
        sent = self.aside.submit(command, self.house.api, command_type, **fields)
        return sent.result()

    def restart(self):
        """Stop Home Assistant and start it again."""
        self.house.stop()
        self.aside.submit(self.house.start).result()

    def dashboard(self, name, cards):
        """Make a dashboard with these cards; return its address."""
        title = name.title()
        self.command(
            "lovelace/dashboards/create", url_path=name, title=title, mode="storage"
        )
        config = [
            {"type": f"custom:action-engine-{kind}-card", **options}
            for kind, options in cards
        ]
        section = {"type": "grid", "cards": config}
        view = {"title": "Home", "type": "sections", "sections": [section]}
        self.command("lovelace/config/save", url_path=name, config={"views": [view]})
        return f"/{name}/0"

    def look(self, path, api=None, **look):
        """Open a dashboard in a browser of its own."""
        page = open_page(self.browser, api or self.house.api, path, **look)
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        return page

    def ask(self, name):
        """Ask for light as the agent; return the id of the execution."""
        data = {"actions": ON, "name": name, "reasoning": MARKUP, "confidence": 0.8}
        answer = self.bot.post(RUN, data)["service_response"]
        assert answer["state"] == "pending_approval"
        return answer["execution_id"]

    def state(self, execution_id):
        """Return how an execution stands."""
        path = f"/api/action_engine/executions/{execution_id}"
        return self.house.api.get(path)["state"]

    def is_on(self):
        """Tell whether the lamp is."""
        return self.house.api.get(f"/api/states/{LAMP}")["state"] == "on"

    def call(self, action, **data):
        """Call an action of Home Assistant as the owner."""
        return self.house.api.post(f"/api/services/{action.replace('.', '/')}", data)


@pytest.fixture(scope="module")
def household(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    folder = tmp_path_factory.mktemp("cards")
    (folder / "packages").mkdir()
    scripts = {"script": {"evening": EVENING}}
    (folder / "packages/evening.yaml").write_text(yaml.safe_dump(scripts))
    with House(folder) as house:
        house.start()
        household = Household(house)
        yield household
    household.aside.shutdown()


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(household):
        with chromium() as household.browser:
            test(household)

    return run


def card(page, kind):
    """Return the card of a kind."""
    return page.locator(f"action-engine-{kind}-card")


def open_editor(page, kind):
    """Choose a card in the picker; return the dialog of its editor."""
    page.get_by_role("button", name="Add card").last.click()
    page.get_by_role("tab", name="By card").click()
    page.get_by_placeholder("Search cards").fill("Action Engine")
    for each in SHOWN:
        expect(page.get_by_text(f"Action Engine: {each}")).to_be_visible()
        expect(card(page, each).last).to_be_visible()
    shoot(page, "cards_picker", whole=False)
    # The preview lies below an overlay that takes the click.
    page.get_by_text(f"Action Engine: {kind}").click(force=True)
    editor = page.locator("hui-dialog-edit-card")
    expect(editor.locator("hui-form-editor")).to_be_visible()
    return editor


def choose_agents(page, editor):
    """Choose a policy from the list; it may be drawn anew under the press, which is lost."""
    item = page.locator("ha-combo-box-item", has_text="Agents")
    shown = card(editor, "status").get_by_text("Household")
    for _ in range(3):
        if not item.is_visible():
            editor.get_by_role("button", name="Policies").click()
        item.click()
        with suppress(AssertionError):
            expect(shown).to_have_count(0, timeout=PATIENCE / 6)
            return


@with_browser
def test_each_card_is_found_in_the_picker_and_edited(household):
    """Each has a preview and a visual editor, and is there after it was saved."""
    page = household.look(household.dashboard("by-clicks", []))
    page.get_by_role("button", name="Edit dashboard").click()
    for kind in SHOWN:
        editor = open_editor(page, kind)
        expect(card(editor, kind)).to_be_visible()
        if kind == "run":
            expect(editor.get_by_role("button", name="Run")).to_be_disabled()
            editor.get_by_role("textbox", name="Name").fill("Good evening")
            editor.get_by_role("switch").press("Space")
        if kind == "executions":
            editor.get_by_role("spinbutton", name="How many").fill("2")
        if kind == "status":
            editor.get_by_role("textbox", name="Title").fill("The gate")
            choose_agents(page, editor)
            expect(card(editor, kind)).not_to_contain_text("Household")
        shoot(page, f"cards_editor_{kind}", whole=False)
        editor.get_by_role("button", name="Save").click()
        expect(editor).to_be_hidden()
    page.get_by_role("button", name="Done").click()
    page.reload()
    for kind in SHOWN:
        expect(card(page, kind)).to_be_visible()
    expect(card(page, "status")).to_contain_text("The gate")
    expect(card(page, "run")).to_contain_text("Good evening")
    shoot(page, "cards_saved", whole=False)
    stored = household.command("lovelace/config", url_path="by-clicks")
    status, _, executions, run = stored["views"][0]["sections"][0]["cards"]
    assert len(status["policies"]) == 1
    assert executions["count"] == 2
    assert (run["script"], run["confirmation"]) == ("script.evening", True)


@with_browser
def test_a_run_asks_first_and_says_what_became_of_it(household):
    """Success was seen to be done; a failure has its reason, and a link to its page."""
    household.call("light.turn_off", entity_id=LAMP)
    evening = SHOWN["run"] | {"confirmation": True, "confirmation_text": "Sure?"}
    broken = {"name": "Water the garden", "actions": BROKEN}
    path = household.dashboard("by-hand", [("run", evening), ("run", broken)])
    page = household.look(path)
    first, second = card(page, "run").first, card(page, "run").last
    first.get_by_role("button", name="Run").click()
    dialog = page.get_by_role("dialog", name="Run “Evening light”?")
    expect(first).to_contain_text("Sure?")
    shoot(page, "cards_run_asks", whole=False)
    dialog.get_by_role("button", name="Not now").click()
    assert not household.is_on()
    first.get_by_role("button", name="Run").click()
    dialog.get_by_role("button", name="Run").click()
    expect(first).to_contain_text("Success")
    expect(first).to_contain_text("seen to be done")
    assert household.is_on()
    second.get_by_role("button", name="Run").click()
    expect(second).to_contain_text("Failed")
    expect(second).to_contain_text("The pump is dry")
    shoot(page, "cards_run_light", whole=False)
    second.get_by_role("link", name="Details").click()
    expect(page.get_by_role("heading", name="Water the garden")).to_be_visible()


@with_browser
def test_what_runs_is_followed_and_can_be_ended(household):
    """The step that it is at is shown, and Cancel ends it."""
    actions = [*ON, {"delay": {"minutes": 5}}]
    path = household.dashboard("long-run", [("run", {"actions": actions})])
    page = household.look(path, **PHONE)
    run = card(page, "run")
    run.get_by_role("button", name="Run").click()
    expect(run).to_contain_text("1 done")
    expect(run.get_by_role("button", name="Run")).to_be_disabled()
    shoot(page, "cards_run_dark_phone", whole=False)
    run.get_by_role("button", name="Cancel").click()
    expect(run).to_contain_text("Cancelled")
    expect(run.get_by_role("button", name="Run")).to_be_enabled()


@with_browser
def test_questions_are_answered_on_the_card(household):
    """It comes by itself with the time that is left, its claim is text, and yes counts."""
    household.call("light.turn_off", entity_id=LAMP)
    path = household.dashboard("some-questions", [("approvals", {})])
    page = household.look(path, **PHONE)
    approvals = card(page, "approvals")
    expect(approvals).to_contain_text("Nothing waits for an answer.")
    execution_id = household.ask("Evening")
    expect(approvals.get_by_role("timer").last).to_be_visible()
    expect(approvals).to_contain_text("Table (Kitchen)")
    expect(approvals).to_contain_text(MARKUP)
    assert approvals.locator("img").count() == 0
    shoot(page, "cards_approvals_dark_phone", whole=False)
    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(overflow) <= 0
    approvals.get_by_role("button", name="Approve").click()
    expect(approvals).to_contain_text("Nothing waits for an answer.")
    household.house.wait_until(lambda: household.state(execution_id) == "success")
    assert household.is_on()


@with_browser
def test_the_status_changes_by_itself(household):
    """Policies, what runs, what waits, the panic stop: each without a reload."""
    path = household.dashboard("how-it-is", [("status", {}), ("executions", {})])
    page = household.look(path)
    status, executions = card(page, "status"), card(page, "executions")
    expect(status).to_contain_text("Supervised")
    waiting = status.locator("li", has_text="Waiting for people")
    running = status.locator("li", has_text="Running now")
    expect(waiting).to_contain_text("0")
    execution_id = household.ask("Light in the hall")
    expect(waiting).to_contain_text("1")
    line = executions.locator("li", has_text="Light in the hall")
    expect(line).to_contain_text("Waits for a person")
    household.house.api.post(
        RUN, {"actions": [{"delay": 300}], "name": "Long", "wait": False}
    )
    expect(running.get_by_role("link", name="Long")).to_be_visible()
    shoot(page, "cards_status_light", whole=False)
    household.call("action_engine.panic_stop")
    expect(status).to_contain_text("Panic stop")
    expect(running).to_contain_text("0")
    shoot(page, "cards_status_panic", whole=False)
    household.call("action_engine.lift_panic")
    expect(status).not_to_contain_text("Panic stop")
    assert household.state(execution_id) != "success"
    household.call("switch.turn_off", entity_id="switch.agents_enabled")
    expect(status).to_contain_text("Disabled")
    household.call("switch.turn_on", entity_id="switch.agents_enabled")
    expect(status).to_contain_text("Supervised")


@with_browser
def test_executions_are_listed_as_they_are_filtered(household):
    """One card has those that failed, with the reason, the other as many as are wanted."""
    filters = [{"states": ["failed"], "title": "Failed"}, {"count": 2}]
    path = household.dashboard("what-was", [("executions", one) for one in filters])
    for name in ("One", "Two", "Three"):
        household.house.api.post(RUN, {"actions": ON, "name": name})
    household.house.api.post(RUN, {"actions": BROKEN, "name": "Water"})
    page = household.look(path, color_scheme="dark")
    failed, last = card(page, "executions").first, card(page, "executions").last
    expect(failed.locator("li").first).to_contain_text("The pump is dry")
    expect(failed).not_to_contain_text("Three")
    expect(last.locator("li")).to_have_count(2)
    expect(last.locator("li").last).to_contain_text("Three")
    shoot(page, "cards_executions_dark", whole=False)
    last.get_by_role("link", name="Three").click()
    expect(page.get_by_role("heading", name="Three")).to_be_visible()


@with_browser
def test_who_looks_sees_only_what_is_his(household):
    """The same dashboard shows a child no policy, no question and no execution."""
    household.house.api.post(RUN, {"actions": ON, "name": "Not for children"})
    household.ask("Not for children either")
    path = household.dashboard("for-all", list(SHOWN.items()))
    owner = household.look(path)
    expect(card(owner, "executions")).to_contain_text("Not for children")
    expect(card(owner, "approvals")).to_contain_text("Not for children either")
    shoot(owner, "cards_all_light", whole=False)
    child = household.look(path, household.child, **PHONE)
    expect(card(child, "status")).to_contain_text("No policy is about you.")
    expect(card(child, "status")).not_to_contain_text("Open circuits")
    expect(card(child, "executions")).to_contain_text("Nothing has run yet.")
    expect(card(child, "approvals")).to_contain_text("Nothing waits for an answer.")
    shoot(child, "cards_all_child_dark_phone", whole=False)


@with_browser
def test_cards_wait_for_an_engine_that_is_away(household):
    """They say that it is not loaded, and go on by themselves, also after a restart."""
    path = household.dashboard(
        "with-patience", [("status", {}), ("executions", {"count": 1})]
    )
    page = household.look(path)
    status, executions = card(page, "status"), card(page, "executions")
    expect(status).to_contain_text("Household")
    switch = {"entry_id": household.entry_id}
    household.command("config_entries/disable", disabled_by="user", **switch)
    expect(status).to_contain_text("Action Engine is not loaded.")
    shoot(page, "cards_absent_light", whole=False)
    household.command("config_entries/disable", disabled_by=None, **switch)
    expect(status).to_contain_text("Household")
    household.restart()
    household.house.api.post(RUN, {"actions": ON, "name": "After the restart"})
    expect(executions).to_contain_text("After the restart")
    expect(status).to_contain_text("Household")


@pytest.mark.skipif(not AXE.exists(), reason="needs npm ci in frontend/")
@with_browser
def test_axe_finds_nothing_serious_on_cards(household):
    """With all that they can show, in the light, and in the dark on a phone."""
    household.house.api.post(RUN, {"actions": BROKEN, "name": "Axed"})
    household.ask("Axed, too")
    path = household.dashboard("for-axe", list(SHOWN.items()))
    for look in ({}, PHONE):
        page = household.look(path, **look)
        expect(card(page, "executions")).to_contain_text("Axed")
        expect(card(page, "approvals")).to_contain_text("Axed, too")
        expect(card(page, "status")).to_contain_text("Household")
        for kind in SHOWN:
            assert serious_faults(page, card(page, kind)) == [], kind
