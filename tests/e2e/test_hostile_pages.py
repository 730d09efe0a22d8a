"""Texts of strangers on Home Assistant's own pages, in a real browser: words, and no more."""

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.home.browser import chromium, open_page, shoot
from tests.home.flows import reconfigure
from tests.home.house import House
from tests.home.residents import command

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("hostile_pages"),
    pytest.mark.usefixtures("socket_enabled"),
]

HOSTILE = (
    "<script>alert(1)</script><b>bold</b> [click](https://evil.example)"
    " ![pixel](https://evil.example/pixel) **strong** `code`"
)
MARKUP = "a, img, b, strong, code, script, h1, ul"
PATIENCE = 30_000


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Start a home with an administrator of a bad name, and a notification that tells lies."""
    enable_socket()
    with House(tmp_path_factory.mktemp("hostile")) as house:
        house.start()
        entry_id = house.ensure_integration("action_engine")
        user = command(
            house.api, "config/auth/create", name=HOSTILE, group_ids=["system-admin"]
        )["user"]
        change = {"applies": {"users": [user["id"]]}, "trust": {"enabled": True}}
        reconfigure(house.api, entry_id, "policy", "Agents", change)
        data = {"message": f"{HOSTILE}\n# Second line", "title": HOSTILE}
        step = {"tool": "send_notification", "data": data}
        house.api.post("/api/services/action_engine/run", {"actions": [step]})
        yield house


def test_words_are_words_in_the_drawer_and_in_repairs(house):
    """No link, no picture, nothing bold, and nothing is fetched from anywhere."""
    with chromium() as browser:
        page = open_page(browser, house.api, "/config/repairs")
        page.set_default_timeout(PATIENCE)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.get_by_text("of an agent is an administrator").first.click()
        told = page.locator("ha-markdown#dialog-repairs-issue-description")
        expect(told).to_contain_text("**strong** `code`")
        expect(told).to_contain_text("![pixel](")
        assert told.locator(MARKUP).count() == 0
        shoot(page, "hostile_repairs", whole=False)
        page.goto(f"{house.api.url}/config/dashboard")
        page.get_by_text("Notifications", exact=True).first.click()
        item = page.locator("persistent-notification-item")
        expect(item).to_contain_text("**strong** `code`")
        expect(item).to_contain_text("# Second line")
        assert item.locator("ha-markdown").locator(MARKUP).count() == 0
        shoot(page, "hostile_drawer", whole=False)
        assert [url for url in asked if "evil.example" in url] == []
