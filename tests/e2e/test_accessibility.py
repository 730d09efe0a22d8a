"""The panel for people who do not see it well, or have no mouse."""

from functools import wraps

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.home.axe import AXE, focused, reachable, serious_faults
from tests.home.browser import chromium, open_page
from tests.home.dialogs import PATIENCE
from tests.home.flows import reconfigure
from tests.home.house import House
from tests.home.residents import add_resident, sign_in_as

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("accessibility"),
    pytest.mark.usefixtures("socket_enabled"),
    pytest.mark.timeout(300),
    pytest.mark.skipif(not AXE.exists(), reason="needs npm ci in frontend/"),
]

RUN = "/api/services/action_engine/run?return_response"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LOOKS = [
    pytest.param({"viewport": viewport, "color_scheme": scheme}, id=f"{name}-{scheme}")
    for name, viewport in (("desk", DESK), ("phone", PHONE))
    for scheme in ("light", "dark")
]
LAMP = {"entity_id": "light.kitchen_table"}
ON = [{"action": "light.turn_on", "target": LAMP}]
UNLOCK = [{"action": "lock.unlock", "target": {"entity_id": "lock.hallway_front_door"}}]
RETRIED = [
    {
        "action": "switch.turn_on",
        "target": {"entity_id": "switch.kitchen_coffee_machine"},
        "retry": {"initial_delay": 0.1},
    }
]
DOOMED = [
    {
        "action": "light.turn_on",
        "target": {"entity_id": "light.bedroom_reading_lamp"},
        "expect": {"state": "on", "within": 0.1},
        "retry": False,
    }
]
EXECUTIONS = ("Coffee", "Doomed")


class Home:
    """A home with the engine, and an agent whose requests people are asked about."""

    def __init__(self, house):
        """Move in; nothing has happened yet."""
        self.house = house
        self.browser = None
        self.is_furnished = False
        entry_id = house.ensure_integration("action_engine")
        bot = add_resident(house.api, "bot")
        self.bot = sign_in_as(house.api, "bot")
        asking = {"applies": {"users": [bot]}, "trust": {"enabled": True}}
        reconfigure(house.api, entry_id, "policy", "Agents", asking)

    def furnish(self):
        """Let something happen of every kind that the panel shows, once."""
        if self.is_furnished:
            return
        self.is_furnished = True
        self._run(self.house.api, name="Coffee", actions=RETRIED)
        self._run(self.house.api, name="Doomed", actions=DOOMED)
        self._run(self.house.api, name="Wait", actions=[{"delay": 900}], wait=False)
        claim = {"reasoning": "It gets dark.", "confidence": 0.8}
        self._run(self.bot, name="Evening light", actions=ON, **claim)
        self._run(self.bot, name="Open up", actions=UNLOCK, **claim)

    def _run(self, api, **data):
        api.post(RUN, data)

    def open(self, **look):
        """Open the panel, and return its page and its element."""
        page = open_page(self.browser, self.house.api, "/action-engine", **look)
        page.set_default_timeout(PATIENCE)
        panel = page.locator("action-engine-panel")
        expect(panel.get_by_role("heading", name="Action Engine")).to_be_visible(
            timeout=PATIENCE
        )
        return page, panel


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("accessibility")) as house:
        house.start()
        yield Home(house)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(home, **more):
        with chromium() as home.browser:
            test(home, **more)

    return run


def settle(panel):
    """Wait until a view shows what there is, and open all that it has folded."""
    loading = panel.get_by_text("Loading", exact=False).filter(visible=True)
    expect(loading).to_have_count(0, timeout=PATIENCE)
    folded = panel.locator("details:not([open]) > summary:visible")
    # Each that opens is none of them any more, and may bring others.
    while folded.count():
        folded.first.click()


def tabs(panel):
    """Return the tabs of the panel, whatever they are by now."""
    expect(panel.get_by_role("link").first).to_be_visible()
    return panel.get_by_role("navigation").get_by_role("link").all()


def views(panel, executions):
    """Go through all views, and those of some executions; yield the name of each."""
    for tab in tabs(panel):
        tab.click()
        expect(tab).to_have_attribute("aria-current", "page")
        settle(panel)
        yield tab.inner_text()
    for name in executions:
        panel.get_by_role("navigation").get_by_role("link", name="Executions").click()
        panel.locator("main").get_by_role("link", name=name).first.click()
        expect(panel.get_by_role("heading", name=name).first).to_be_visible()
        settle(panel)
        yield f"Execution {name}"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("content", [False, True], ids=["empty", "full"])
@with_browser
def test_axe_finds_nothing_serious(home, content, look):
    """Names, roles and contrast are right in every view, and nothing is wider than the screen."""
    if content:
        home.furnish()
    page, panel = home.open(**look)
    seen = {}
    for name in views(panel, EXECUTIONS if content else ()):
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        seen[name] = serious_faults(page, panel) + [f"{wide} px too wide"] * (wide > 0)
    assert len(seen) >= 3 + 2 * content
    assert {name: faults for name, faults in seen.items() if faults} == {}


@with_browser
def test_axe_sees_into_the_views(home):
    """A button without a name, planted deep in a view, is found: silence means something."""
    page, panel = home.open()
    settle(panel)
    view = panel.locator("action-engine-overview")
    view.evaluate("view => view.renderRoot.append(document.createElement('button'))")
    assert [fault.split()[0] for fault in serious_faults(page, panel)] == [
        "button-name"
    ]


@with_browser
def test_tab_goes_everywhere_and_is_seen(home):
    """In each view Tab comes to everything that can be used, in sight, and out again."""
    home.furnish()
    page, panel = home.open(viewport=DESK)
    for name in views(panel, EXECUTIONS):
        tabs(panel)[0].focus()
        # What a script has given the focus to does not look like it.
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        expected = reachable(panel)
        visited = []
        while (one := focused(page)) and "action-engine-panel" in one["within"]:
            if not visited or visited[-1]["stop"] != one["stop"]:
                visited.append(one)
            assert len(visited) <= expected, f"{name}: Tab does not come out again"
            page.keyboard.press("Tab")
        unseen = [one for one in visited if not (one["outlined"] and one["shown"])]
        assert unseen == [], name
        assert len(visited) == expected, (name, visited)


@with_browser
def test_dialog_keeps_the_focus_and_gives_it_back(home):
    """By keys alone: it opens on the way back, Tab stays in it, Escape closes it."""
    page, panel = home.open(viewport=DESK)
    settle(panel)
    button = panel.get_by_role("button", name="Panic stop")
    button.focus()
    page.keyboard.press("Enter")
    dialog = panel.get_by_role("dialog", name="Stop everything?")
    expect(dialog).to_be_visible()
    assert focused(page)["name"] == "Not now"
    for _ in range(6):
        page.keyboard.press("Tab")
        one = focused(page)
        assert one is None or "dialog" in one["within"], one
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
