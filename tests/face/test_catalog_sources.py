"""Named actions from scripts, from the owner, and from other integrations."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from pytest_homeassistant_custom_component.common import (
    MockModule,
    mock_integration,
    mock_platform,
)

from homeassistant.core import Context
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import entity_registry as er, issue_registry as ir
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.diagnostics import (
    async_get_config_entry_diagnostics,
)
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import BOT, OWNER, SUPERVISED
from tests.face import greeter
from tests.face.greeter import action_engine as greeter_actions

CALL = {"action": "light.turn_on", "target": {"entity_id": "light.a"}}
FORM = {
    "title": " Good night ",
    "name": "good_night",
    "description": "",
    "category": "custom",
    "fields": {"room": {"selector": {"text": {}}}},
    "sequence": [{**CALL, "retry": 3}],
    "impact": "medium",
    "requires_approval": True,
    "active": True,
}


def unusable(hass):
    """Return the names of the actions for which there is an issue."""
    known = ir.async_get(hass).issues
    return {
        one.translation_placeholders["name"]
        for (domain, issue), one in known.items()
        if domain == DOMAIN and issue.startswith("action_unusable")
    }


async def listed(hass, **kwargs):
    """Return what ``list_actions`` answers, by name."""
    answer = await hass.services.async_call(
        DOMAIN, "list_actions", {}, blocking=True, return_response=True, **kwargs
    )
    return {one["name"]: one for one in answer["actions"]}


async def test_everything_is_listed_to_the_household(hass, entry):
    """Each action with all that a caller has to know."""
    actions = await listed(hass)
    assert len(actions) == 12
    task = actions["create_task"]
    assert task["impact"] == "low"
    assert task["rollback"] == "yes"
    assert task["requires_approval"] is False
    assert task["fields"]["title"]["required"] is True
    assert task["fields"]["list"]["selector"] == {"entity": {"domain": "todo"}}


@pytest.fixture
async def scripts(hass):
    """Bring up two scripts, one of which has the label."""
    config = {
        "wave": {
            "alias": "Wave",
            "description": "Waves at somebody",
            "fields": {"whom": {"selector": {"text": {}}, "required": True}},
            "sequence": [],
        },
        "hidden": {"sequence": []},
    }
    assert await async_setup_component(hass, "script", {"script": config})
    registry = er.async_get(hass)
    registry.async_update_entity("script.wave", labels={DOMAIN})
    await hass.async_block_till_done()
    return registry


async def test_labelled_scripts_are_actions(hass, scripts, entry, engine):
    """A script with the label is one, with its fields; others are not."""
    actions = await listed(hass)
    assert len(actions) == 13
    assert actions["wave"]["description"] == "Waves at somebody"
    assert actions["wave"]["source"] == "script:script.wave"
    block = engine.desk.catalog.expand("wave", {"data": {"whom": "Ann"}}, "0")
    assert block["sequence"] == [
        {
            "tool": "script.wave",
            "data": {"whom": "${{whom?}}"},
            "response_variable": "result",
        }
    ]


async def test_labels_count_at_once(hass, scripts, entry, engine):
    """An action comes and goes with the label, and with the script."""
    scripts.async_update_entity("script.hidden", labels={DOMAIN})
    await hass.async_block_till_done()
    assert engine.desk.catalog.knows("hidden")
    scripts.async_update_entity("script.hidden", labels=set())
    await hass.async_block_till_done()
    assert not engine.desk.catalog.knows("hidden")
    scripts.async_remove("script.wave")
    await hass.async_block_till_done()
    assert not engine.desk.catalog.knows("wave")


async def test_the_options_name_scripts_and_defaults(hass, scripts, entry, engine):
    """What is picked counts at once, and what a caller leaves open is filled in."""
    chosen = {"scripts": ["script.hidden"], "task_list": "todo.home"}
    hass.config_entries.async_update_entry(
        entry, options={**entry.options, "catalog": chosen}
    )
    await hass.async_block_till_done()
    assert engine.desk.catalog.knows("hidden")
    block = engine.desk.catalog.expand("create_task", {"data": {"title": "x"}}, "0")
    assert block["data"]["list"] == "todo.home"


@pytest.fixture
async def greeting(hass):
    """Load an integration that brings named actions along."""
    mock_integration(hass, MockModule("greeter", async_setup=greeter.async_setup))
    mock_platform(hass, "greeter.action_engine", greeter_actions)
    assert await async_setup_component(hass, "greeter", {})


async def test_integrations_bring_actions_along(hass, greeting, entry, engine):
    """What can be read counts; what cannot is shown, and harms nobody."""
    assert engine.desk.catalog.get("greet").source == "platform:greeter"
    assert engine.desk.catalog.get("create_task").source == "builtin"
    assert unusable(hass) == {"create_task", "broken", ""}
    told = await async_get_config_entry_diagnostics(hass, entry)
    assert told["catalog"]["counts"]["platform"] == 1
    assert len(told["catalog"]["problems"]) == 3
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert unusable(hass) == set()


async def test_integrations_may_come_later(hass, entry, engine):
    """One that is loaded while the engine runs is asked as well."""
    mock_integration(hass, MockModule("greeter", async_setup=greeter.async_setup))
    mock_platform(hass, "greeter.action_engine", greeter_actions)
    assert await async_setup_component(hass, "greeter", {})
    await hass.async_block_till_done()
    assert engine.desk.catalog.knows("greet")


async def test_an_integration_that_breaks_harms_nobody(hass, caplog, options, entry):
    """What goes wrong there is in the log, and everything else is as it was."""

    async def fail(hass):
        raise ValueError("broken inside")

    mock_integration(hass, MockModule("odd"))
    mock_platform(hass, "odd.action_engine", SimpleNamespace(async_get_actions=fail))
    assert await async_setup_component(hass, "odd", {})
    await hass.async_block_till_done()
    assert "The named actions of odd cannot be used" in caplog.text
    assert len(await listed(hass)) == 12


async def open_form(hass, entry):
    """Return the form for a new action."""
    return await hass.config_entries.subentries.async_init(
        (entry.entry_id, "action"), context={"source": "user"}
    )


async def submit(hass, form, **changes):
    """Fill the form in."""
    return await hass.config_entries.subentries.async_configure(
        form["flow_id"], {**FORM, **changes}
    )


async def test_the_owner_makes_an_action(hass, entry, engine):
    """What is filled in counts at once, as it was written, and can be changed."""
    done = await submit(hass, await open_form(hass, entry))
    await hass.async_block_till_done()
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["title"] == "Good night"
    action = engine.desk.catalog.get("good_night")
    assert action.title == "Good night"
    assert action.requires_approval
    assert action.sequence == ({**CALL, "retry": 3},)
    (stored,) = entry.get_subentries_of_type("action")
    form = await hass.config_entries.subentries.async_init(
        (entry.entry_id, "action"),
        context={"source": "reconfigure", "subentry_id": stored.subentry_id},
    )
    done = await submit(hass, form, active=False)
    await hass.async_block_till_done()
    assert done["reason"] == "reconfigure_successful"
    assert not engine.desk.catalog.get("good_night").active


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"name": "Good Night"}, "invalid_action"),
        ({"sequence": []}, "invalid_action"),
        ({"fields": {"room": {"selector": {"odd": {}}}}}, "invalid_action"),
        ({"name": "create_task"}, "name_taken"),
    ],
)
async def test_what_cannot_be_meant_is_refused(hass, entry, engine, changes, error):
    """The form says what is wrong, and takes it when it is mended."""
    refused = await submit(hass, await open_form(hass, entry), **changes)
    assert refused["errors"] == {"base": error}
    done = await submit(hass, refused)
    assert done["type"] is FlowResultType.CREATE_ENTRY


async def test_two_actions_cannot_have_one_name(hass, entry):
    """The second one is refused by the form."""
    await submit(hass, await open_form(hass, entry))
    refused = await submit(hass, await open_form(hass, entry))
    assert refused["errors"] == {"base": "name_taken"}


async def test_a_stored_action_that_cannot_be_read_is_shown(hass, entry, engine):
    """It does not count, a repair says why, and it is gone when it is mended."""
    await submit(hass, await open_form(hass, entry))
    (stored,) = entry.get_subentries_of_type("action")
    update = hass.config_entries.async_update_subentry
    update(entry, stored, data={**stored.data, "impact": "huge"})
    await hass.async_block_till_done()
    assert not engine.desk.catalog.knows("good_night")
    assert unusable(hass) == {"good_night"}
    update(entry, stored, data={**stored.data, "impact": "low"})
    await hass.async_block_till_done()
    assert engine.desk.catalog.knows("good_night")
    assert unusable(hass) == set()


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({}, 12),
        ({"enabled": False}, 0),
        ({"denied_actions": ("todo.*", "call_webhook")}, 10),
        ({"allowed_actions": ("create_task",)}, 1),
        ({"allowed_actions": ("todo.*",)}, 1),
        ({"allowed_actions": ("todo.add_item",)}, 0),
    ],
)
async def test_a_caller_sees_what_he_may_ask_for(guarded, hass, changes, offered):
    """By its name, or by all that it calls; people see everything."""
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, **changes))
    assert len(await listed(hass, context=Context(user_id=BOT))) == offered
    assert len(await listed(hass, context=Context(user_id=OWNER))) == 12
