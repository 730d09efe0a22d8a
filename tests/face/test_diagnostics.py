"""A file that somebody may attach to a bug report."""

import json

import pytest
from pytest_homeassistant_custom_component.components.diagnostics import (
    get_diagnostics_for_config_entry,
)

from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.engine import hash_code
from tests.face.lives import journal_of

SECRETS = ["4711", "hunter2", "eyJ0", "0815", "abc-def", "swordfish"]


async def download(hass, hass_client, entry):
    """Return the file, as text and as data."""
    assert await async_setup_component(hass, "diagnostics", {})
    data = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    return json.dumps(data), data


async def test_secrets_are_hidden_wherever_they_stand(hass, hass_client, entry, run):
    """In actions, in variables, in lists, under any name that has the word in it."""
    actions = [
        {"action": "home.work", "data": {"code": "4711", "room": "hall"}},
        {
            "if": [],
            "then": [
                {"action": "home.work", "data": {"userPin": "0815"}},
                {"action": "home.work", "data": {"x": [{"api_key": "abc-def"}]}},
            ],
        },
    ]
    await run(
        actions=actions,
        variables={
            "wifi_password": "hunter2",
            "login": {"accessToken": "eyJ0", "user": "anna"},
            "pair": ({"secret": "swordfish"}, 1),
        },
        name="Doors",
        key="doors",
    )
    text, data = await download(hass, hass_client, entry)
    for secret in SECRETS:
        assert secret not in text
    (execution,) = data["executions"]
    request = execution["request"]
    assert request["source"]["value"][0]["data"] == {
        "code": "**REDACTED**",
        "room": "hall",
    }
    assert request["variables"]["login"]["user"] == "anna"
    assert request["key"] == "doors"
    assert execution["summary"]["state"] == "success"


async def test_text_is_told_by_its_length(hass, hass_client, entry, run):
    """Nothing in a text can be hidden by its name."""
    yaml = "- action: home.work\n  data: {code: '4711'}\n"
    await run(yaml=yaml)
    text, data = await download(hass, hass_client, entry)
    assert "4711" not in text
    source = data["executions"][0]["request"]["source"]
    assert source == {"kind": "yaml", "value": len(yaml)}


async def test_the_reason_of_a_failure_is_not_hidden(hass, hass_client, entry, run):
    """The engine's own error code is not the kind of code that opens a door."""
    await run("fail")
    _, data = await download(hass, hass_client, entry)
    error = data["executions"][0]["summary"]["error"]
    assert error["reason"]
    assert error["reason"] != "**REDACTED**"
    assert "the cable is cut" in error["message"]


async def test_options_and_figures(hass, hass_client, entry, engine):
    """What the owner has set, and how it goes."""
    _, data = await download(hass, hass_client, entry)
    assert data["options"]["execution"]["workers"] == 2
    assert data["enabled"] is True
    assert data["statistics"]["today"] == engine.statistics.today
    assert "last" not in data["statistics"]


async def test_the_journal(hass, hass_client, entry, keeper, run):
    """Where it is, how it is, and how much there is."""
    await run("work", idempotency_key="order-4711")
    await keeper.measure()
    text, data = await download(hass, hass_client, entry)
    journal = data["journal"]
    assert journal["health"]["durable"] is True
    assert journal["health"]["place"] == str(journal_of(hass))
    assert journal["size"]["executions"] == 1
    assert journal["undecided"] == journal["interrupted"] == 0
    assert journal["last_resume"] is None
    assert "order-4711" not in text
    assert data["executions"][0]["request"]["idempotent"] is True


async def test_facts_are_counted(hass, hass_client, entry, engine):
    """By policy; what they say is nobody's business."""
    for number in range(2):
        await engine.record.facts.remember("agents", f"name {number}", "Guinevere")
    text, data = await download(hass, hass_client, entry)
    assert data["facts"] == {"agents": 2}
    assert "Guinevere" not in text
    assert "name 1" not in text


HASH = hash_code("4711")


@pytest.mark.parametrize("options", [{"safety": {"approval_code": HASH}}])
async def test_the_code_for_what_is_critical_is_hidden(hass, hass_client, entry):
    """Its hash, too: there are only so many codes."""
    text, data = await download(hass, hass_client, entry)
    assert HASH not in text
    assert data["options"]["safety"]["approval_code"] is True


DATABASE = {"db_url": "postgresql://anna:hunter2@nowhere.invalid/journal"}


@pytest.mark.parametrize("options", [{"journal": DATABASE}])
async def test_the_password_of_a_database_is_hidden(hass, hass_client, entry):
    """Wherever its URL is told, and although it cannot even be reached."""
    text, data = await download(hass, hass_client, entry)
    assert "hunter2" not in text
    assert data["options"]["journal"]["db_url"].startswith("postgresql://anna:***@")
    assert data["journal"]["size"] is None
    assert data["facts"] is None
