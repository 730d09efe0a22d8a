"""The view for trying: a text is checked, mended, run and watched, on a real home."""

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
    pytest.mark.xdist_group("panel_try"),
    pytest.mark.usefixtures("socket_enabled"),
]

LAMP = "light.kitchen_table"
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000
"""Milliseconds that a page of Home Assistant may take on a busy machine."""

MISTAKEN = """\
alias: Kitchen
sequence:
  - action: light.turn_onn
    target:
      entity_id: light.kitchen_table
  - delay: 1
"""
MARKUP = "<img src=x onerror=alert(1)>"
ANSWER = f"""\
It is dark in the kitchen. {MARKUP}
[ACTION:light.turn_on]{{"entity_id": "{LAMP}"}}[/ACTION]
[ACTION:nothing_such]{{}}[/ACTION]
"""
PLAN = f"""\
query: On, and off again
tool_calls:
  - tool_name: light.turn_on
    parameters: {{entity_id: {LAMP}}}
    purpose: First on
    step: 1
  - tool_name: light.turn_off
    parameters: {{entity_id: {LAMP}}}
    purpose: Then off
    step: 2
    dependency: 1
"""


class Home:
    """A home, its owner, and somebody who has to ask for everything."""

    def __init__(self, house):
        """Move in."""
        self.house = house
        self.browser = None
        entry_id = house.ensure_integration("action_engine")
        child_id = add_resident(house.api, "child")
        self.child = sign_in_as(house.api, "child")
        owner_id = command(house.api, "auth/current_user")["id"]
        change = {
            "applies": {"users": [child_id]},
            "trust": {"enabled": True},
            "approvals": {"approvers": [owner_id]},
        }
        reconfigure(house.api, entry_id, "policy", "Agents", change)

    def open(self, api=None, **look):
        """Open the view in a browser of its own."""
        page = open_page(
            self.browser, api or self.house.api, "/action-engine/try", **look
        )
        page.set_default_timeout(PATIENCE)
        expect(page.get_by_role("heading", name="Try something")).to_be_visible(
            timeout=PATIENCE
        )
        return page

    def lamp(self):
        """Return how the lamp in the kitchen stands."""
        return self.house.api.get(f"/api/states/{LAMP}")["state"]

    def turn(self, how):
        """Turn the lamp on or off by hand."""
        self.house.api.post(f"/api/services/light/turn_{how}", {"entity_id": LAMP})
        self.house.wait_until(lambda: self.lamp() == how)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel_try")) as house:
        house.start()
        yield Home(house)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(home):
        with chromium() as home.browser:
            test(home)

    return run


def check(page, text):
    """Write a text, and have it checked by the keyboard."""
    field = page.get_by_label("Text")
    field.fill(text)
    field.press("Control+Enter")


def result(page):
    """Return what is said of the text."""
    return page.locator("action-engine-checked")


def overflow(page):
    """Return by how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@with_browser
def test_a_mistake_is_named_mended_and_run(home):
    """With its line, then the plan and what it would do, then watched to its end."""
    home.turn("off")
    page = home.open()
    check(page, MISTAKEN)
    expect(result(page)).to_contain_text("One problem")
    expect(result(page)).to_contain_text("light.turn_onn")
    expect(result(page)).to_contain_text("perhaps light.turn_on")
    shoot(page, "try_mistake_light")
    page.get_by_role("button", name="Line 3").click()
    selected = page.get_by_label("Text").evaluate(
        "one => one.value.slice(one.selectionStart, one.selectionEnd)"
    )
    assert "turn_onn" in selected
    check(page, MISTAKEN.replace("turn_onn", "turn_on"))
    expect(result(page)).to_contain_text("It would run")
    expect(result(page)).to_contain_text("Table (Kitchen)")
    expect(result(page)).to_contain_text("is off now")
    expect(result(page)).to_contain_text("Seen afterwards: on")
    expect(page.locator("action-engine-graph")).to_contain_text("Table (Kitchen)")
    shoot(page, "try_checked_light")
    assert home.lamp() == "off"
    page.get_by_role("button", name="Run", exact=True).click()
    watched = page.locator("action-engine-watched")
    expect(watched).to_contain_text("Light: turn on")
    expect(watched.get_by_role("status")).to_have_text("Success", timeout=PATIENCE)
    shoot(page, "try_ran_light")
    assert home.lamp() == "on"
    watched.get_by_role("link", name="The whole execution").click()
    expect(page.get_by_role("heading", name="Kitchen").first).to_be_visible()
    page.get_by_role("link", name="All executions").click()
    expect(page.get_by_role("link", name="Kitchen").first).to_be_visible()
    page.get_by_role("link", name="Try it").click()
    expect(page.get_by_label("Text")).to_have_value(
        MISTAKEN.replace("turn_onn", "turn_on")
    )


@with_browser
def test_the_answer_of_a_model(home):
    """What is in order would be done, what is not is named, and its words are text."""
    home.turn("off")
    page = home.open(color_scheme="dark", viewport=PHONE)
    check(page, ANSWER)
    expect(page.get_by_text("some of it cannot be done")).to_be_visible()
    expect(result(page)).to_contain_text(MARKUP)
    expect(result(page)).to_contain_text("nothing_such")
    expect(result(page)).to_contain_text("A person would be asked")
    assert page.locator("action-engine-checked img").count() == 0
    assert overflow(page) <= 0
    shoot(page, "try_answer_dark_phone")
    page.get_by_role("button", name="Run", exact=True).click()
    watched = page.locator("action-engine-watched")
    expect(watched.get_by_role("status")).to_have_text("Waits for a person")
    shoot(page, "try_answer_held_dark_phone")
    watched.get_by_role("button", name="Cancel").click()
    expect(watched.get_by_role("status")).not_to_have_text("Waits for a person")
    assert home.lamp() == "off"


@with_browser
def test_a_plan(home):
    """It is seen as a graph, runs, and each of its calls is watched."""
    home.turn("off")
    page = home.open(color_scheme="dark")
    check(page, PLAN.replace("dependency: 1", "dependency: 7"))
    expect(result(page)).to_contain_text("tool_calls/1")
    check(page, PLAN)
    expect(result(page)).to_contain_text("Then off")
    page.get_by_role("button", name="Then off").click()
    selected = page.get_by_label("Text").evaluate(
        "one => one.value.slice(one.selectionStart, one.selectionEnd)"
    )
    assert selected == "tool_name: light.turn_off"
    shoot(page, "try_plan_dark")
    page.get_by_role("button", name="Run", exact=True).click()
    watched = page.locator("action-engine-watched")
    expect(watched.get_by_role("status")).to_have_text("Success", timeout=PATIENCE)
    watched.get_by_role("button", name="Then off").click()
    expect(watched.locator("details[open]")).to_contain_text("Then off")
    expect(watched.locator("details[open]")).to_contain_text("Expected")
    shoot(page, "try_plan_ran_dark")
    said = [one["command"] for one in home.house.device_log()][-2:]
    assert said == ["turn_on", "turn_off"]


@with_browser
def test_who_has_to_ask_is_told_so(home):
    """The gate answers for him, and asks a person when he runs it."""
    home.turn("off")
    page = home.open(home.child, viewport=PHONE)
    check(page, MISTAKEN.replace("turn_onn", "turn_on"))
    expect(result(page)).to_contain_text("A person would be asked first")
    assert overflow(page) <= 0
    shoot(page, "try_child_phone")
    page.get_by_role("button", name="Run", exact=True).click()
    watched = page.locator("action-engine-watched")
    expect(watched.get_by_role("status")).to_have_text("Waits for a person")
    assert home.lamp() == "off"
    (question,) = home.house.api.get("/api/action_engine/approvals")["approvals"]
    home.house.api.post(
        f"/api/action_engine/executions/{question['execution_id']}/approve", {}
    )
    expect(watched.get_by_role("status")).to_have_text("Success", timeout=PATIENCE)
    assert home.lamp() == "on"


@with_browser
def test_every_example_does_what_it_says(home):
    """All but the mistaken one are in order, and run to their end."""
    page = home.open()
    examples = page.get_by_role("group", name="Examples").get_by_role("button")
    names = examples.all_inner_texts()
    assert len(names) == 6
    for name in names:
        page.get_by_role("button", name=name).click()
        page.get_by_role("button", name="Check").click()
        if name == "Two mistakes":
            expect(result(page)).to_contain_text("2 problems")
            shoot(page, "try_two_mistakes")
            continue
        expect(page.get_by_text("nothing is wrong with it")).to_be_visible()
        shoot(page, f"try_example_{names.index(name)}")
        if name.startswith("Answer"):
            continue
        page.get_by_role("button", name="Run", exact=True).click()
        watched = page.locator("action-engine-watched")
        status = watched.get_by_role("status")
        expect(status).to_have_text("Success", timeout=PATIENCE)
        if "retry" in name:
            expect(watched).to_contain_text("attempts")
        shoot(page, f"try_example_{names.index(name)}_ran")


@with_browser
def test_by_the_keyboard_alone(home):
    """Tab leads out of the text, and what comes next can be pressed."""
    page = home.open()
    field = page.get_by_label("Text")
    field.focus()
    page.keyboard.type("- delay: 0")
    page.keyboard.press("Tab")
    assert field.input_value() == "- delay: 0"
    expect(page.get_by_label("What it is")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("nothing is wrong with it")).to_be_visible()
    expect(result(page)).to_contain_text("It calls nothing.")
