"""The settings and the list of executions, in a browser on a Home Assistant of its own."""

from functools import wraps
import os
import re
import sqlite3
from statistics import median

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.home.browser import chromium, open_page, shoot
from tests.home.house import House
from tests.home.residents import add_resident, sign_in_as

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("panel_settings"),
    pytest.mark.usefixtures("socket_enabled"),
]

RUN = "/api/services/action_engine/run?return_response"
LAMP = "light.kitchen_table"
ON = [{"action": "light.turn_on", "target": {"entity_id": LAMP}}]
FAIL = [{"action": "light.turn_on", "target": {"entity_id": "light.nowhere"}}]
PATIENCE = 30_000
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


class Home:
    """The home, somebody who lives there, and the browser of a test."""

    def __init__(self, house):
        """Move in."""
        self.house = house
        self.browser = None
        house.ensure_integration("action_engine")
        add_resident(house.api, "child")
        self.child = sign_in_as(house.api, "child")

    def run(self, name, actions=ON, api=None):
        """Run something as somebody; return the id of the execution."""
        data = {"actions": actions, "name": name, "retry": 0}
        answer = (api or self.house.api).post(RUN, {**data, "on_failure": "stop"})
        return answer["service_response"]["execution_id"]

    def look(self, view, api=None, **look):
        """Open a view of the panel in a browser of its own."""
        api = api or self.house.api
        page = open_page(self.browser, api, f"/action-engine/{view}", **look)
        page.set_default_timeout(PATIENCE)
        expect(page.get_by_role("heading", name="Action Engine")).to_be_visible(
            timeout=PATIENCE
        )
        return page


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel_settings")) as house:
        house.start()
        yield Home(house)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(home):
        with chromium() as home.browser:
            test(home)

    return run


@with_browser
def test_the_owner_looks_after_everything(home):
    """He switches the engine off and on, and has the journal checked and cleared."""
    home.run("Evening")
    page = home.look("settings", viewport=DESK)
    for name in ("Policies", "Engine", "Journal", "Circuits", "Named actions"):
        expect(page.get_by_role("region", name=name, exact=True)).to_be_visible()
    expect(page.get_by_text("For the household")).to_be_visible()
    journal = page.get_by_role("region", name="Journal")
    journal.get_by_role("button", name="Check it").click()
    expect(journal.get_by_text(re.compile("Nothing was changed")).first).to_be_visible()
    journal.get_by_role("button", name="Clear up …").click()
    dialog = page.get_by_role("dialog", name="Clear up the journal?")
    expect(dialog).to_contain_text("Not now")
    shoot(page, "settings_purge_light")
    dialog.get_by_role("button", name="Remove it").click()
    expect(journal.get_by_text("Removed: 0")).to_be_visible()
    page.get_by_role("button", name="Switch off").click()
    expect(page.get_by_text("Takes no new work")).to_be_visible()
    assert home.house.api.get("/api/action_engine/settings")["enabled"] is False
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_text("Takes new work")).to_be_visible()
    page.get_by_text(re.compile(r"^Built in \(")).click()
    expect(page.get_by_text("Send a notification")).to_be_visible()
    shoot(page, "settings_light")
    dark = home.look("settings", viewport=PHONE, color_scheme="dark")
    expect(dark.get_by_role("region", name="Journal")).to_be_visible()
    assert dark.evaluate(OVERFLOW) <= 0
    shoot(dark, "settings_dark_phone")


@with_browser
def test_others_see_their_own_part(home):
    """No journal, no circuits, no button, no link to where it is changed."""
    page = home.look("settings", home.child, viewport=PHONE)
    expect(page.get_by_text("No policy is about you.")).to_be_visible()
    expect(page.get_by_role("region")).to_have_count(3)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("link", name="Change")).to_have_count(0)
    shoot(page, "settings_child_phone")


@with_browser
def test_a_search_has_an_address(home):
    """It is shared and gone back to; what stands in a field is a time of the user."""
    home.run("Morning light")
    home.run("Broken lamp", FAIL)
    page = home.look("executions", viewport=DESK, timezone_id="America/New_York")
    expect(page.get_by_role("link", name="Morning light")).to_be_visible()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Failed", exact=True).check()
    page.get_by_label("Name contains").fill("LAMP")
    page.get_by_label("From").fill("2026-01-01T06:00")
    shoot(page, "executions_filter_light")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="Morning light")).to_have_count(0)
    expect(page.get_by_role("link", name="Broken lamp")).to_be_visible()
    query = page.evaluate("location.search")
    assert query == "?state=failed&name=LAMP&since=2026-01-01T11%3A00%3A00.000Z"
    page.go_back()
    expect(page.get_by_role("link", name="Morning light")).to_be_visible()
    assert page.get_by_label("Failed", exact=True).is_checked() is False
    page.go_forward()
    expect(page.get_by_role("link", name="Morning light")).to_have_count(0)
    page.get_by_role("link", name="Broken lamp").click()
    page.go_back()
    expect(page.get_by_role("link", name="Broken lamp")).to_be_visible()
    other = home.look(
        f"executions{query}",
        viewport=PHONE,
        color_scheme="dark",
        timezone_id="Europe/Amsterdam",
    )
    expect(other.get_by_role("link", name="Broken lamp")).to_be_visible()
    expect(other.get_by_label("From")).to_have_value("2026-01-01T12:00")
    expect(other.get_by_role("link", name="Morning light")).to_have_count(0)
    assert other.evaluate(OVERFLOW) <= 0
    shoot(other, "executions_dark_phone")
    other.get_by_text("Filter (3)").click()
    shoot(other, "executions_filter_dark_phone")
    other.get_by_role("link", name="Show all").click()
    expect(other.get_by_role("link", name="Morning light")).to_be_visible()


def fill(house, number):
    """Copy one stored execution many times, all of them older."""
    journal = sqlite3.connect(house.folder / "action_engine.db")
    with journal:
        journal.execute(
            "CREATE TEMP TABLE one AS SELECT * FROM action_engine_executions"
            " ORDER BY id DESC LIMIT 1"
        )
        for index in range(1, number + 1):
            older = f"01AAAAAAAAAAAAAAAA{10**6 - index:08}"
            journal.execute("UPDATE one SET id = ?, name = ?", (older, f"Old {index}"))
            journal.execute(
                "INSERT OR IGNORE INTO action_engine_executions SELECT * FROM one"
            )
    journal.close()


NEXT_PAGE = """
view => new Promise(done => {
  const list = view.shadowRoot.querySelector("action-engine-rows").shadowRoot;
  const rows = () => list.querySelectorAll("li").length;
  const [before, began] = [rows(), performance.now()];
  const look = () => rows() > before
    ? setTimeout(() => done(performance.now() - began))
    : requestAnimationFrame(look);
  view.shadowRoot.querySelector(".actions button").click();
  look();
})
"""
"""Milliseconds from the click until the next page is drawn."""


@with_browser
def test_many_rows_stay_quick_and_are_let_go(home):
    """The fortieth page is drawn as the first one is; there is an end to what is kept."""
    number = int(os.environ.get("PANEL_ROWS", "2200"))
    home.run("The newest")
    fill(home.house, number)
    page = home.look("executions", viewport=DESK)
    rows = page.locator("action-engine-rows li")
    expect(rows).to_have_count(50)
    view = page.locator("action-engine-executions")
    took = [view.evaluate(NEXT_PAGE) for _ in range(39)]
    first, last = median(took[:10]), median(took[-10:])
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 2**20
    print(  # noqa: T201 - for who measures
        f"{number}: {first:.0f} ms, at 2,000 rows {last:.0f} ms, heap {heap:.0f} MB"
    )
    assert last < 2000
    expect(rows).to_have_count(2000)
    page.get_by_role("button", name="Older ones").click()
    expect(page.get_by_role("link", name="Old 2030", exact=True)).to_be_attached()
    expect(rows).to_have_count(2000)
    page.get_by_role("button", name="Back to the newest").click()
    expect(rows).to_have_count(50)
    expect(page.get_by_role("link", name="The newest")).to_be_in_viewport()


@with_browser
def test_nothing_moves_while_somebody_reads(home):
    """New rows wait above until they are wanted; further down none is drawn twice."""
    home.run("The newest")
    fill(home.house, 500)
    page = home.look("executions", viewport=DESK)
    older = page.get_by_role("button", name="Older ones")
    rows = page.locator("action-engine-rows li")
    expect(rows).to_have_count(50)
    for count in (100, 150, 200):
        older.click()
        expect(rows).to_have_count(count)
    row = page.get_by_role("link", name="Old 120", exact=True)
    row.scroll_into_view_if_needed()
    before = row.bounding_box()
    row.evaluate("one => { one.mark = 1 }")
    for number in range(3):
        home.run(f"Meanwhile {number}")
    news = page.get_by_role("button", name="3 new")
    expect(news).to_be_visible()
    assert row.bounding_box() == before
    shoot(page, "executions_new_light")
    assert row.evaluate("one => one.mark") == 1
    expect(rows).to_have_count(200)
    news.click()
    expect(page.get_by_role("link", name="Meanwhile 2")).to_be_in_viewport()
    home.run("At the top")
    expect(page.get_by_role("link", name="At the top")).to_be_in_viewport()
    expect(rows.first).to_contain_text("At the top")
