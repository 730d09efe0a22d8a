"""What administrators look after over the WebSocket API, and what others see of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.config_entries import ConfigSubentry
from homeassistant.const import CONF_LLM_HASS_API

from custom_components.action_engine.commands import COMMANDS
from custom_components.action_engine.engine.model.journal import BrokenLink, ChainReport
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE, SUPERVISED
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER

ADMIN_ONLY = {
    "assistants": {},
    "journal": {},
    "verify_journal": {},
    "purge": {},
    "reset_circuit": {"circuit": "all"},
    "set_enabled": {"enabled": False},
}
URL = "https://example.com/secret-path"


@pytest.fixture
def connect(hass_ws_client, house):
    """Return a function that lets somebody send commands."""

    async def connect(person):
        client = await hass_ws_client(access_token=await house.token(person))

        async def send(command, **data):
            await client.send_json_auto_id({"type": f"action_engine/{command}", **data})
            return await client.receive_json()

        return send

    return connect


@pytest.fixture
async def owner(connect):
    """Return the administrator, who gets answers only."""
    send = await connect(OWNER)

    async def ask(command, **data):
        answer = await send(command, **data)
        assert answer["success"], answer
        return answer["result"]

    return ask


async def add_webhook(hass, entry):
    """Store an endpoint of the owner."""
    data = {"where": {"url": URL, "methods": ["POST"]}, "signing": {"secret": "s3cret"}}
    subentry = ConfigSubentry(
        data=data, subentry_type="webhook", title="office", unique_id=None
    )
    hass.config_entries.async_add_subentry(entry, subentry)
    await hass.async_block_till_done()


@pytest.mark.parametrize("person", [ADULT, GUEST, BOT])
@pytest.mark.parametrize("command", ADMIN_ONLY)
async def test_e18_upkeep_is_for_administrators(connect, house, command, person):
    """Nobody else is told anything, and nothing is done."""
    answer = await (await connect(person))(command, **ADMIN_ONLY[command])
    assert answer["success"] is False
    assert answer["error"]["code"] == "unauthorized"
    assert "result" not in answer
    assert house.engine.enabled


async def test_every_command_is_documented(pytestconfig):
    """The reference of the API names each of them."""
    text = (pytestconfig.rootpath / "docs/reference/api.md").read_text()
    assert [name for name in COMMANDS if f"`action_engine/{name}`" not in text] == []


async def test_the_journal_is_measured_checked_and_cleared(house, owner, keeper):
    """Its size, how much is kept, what a check has found, and how many were removed."""
    await house.call("run", OWNER, actions=[LAMP])
    await keeper.measure()
    told = await owner("journal")
    assert told["health"]["durable"] is True
    assert told["size"]["executions"] == 1
    assert told["size"]["oldest"].startswith("20")
    kept = EngineOptions().journal
    assert (told["keep_days"], told["keep_count"]) == (kept.keep_days, kept.keep_count)
    assert told["verified"] is None
    found = await owner("verify_journal")
    assert found["ok"] is True
    verified = (await owner("journal"))["verified"]
    assert verified.pop("at").startswith("20")
    assert verified == found
    assert await owner("purge", keep_count=0) == {"removed": 1}
    size = (await owner("journal"))["size"]
    assert (size["executions"], size["oldest"]) == (0, None)


async def test_what_the_action_checks_is_known_here_as_well(house, owner):
    """It is the same journal."""
    await house.call("verify_journal", OWNER)
    assert (await owner("journal"))["verified"]["ok"] is True


async def test_a_check_names_what_was_changed(owner, engine, monkeypatch):
    """As the report of the journal says it."""
    broken = {"execution_id": "E", "seq": 1, "why": "the event was changed"}

    async def verify():
        return ChainReport(
            ok=False,
            executions=1,
            events=1,
            unknown_key=0,
            first_broken=BrokenLink(**broken),
        )

    monkeypatch.setattr(engine.record, "verify", verify)
    assert (await owner("verify_journal"))["first_broken"] == broken


async def test_the_engine_is_switched_off_and_on(house, owner, hass, beat):
    """Its switch says the same."""
    assert await owner("set_enabled", enabled=False) == {"enabled": False}
    assert (await owner("settings"))["enabled"] is False
    await beat()
    assert hass.states.get("switch.action_engine_enabled").state == "off"
    assert await owner("set_enabled", enabled=True) == {"enabled": True}


@pytest.mark.parametrize("data", [{}, {"enabled": "perhaps"}, {"enable": True}])
async def test_it_is_said_whether_to_switch_on_or_off(connect, house, data):
    """Anything else changes nothing."""
    answer = await (await connect(OWNER))("set_enabled", **data)
    assert answer["error"]["code"] == "invalid_action"
    assert house.engine.enabled


async def test_a_circuit_is_reset(hass, house, owner):
    """What has failed too often is let through again; it is off the list then."""

    async def fail(_call):
        raise RuntimeError("the cable is cut")

    hass.services.async_register("light", "turn_on", fail)
    house.judge_by(HOUSEHOLD, replace(FREE, repeats=None))
    for _ in range(5):
        await house.ask(LAMP)
    shown = {one["key"]: one for one in (await owner("settings"))["circuits"]}
    lamp = shown["action:light.turn_on"]
    assert (lamp["state"], lamp["failures"]) == ("open", 5)
    assert "the cable is cut" in lamp["error"]
    for key in shown:
        assert await owner("reset_circuit", circuit=key) == {"circuit": key}
    assert (await owner("settings"))["circuits"] == []


async def test_a_circuit_does_not_tell_the_code(hass, house, owner):
    """A service may repeat in its error what it was called with."""

    async def fail(call):
        raise RuntimeError(f"the code {call.data['code']} is wrong")

    hass.services.async_register("light", "turn_on", fail)
    house.judge_by(HOUSEHOLD, replace(FREE, repeats=None))
    await house.ask({**LAMP, "data": {"code": "471147"}})
    shown = (await owner("settings"))["circuits"]
    assert shown
    assert all("is wrong" in one["error"] for one in shown)
    assert "471147" not in str(shown)


async def test_the_catalog_of_the_owner_has_everything(hass, entry, owner):
    """Actions with their source, endpoints without their secrets, templates by name."""
    await add_webhook(hass, entry)
    told = await owner("catalog")
    actions = {one["name"]: one for one in told["actions"]}
    assert actions["send_notification"]["source"] == "builtin"
    assert actions["send_email"]["impact"] == "high"
    assert "fields" not in actions["send_email"]
    assert told["problems"] == []
    assert [one["name"] for one in told["webhooks"]] == ["office"]
    assert URL not in str(told)
    assert "s3cret" not in str(told)


async def test_the_catalog_of_others_has_what_they_may_ask_for(hass, entry, connect):
    """No source, no endpoint, no template; of nothing that is denied to them the name."""
    await add_webhook(hass, entry)
    told = (await (await connect(BOT))("catalog"))["result"]
    assert told.keys() == {"actions"}
    assert all("source" not in one for one in told["actions"])
    assert "office" not in str(told)


async def test_a_denied_action_is_not_in_the_catalog(house, connect):
    """As the gate would answer."""
    house.judge_by(HOUSEHOLD, replace(SUPERVISED, denied_actions=("send_email",)))
    told = (await (await connect(BOT))("catalog"))["result"]
    names = {one["name"] for one in told["actions"]}
    assert "send_email" not in names
    assert "send_notification" in names


@pytest.fixture
def templates(hass):
    """Return the folder of the owner's templates, which is emptied again."""
    folder = Path(hass.config.path("action_engine", "templates"))
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("renewal.jinja", "No Name.jinja", "notes.txt"):
        (folder / name).write_text("Hello")
    yield folder
    for one in folder.iterdir():
        one.unlink()


@pytest.mark.usefixtures("templates")
async def test_message_templates_are_listed(owner):
    """What is no template by its name is none."""
    assert (await owner("catalog"))["templates"] == ["renewal"]


async def test_who_was_given_the_tools(hass, owner):
    """By entry and by part of an entry, one name or several."""
    MockConfigEntry(
        domain="mcp_server",
        title="Programs",
        data={CONF_LLM_HASS_API: ["action_engine", "assist"]},
    ).add_to_hass(hass)
    MockConfigEntry(
        domain="ollama",
        title="Model",
        subentries_data=[
            {
                "data": {CONF_LLM_HASS_API: "action_engine_assist"},
                "subentry_type": "conversation",
                "title": "Butler",
                "unique_id": None,
            }
        ],
    ).add_to_hass(hass)
    told = await owner("assistants")
    by_id = {one["api_id"]: one["users"] for one in told["apis"]}
    assert by_id == {
        "action_engine": [{"domain": "mcp_server", "title": "Programs"}],
        "action_engine_assist": [{"domain": "ollama", "title": "Butler"}],
    }
    assert told["mcp_server"] is True


async def test_names_of_accounts_are_for_the_owner(owner, connect):
    """Those that policies are about or ask, and no others."""
    people = (await owner("settings"))["people"]
    assert set(people) == {BOT, ADULT, OWNER}
    assert "people" not in (await (await connect(ADULT))("settings"))["result"]


async def test_executions_are_searched_by_name_and_asker(house, owner):
    """The API knows these filters, the action does not."""
    await house.call("run", OWNER, actions=[LAMP], name="Evening light")
    for data, number in (
        ({"name": "EVENING"}, 1),
        ({"name": "morning"}, 0),
        ({"asked_by": "user"}, 1),
        ({"asked_by": "agent"}, 0),
    ):
        assert len((await owner("list_executions", **data))["executions"]) == number
