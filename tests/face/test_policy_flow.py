"""Making and changing policies, the way a browser does it."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from pytest_homeassistant_custom_component.common import (
    MockUser,
    get_schema_suggested_value,
)

from homeassistant.data_entry_flow import FlowResultType, InvalidData
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.policy import (
    Applies,
    Caps,
    Policy,
    SafetyMode,
    Scope,
)
from custom_components.action_engine.engine.model.rollout import Rollout, Stage
from custom_components.action_engine.policy_data import policy_as_data

CONDITION = {"condition": "template", "value_template": "{{ is_state('a.b', 'on') }}"}


DEVICE_GONE = {
    "condition": "device",
    "device_id": "gone",
    "domain": "light",
    "type": "is_on",
}


@pytest.fixture
def ann(hass):
    """Return a user who asks."""
    return MockUser(id="ann", name="Ann").add_to_hass(hass)


@pytest.fixture
def bob(hass):
    """Return a user who answers."""
    return MockUser(id="bob", name="Bob").add_to_hass(hass)


@pytest.fixture
async def filled_in(hass, ann, bob):
    """Return a form with something in every field, as a browser sends it."""
    assert await async_setup_component(hass, "homeassistant", {})
    return {
        "name": " Guests ",
        "applies": {
            "users": ["ann"],
            "entities": ["automation.hall", "script.party"],
            "labels": ["guests"],
            "assistants": ["conversation"],
            "platforms": ["openai_conversation"],
            "agents": False,
            "household": False,
        },
        "trust": {
            "enabled": True,
            "trusted": False,
            "approval_required": False,
            "auto_approval_threshold": 0.8,
            "canary_percentage": 25.0,
            "safety_mode": "moderate",
            "ask_first_use": False,
            "notify_on_auto_action": True,
            "circuits": True,
        },
        "limits": {
            "max_per_hour": 5.0,
            "max_per_day": 0.0,
            "type_limits": [{"pattern": "lock.*", "limit": 2.0}],
            "entity_limit": 3.0,
            "repeats": 4.0,
            "budget": 100.0,
            "costs": [{"pattern": "notify.*", "cost": 3.0}],
        },
        "rollout": {
            "start": "2026-11-02",
            "stages": [{"day": 7.0, "percentage": 50.0, "actions": ["light.*"]}],
        },
        "actions": {"allowed_actions": ["light.*"], "denied_actions": ["lock.unlock"]},
        "targets": {
            "allowed_areas": ["hall"],
            "allowed_floors": ["ground"],
            "allowed_labels": ["open"],
            "allowed_entities": ["light.door"],
            "denied_areas": ["safe"],
            "denied_floors": ["attic"],
            "denied_labels": ["private"],
            "denied_entities": ["lock.door"],
        },
        "when": {
            "conditions": [CONDITION],
            "mode_entity": "input_select.mode",
            "modes": [{"mode": "day", "actions": ["light.*"]}],
            "mode_changes": ["day"],
            "transitions": [{"mode": "night", "to": ["day"]}],
        },
        "approvals": {"approvers": ["bob"], "approval_ttl": 600.0},
        "caps": {"calls": 9.0, "entities": 8.0, "seconds": 7.0, "turns": 0.0},
    }


GUESTS = Policy(
    id="",
    name="Guests",
    applies=Applies(
        users=frozenset({"ann"}),
        entities=frozenset({"automation.hall", "script.party"}),
        labels=frozenset({"guests"}),
        assistants=frozenset({"conversation"}),
        platforms=frozenset({"openai_conversation"}),
    ),
    enabled=True,
    approval_required=False,
    auto_approval_threshold=0.8,
    canary_percentage=25,
    safety_mode=SafetyMode.MODERATE,
    ask_first_use=False,
    max_per_hour=5,
    max_per_day=None,
    type_limits={"lock.*": 2},
    entity_limit=3,
    repeats=4,
    budget=100,
    costs={"notify.*": 3},
    rollout=Rollout(
        start=date(2026, 11, 2),
        stages=(Stage(day=7, percentage=50, actions=("light.*",)),),
    ),
    allowed_actions=("light.*",),
    denied_actions=("lock.unlock",),
    allowed_targets=Scope(
        areas=frozenset({"hall"}),
        floors=frozenset({"ground"}),
        labels=frozenset({"open"}),
        entities=frozenset({"light.door"}),
    ),
    denied_targets=Scope(
        areas=frozenset({"safe"}),
        floors=frozenset({"attic"}),
        labels=frozenset({"private"}),
        entities=frozenset({"lock.door"}),
    ),
    conditions=(CONDITION,),
    mode_entity="input_select.mode",
    modes={"day": ("light.*",)},
    mode_changes=("day",),
    transitions={"night": ("day",)},
    approvers=frozenset({"bob"}),
    approval_ttl=600.0,
    caps=Caps(calls=9, entities=8, seconds=7.0),
)


async def opened(hass, entry):
    """Open an empty form."""
    return await hass.config_entries.subentries.async_init(
        (entry.entry_id, "policy"), context={"source": "user"}
    )


async def submit(hass, flow, form):
    """Fill a form in."""
    answer = await hass.config_entries.subentries.async_configure(
        flow["flow_id"], deepcopy(form)
    )
    await hass.async_block_till_done()
    return answer


def with_changes(form, changes):
    """Return the form with other values in some sections."""
    return form | {
        key: form[key] | part if isinstance(part, dict) else part
        for key, part in changes.items()
    }


def in_force(entry, name):
    """Return the policy that the engine uses."""
    return next(
        one for one in entry.runtime_data.engine.gate.policies if one.name == name
    )


def suggested(flow, section, key):
    """Return what a field of the form shows."""
    sections = {str(name): part for name, part in flow["data_schema"].schema.items()}
    return get_schema_suggested_value(sections[section].schema.schema, key)


async def test_a_policy_is_made_and_in_force(hass, entry, filled_in):
    """Everything that was filled in is in it."""
    form = await opened(hass, entry)
    assert form["type"] is FlowResultType.FORM
    assert form["step_id"] == "user"
    assert suggested(form, "trust", "enabled") is False
    result = await submit(hass, form, filled_in)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "Guests"
    (stored,) = (one for one in entry.subentries.values() if one.title == "Guests")
    assert stored.data == policy_as_data(GUESTS)
    policy = in_force(entry, "Guests")
    assert policy == replace(GUESTS, id=stored.subentry_id)
    assert hass.states.get("switch.guests_enabled").state == "on"


async def test_emptied_lists_are_empty(hass, entry, filled_in):
    """A browser does not send them at all; nothing allowed is nothing, not everything."""
    form = filled_in | {
        "applies": {"agents": True, "household": False},
        "limits": {
            "max_per_hour": 0,
            "max_per_day": 0,
            "entity_limit": 0,
            "repeats": 0,
            "budget": 0,
        },
        "rollout": {},
        "actions": {},
        "targets": {},
        "when": {},
        "approvals": {"approval_ttl": 60},
    }
    result = await submit(hass, await opened(hass, entry), form)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    policy = in_force(entry, "Guests")
    assert policy.applies == Applies(agents=True)
    assert policy.allowed_actions == ()
    assert policy.conditions == ()
    assert policy.mode_entity is None
    assert policy.rollout is None
    assert not policy.denied_targets


async def test_what_is_no_list_is_one_of_one(hass, entry, filled_in):
    """Selectors let a single one through where there may be several."""
    form = with_changes(
        filled_in,
        {
            "limits": {"type_limits": {"pattern": "*", "limit": 1}},
            "when": {
                "conditions": "{{ true }}",
                "modes": {"mode": "day", "actions": []},
            },
        },
    )
    result = await submit(hass, await opened(hass, entry), form)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    policy = in_force(entry, "Guests")
    assert policy.type_limits == {"*": 1}
    assert policy.modes == {"day": ()}
    assert policy.conditions == (
        {"condition": "template", "value_template": "{{ true }}"},
    )


PROBLEMS = [
    ("name_missing", {"name": "  "}, {}),
    ("name_taken", {"name": "household"}, {"name": "household"}),
    (
        "applies_to_nobody",
        {
            "applies": {
                "users": [],
                "entities": [],
                "labels": [],
                "assistants": [],
                "platforms": [],
            }
        },
        {},
    ),
    ("asker_approves", {"approvals": {"approvers": ["bob", "ann"]}}, {"users": "Ann"}),
    (
        "invalid_pattern",
        {"actions": {"denied_actions": ["lock"]}},
        {"came": "lock", "place": "actions.denied_actions"},
    ),
    (
        "invalid_pattern",
        {"when": {"modes": [{"mode": "day", "actions": ["light.[ab]"]}]}},
        {"came": "light.[ab]", "place": "when.modes.actions"},
    ),
    (
        "invalid_value",
        {"when": {"modes": [{"mode": "", "actions": []}]}},
        {"place": "when.modes"},
    ),
    (
        "named_twice",
        {"limits": {"type_limits": [{"pattern": "*", "limit": 1}] * 2}},
        {"came": "*", "place": "limits.type_limits"},
    ),
    (
        "invalid_condition",
        {"when": {"conditions": [DEVICE_GONE]}},
        {},
    ),
    (
        "invalid_condition",
        {"when": {"conditions": [{"condition": "no_such.thing"}]}},
        {},
    ),
]


@pytest.mark.parametrize(("code", "changes", "facts"), PROBLEMS)
async def test_contradictions_are_told_and_can_be_mended(
    hass, entry, filled_in, code, changes, facts
):
    """The form keeps what was filled in, and says what is wrong."""
    refused = await submit(
        hass, await opened(hass, entry), with_changes(filled_in, changes)
    )
    assert refused["type"] is FlowResultType.FORM
    assert refused["errors"] == {"base": code}
    assert facts.items() <= dict(refused["description_placeholders"]).items()
    assert suggested(refused, "limits", "max_per_hour") == 5
    mended = await submit(hass, refused, filled_in)
    assert mended["type"] is FlowResultType.CREATE_ENTRY


async def test_an_entity_needs_modes(hass, entry, filled_in):
    """Else nothing would be allowed, ever."""
    form = with_changes(filled_in, {"when": {"modes": []}})
    refused = await submit(hass, await opened(hass, entry), form)
    assert refused["errors"] == {"base": "modes_missing"}


async def test_modes_need_no_entity(hass, entry, filled_in):
    """The policy gets one of its own."""
    form = deepcopy(filled_in)
    del form["when"]["mode_entity"]
    made = await submit(hass, await opened(hass, entry), form)
    assert made["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done()
    assert hass.states.get("select.guests_mode").state == "day"


async def test_modes_that_may_be_asked_for_need_modes(hass, entry, filled_in):
    """Rules that nobody can look up would hold nobody back."""
    form = with_changes(filled_in, {"when": {"modes": []}})
    del form["when"]["mode_entity"]
    refused = await submit(hass, await opened(hass, entry), form)
    assert refused["errors"] == {"base": "mode_entity_missing"}


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("trust", {"auto_approval_threshold": 1.1}),
        ("trust", {"auto_approval_threshold": -0.1}),
        ("trust", {"canary_percentage": 101}),
        ("trust", {"safety_mode": "reckless"}),
        ("limits", {"max_per_hour": -1}),
        ("limits", {"type_limits": [{"pattern": "*"}]}),
        ("limits", {"type_limits": [{"pattern": "*", "limit": 0}]}),
        ("applies", {"users": ["nobody"]}),
        ("applies", {"entities": ["light.hall"]}),
        ("when", {"conditions": [{"condition": "state"}]}),
        ("approvals", {"approval_ttl": 1}),
        ("caps", {"calls": -1}),
    ],
)
async def test_values_out_of_range_are_refused(hass, entry, filled_in, section, values):
    """Each field has its limits."""
    form = await opened(hass, entry)
    with pytest.raises(InvalidData):
        await submit(hass, form, with_changes(filled_in, {section: values}))


class TestReconfigure:
    """Changing a policy."""

    async def test_it_shows_what_is_set_and_counts_at_once(
        self, hass, entry, engine, filled_in
    ):
        """No reload; what runs goes on, and the device has the new name."""
        agents = in_force(entry, "Agents")
        form = await entry.start_subentry_reconfigure_flow(hass, agents.id)
        assert form["step_id"] == "reconfigure"
        assert suggested(form, "limits", "max_per_hour") == 10
        assert suggested(form, "caps", "seconds") == 300
        result = await submit(hass, form, filled_in | {"name": "Robots"})
        assert result["type"] is FlowResultType.ABORT
        assert result["reason"] == "reconfigure_successful"
        assert entry.runtime_data.engine is engine
        expected = replace(GUESTS, id=agents.id, name="Robots")
        assert in_force(entry, "Robots") == expected
        state = hass.states.get("switch.agents_enabled")
        assert (state.state, state.name) == ("on", "Robots Enabled")

    async def test_it_may_keep_its_name(self, hass, entry, filled_in):
        """Only those of others are taken."""
        agents = in_force(entry, "Agents")
        form = await entry.start_subentry_reconfigure_flow(hass, agents.id)
        result = await submit(hass, form, filled_in | {"name": "AGENTS"})
        assert result["reason"] == "reconfigure_successful"

    async def test_a_removed_user_is_shown_and_has_to_go(
        self, hass, entry, filled_in, ann
    ):
        """Nobody may be named whom nobody knows."""
        await submit(hass, await opened(hass, entry), filled_in)
        await hass.auth.async_remove_user(ann)
        guests = in_force(entry, "Guests")
        form = await entry.start_subentry_reconfigure_flow(hass, guests.id)
        refused = await submit(hass, form, filled_in)
        assert refused["errors"] == {"base": "unknown_user"}
        assert refused["description_placeholders"] == {"users": "ann"}

    async def test_what_cannot_be_read_is_mended_by_submitting(
        self, hass, entry, filled_in
    ):
        """The form shows the strictest, and whom the policy is about."""
        await submit(hass, await opened(hass, entry), filled_in)
        guests = in_force(entry, "Guests")
        subentry = entry.subentries[guests.id]
        hass.config_entries.async_update_subentry(
            entry, subentry, data={**subentry.data, "trust": {"enabled": "yes"}}
        )
        form = await entry.start_subentry_reconfigure_flow(hass, guests.id)
        assert suggested(form, "trust", "enabled") is False
        assert suggested(form, "applies", "users") == ["ann"]
        await submit(hass, form, filled_in)
        assert in_force(entry, "Guests") == guests


async def test_the_form_can_be_sent_to_a_browser(hass, entry, ann, hass_client):
    """Every field has a shape that the frontend knows, and users have names."""
    er.async_get(hass).async_get_or_create("conversation", "ollama", "1")
    MockUser(id="off", name="Off", is_active=False).add_to_hass(hass)
    MockUser(id="sys", name="System", system_generated=True).add_to_hass(hass)
    assert await async_setup_component(hass, "config", {})
    client = await hass_client()
    response = await client.post(
        "/api/config/config_entries/subentries/flow",
        json={"handler": [entry.entry_id, "policy"]},
    )
    assert response.status == 200
    form = {part["name"]: part for part in (await response.json())["data_schema"]}
    assert list(form) == [
        *("name", "applies", "trust", "rollout", "limits", "actions"),
        *("targets", "when", "approvals", "caps"),
    ]
    applies = {part["name"]: part["selector"] for part in form["applies"]["schema"]}
    users = {
        one["value"]: one["label"] for one in applies["users"]["select"]["options"]
    }
    assert users["ann"] == "Ann"
    assert not {"off", "sys"} & users.keys()
    assert "ollama" in applies["platforms"]["select"]["options"]
    when = {part["name"]: part["selector"] for part in form["when"]["schema"]}
    assert "condition" in when["conditions"]
