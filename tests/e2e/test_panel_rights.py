"""What somebody without rights sees: nothing that is not his, by whichever way he asks."""

import asyncio
from functools import wraps
import json

import aiohttp
from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from custom_components.action_engine.commands import COMMANDS
from tests.home.browser import chromium, open_page, shoot
from tests.home.flows import reconfigure
from tests.home.house import House
from tests.home.residents import add_resident, command, sign_in_as

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("panel_rights"),
    pytest.mark.usefixtures("socket_enabled"),
]

RUN = "/api/services/action_engine/run?return_response"
ON = [{"action": "light.turn_on", "target": {"entity_id": "light.kitchen_table"}}]
FAIL = [{"action": "light.turn_on", "target": {"entity_id": "light.secret_place"}}]
NOWHERE = "01K8ZQ4T1M6XHP3S9VYB2D7NCE"
PATIENCE = 30_000
NOT_THERE = "There is nothing here with this id that you may do this with"

SECRETS = ("Surprise party", "Present for the child", "secret_place", "because of him")
"""Names, an entity, and a reason of other people."""

DEEP_TEXT = """
top => {
  const walk = one => one.nodeType === Node.TEXT_NODE ? one.data
    : ["STYLE", "SCRIPT"].includes(one.tagName) ? ""
    : [...(one.shadowRoot?.childNodes ?? []), ...one.childNodes].map(walk).join(" ");
  return walk(top);
}
"""


class Household:
    """An owner, an agent and an approver with something to hide, and a child."""

    def __init__(self, house):
        """Move in, and do what the child is not to know of."""
        self.house = house
        self.browser = None
        entry_id = house.ensure_integration("action_engine")
        ids = {who: add_resident(house.api, who) for who in ("bot", "adult", "child")}
        self.bot, self.adult, self.child = (sign_in_as(house.api, who) for who in ids)
        owner_id = command(house.api, "auth/current_user")["id"]
        change = {
            "applies": {"users": [ids["bot"]]},
            "trust": {"enabled": True},
            "approvals": {"approvers": [ids["adult"], owner_id]},
        }
        reconfigure(house.api, entry_id, "policy", "Agents", change)
        self.own = self.run(self.child, "My own lamp")
        self.done = self.run(house.api, "Surprise party", FAIL)
        self.held = self.run(self.bot, "Present for the child")
        (approval,) = command(house.api, "action_engine/list_approvals")["approvals"]
        self.approval = approval["approval_id"]
        self.secrets = (*SECRETS, self.done, self.held, self.approval, *ids.values())
        self.secrets = tuple(one for one in self.secrets if one != ids["child"])

    def run(self, api, name, actions=ON):
        """Ask for something as somebody; return the id of the execution."""
        data = {"actions": actions, "name": name, "retry": 0, "on_failure": "stop"}
        if api is self.bot:
            data |= {"reasoning": "because of him", "confidence": 0.8}
        return api.post(RUN, data)["service_response"]["execution_id"]

    def state(self, execution_id):
        """Return how an execution stands, as the owner sees it."""
        path = f"/api/action_engine/executions/{execution_id}"
        return self.house.api.get(path)["state"]

    def leaks(self, text):
        """Return what of others is in a text."""
        return [one for one in self.secrets if one in text]


@pytest.fixture(scope="module")
def household(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel_rights")) as house:
        house.start()
        yield Household(house)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(household):
        with chromium() as household.browser:
            test(household)

    return run


class Wire:
    """What the panel was told over WebSocket, in answer to its own commands."""

    def __init__(self, page):
        """Listen from now on."""
        self.told = []
        self._ids = set()
        page.on("websocket", self._opened)

    def _opened(self, socket):
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame):
        for one in self._messages(frame):
            if str(one.get("type")).startswith("action_engine/"):
                self._ids.add(one["id"])

    def _received(self, frame):
        self.told += [
            one for one in self._messages(frame) if one.get("id") in self._ids
        ]

    def _messages(self, frame):
        found = json.loads(frame)
        return found if isinstance(found, list) else [found]


@with_browser
def test_e18_every_page_shows_what_is_his_own(household):
    """Whatever stands in the address, others' names, ids and reasons are nowhere."""
    page = open_page(household.browser, household.child, "/action-engine")
    page.set_default_timeout(PATIENCE)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    wire = Wire(page)
    page.reload()  # from here on the wire is listened to
    panel = page.locator("action-engine-panel")
    heading = panel.get_by_role("heading", name="Action Engine")
    expect(heading).to_be_visible(timeout=PATIENCE)
    expect(panel.get_by_text("Nothing has failed.")).to_be_visible()
    pages = {
        "overview": "No policy is about you.",
        "approvals": "Nothing waits for an answer.",
        "executions": "My own lamp",
        "executions?state=failed": "No execution is like that.",
        "executions?name=party": "No execution is like that.",
        "executions?policy=x&entity=light.secret_place": "No execution is like that.",
        "settings": "No policy is about you.",
        "try": "",
        f"executions/{household.own}": "My own lamp",
        f"executions/{household.done}": NOT_THERE,
        f"executions/{household.held}": NOT_THERE,
        f"executions/{NOWHERE}": NOT_THERE,
        "executions/%E0%A4%A": NOT_THERE,
        "executions/%00": "",
        "executions/..%2f..%2fsettings": NOT_THERE,
        "executions/%3Cimg%20src=x%20onerror=alert(1)%3E": NOT_THERE,
        "executions/" + "A" * 3000: "",
        "__proto__": "No policy is about you.",
        "constructor/x": "No policy is about you.",
        "executions?since=%E0%A4%A&state=__proto__": "My own lamp",
    }
    go = """path => {
      history.pushState(null, "", path);
      dispatchEvent(new CustomEvent("location-changed", {detail: {replace: false}}));
    }"""
    for path, shown in pages.items():
        page.evaluate(go, f"/action-engine/{path}")
        expect(heading).to_be_visible()
        if shown:
            expect(panel.get_by_text(shown).first).to_be_visible()
        else:
            page.wait_for_load_state("networkidle")
        text = panel.evaluate(DEEP_TEXT)
        known = [one for one in household.leaks(text) if one not in path]
        assert known == [], path
    assert panel.locator("img").count() == 0
    assert wire.told, "nothing was listened to"
    assert household.leaks(json.dumps(wire.told)) == []
    assert [one for one in errors if "URI" in one] == []
    shoot(page, "rights_child")


@with_browser
def test_e18_a_page_that_is_loaded_anew_is_no_way_round(household):
    """An id of others, and an address that nobody can read, as the first thing asked."""
    for path in (household.done, NOWHERE, "%E0%A4%A"):
        address = f"/action-engine/executions/{path}"
        page = open_page(household.browser, household.child, address)
        panel = page.locator("action-engine-panel")
        expect(panel.get_by_text(NOT_THERE)).to_be_visible(timeout=PATIENCE)
        panel.get_by_role("link", name="Executions", exact=True).click()
        expect(panel.get_by_text("My own lamp")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{household.child.url}/action-engine/executions/../settings")
    expect(panel.get_by_role("heading", name="Policies")).to_be_visible(
        timeout=PATIENCE
    )


@with_browser
def test_an_approver_sees_what_he_is_asked(household):
    """And of the rest as little as everybody else."""
    page = open_page(household.browser, household.adult, "/action-engine/executions")
    panel = page.locator("action-engine-panel")
    expect(panel.get_by_text("Present for the child")).to_be_visible(timeout=PATIENCE)
    assert "Surprise party" not in panel.evaluate(DEEP_TEXT)


def test_e18_every_command_answers_with_what_is_his_own(household):
    """All of them, each with the ids of others where it takes one; nothing is done."""
    done, held = {"execution_id": household.done}, {"execution_id": household.held}
    fields = {
        "get_execution": [done, held],
        "cancel": [done, held],
        "rollback": [done, {**held, "dry_run": True}],
        "approve": [held, {"approval_id": household.approval}],
        "reject": [held, {"approval_id": household.approval}],
        "run": [{"actions": []}],
        "assess": [{"actions": ON}],
        "reset_circuit": [{"circuit": "all"}],
        "set_enabled": [{"enabled": False}],
    }
    names = [*COMMANDS, "executions", "subscribe", "subscribe_approvals"]
    asked = [(name, data) for name in names for data in fields.get(name, [{}])]
    answers = asyncio.run(_ask_all(household, asked))
    assert len(answers) >= len(asked)
    assert household.leaks(json.dumps(answers)) == []
    by_id = {one["id"]: one for one in answers if one["type"] == "result"}
    for number, (name, data) in enumerate(asked, 1):
        if {"execution_id", "approval_id"} & data.keys():
            assert by_id[number]["error"]["code"] == "not_found", name
    assert household.state(household.held) == "pending_approval"
    assert household.state(household.done) == "failed"
    assert household.house.api.get("/api/action_engine/settings")["enabled"] is True


async def _ask_all(household, asked):
    """Send commands as the child; meanwhile others do what is none of his business."""
    api, answers = household.child, []
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{api.url}/api/websocket") as connection,
    ):
        await connection.receive_json()
        await connection.send_json({"type": "auth", "access_token": api.token})
        await connection.receive_json()
        for number, (name, data) in enumerate(asked, 1):
            message = {"id": number, "type": f"action_engine/{name}", **data}
            await connection.send_json(message)
            answers.append(await connection.receive_json())
        for who, name in ((household.house.api, "Surprise party"), (api, "Mine, too")):
            await asyncio.to_thread(household.run, who, name)
        while "Mine, too" not in json.dumps(answers[-1]):
            answers.append(await connection.receive_json())
    return answers
