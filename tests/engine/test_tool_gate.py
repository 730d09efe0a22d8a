"""Tools before the gate: judged as what they do, before the run and before the call."""

from dataclasses import replace
from datetime import timedelta

import pytest

from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.components.media_player import MediaPlayerEntityFeature
from homeassistant.core import Context
from homeassistant.helpers import area_registry as ar, entity_registry as er, intent
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.model.impact import Reversible, Risk
from custom_components.action_engine.engine.model.policy import HOUSEHOLD, Scope
from custom_components.action_engine.engine.model.request import (
    Request,
    Source,
    SourceKind,
)
from tests.engine.gate_home import BOT, FREE, SUPERVISED, GateHome
from tests.engine.tool_apis import McpTool, add_api

READ = {"read_only": True, "open_world": False}


def tool(name, /, **arguments):
    """Return the call of a tool."""
    return {
        "action": "action_engine.call_tool",
        "data": {"tool": name, "arguments": arguments},
    }


@pytest.fixture
async def home(hass):
    """Return a home with Assist, and a lock, a lamp, a garage and a script exposed."""
    assert await async_setup_component(hass, "homeassistant", {})
    for domain in ("llm", "intent", "light", "lock", "cover"):
        assert await async_setup_component(hass, domain, {})
    scripts = {
        "come_in": {
            "sequence": [
                {"action": "lock.unlock", "target": {"entity_id": "lock.front"}}
            ]
        }
    }
    assert await async_setup_component(hass, "script", {"script": scripts})
    home = GateHome(hass)
    hass.states.async_set("lock.front", "locked", {"friendly_name": "Front door"})
    hass.states.async_set("light.hall", "off", {"friendly_name": "Hall lamp"})
    hass.states.async_set(
        "cover.garage", "closed", {"friendly_name": "Garage", "device_class": "garage"}
    )
    for entity_id in ("lock.front", "light.hall", "cover.garage", "script.come_in"):
        async_expose_entity(hass, "conversation", entity_id, should_expose=True)
    for entity_id in ("lock.back", "light.attic"):
        async_expose_entity(hass, "conversation", entity_id, should_expose=False)
    for service in ("call_tool", "panic_stop"):
        hass.services.async_register("action_engine", service, home.called)
    await home.open()
    yield home
    await home.engine.stop()


@pytest.fixture
def assess(home):
    """Return the impact of actions, as the agent asks for them."""

    async def assess(*actions):
        request = Request(
            source=Source(kind=SourceKind.ACTIONS, value=list(actions)),
            context=Context(user_id=BOT),
        )
        return (await home.engine.gate.assess(request)).impact

    return assess


class TestByItsOwnAccount:
    """Tools of which only the annotations are known."""

    @pytest.mark.parametrize(
        ("said", "risk"),
        [
            (READ, Risk.LOW),
            ({"read_only": True}, Risk.MEDIUM),
            ({"destructive": False}, Risk.MEDIUM),
            ({}, Risk.HIGH),
        ],
    )
    async def test_risk_is_what_the_tool_says(self, hass, assess, said, risk):
        """And what it does not say counts as the worst."""
        add_api(hass, "mcp-1", McpTool("add", **said))
        impact = await assess(tool("mcp-1/add"))
        assert impact.risk is risk
        assert impact.as_dict()["steps"][0]["tool"] == "mcp-1/add"

    async def test_a_name_that_unlocks_is_critical(self, hass, assess):
        """Whatever the server says of it."""
        add_api(hass, "mcp-1", McpTool("unlock_door", **READ))
        assert (await assess(tool("unlock_door"))).risk is Risk.CRITICAL

    @pytest.mark.parametrize("data", [{"tool": "mcp-9/add"}, {}, {"tool": ["add"]}])
    async def test_an_unknown_tool_is_high_and_closed(self, assess, data):
        """Nobody can tell what it would do."""
        impact = await assess({"action": "action_engine.call_tool", "data": data})
        assert impact.risk is Risk.HIGH
        assert impact.touches[0].asked.closed

    async def test_a_server_that_takes_its_time_is_closed_for_now(self, hass, assess):
        """Right before a call nobody waits for it."""
        add_api(hass, "slow", McpTool("add", **READ), wait=True)
        impact = await assess(tool("slow/add"))
        assert impact.risk is Risk.HIGH
        assert impact.touches[0].asked.closed


class TestLists:
    """What the lists of a policy know a tool as."""

    @pytest.mark.parametrize("pattern", ["mcp-1/*", "MCP-*/add", "calculator/*"])
    async def test_a_denied_tool_is_denied(self, hass, home, pattern):
        """By the id or the title of its API, however the caller names it."""
        add_api(hass, "mcp-1", called := McpTool("add", **READ), name="Calculator")
        home.judge_by(HOUSEHOLD, replace(FREE, denied_actions=(pattern,)))
        for name in ("mcp-1/add", "calculator/add", "add"):
            assert (await home.ask(tool(name))).state == "denied"
        assert called.asked == []

    async def test_an_allowed_tool_is_allowed_by_its_id(self, hass, home):
        """Not by a title, which any server may take."""
        add_api(hass, "mcp-1", McpTool("add", **READ), name="Calculator")
        for pattern, state in (("mcp-1/*", "success"), ("calculator/*", "denied")):
            home.judge_by(HOUSEHOLD, replace(FREE, allowed_actions=(pattern,)))
            assert (await home.ask(tool("add"))).state == state

    async def test_a_tool_is_in_reach_and_the_engine_is_not(self, hass, home):
        """Other actions of the engine stay closed to agents."""
        add_api(hass, "mcp-1", McpTool("add", **READ))
        home.judge_by(HOUSEHOLD, FREE)
        assert (await home.ask(tool("add"))).state == "success"
        other = {"action": "action_engine.panic_stop"}
        assert (await home.ask(other)).state == "denied"

    async def test_a_pattern_of_actions_allows_no_tool(self, hass, home):
        """Whatever dots a server puts into its names."""
        add_api(hass, "mcp-1", McpTool("web.get_page", **READ))
        lists = (("*.get_*", "denied"), ("mcp-*/web.*", "success"))
        for pattern, state in lists:
            home.judge_by(HOUSEHOLD, replace(FREE, allowed_actions=(pattern,)))
            assert (await home.ask(tool("web.get_page"))).state == state

    async def test_limits_know_a_tool_by_both_names(self, hass, home):
        """As a tool, and as the action that calls it."""
        add_api(hass, "mcp-1", McpTool("add", **READ), McpTool("sub", **READ))
        for pattern in ("mcp-1/add", "action_engine.call_tool"):
            limits = {pattern: 1}
            home.judge_by(HOUSEHOLD, replace(FREE, id=pattern, type_limits=limits))
            states = [(await home.ask(tool(one))).state for one in ("add", "add")]
            assert states == ["success", "denied"]
        assert (await home.ask(tool("sub"))).state == "denied"

    async def test_a_grant_is_for_one_tool(self, hass, home):
        """Who allows one in advance allows no other."""
        add_api(hass, "mcp-1", McpTool("add", **READ), McpTool("sub", **READ))
        home.judge_by(HOUSEHOLD, SUPERVISED)
        await home.ask(tool("add"))
        await home.approve(home.question, similar_for=timedelta(hours=1))
        await home.idle()
        assert (await home.ask(tool("add"))).state == "success"
        assert (await home.ask(tool("sub"))).state == "pending_approval"


class TestIntents:
    """Tools of Assist, as what they do."""

    @pytest.mark.parametrize(
        ("name", "arguments", "action", "risk"),
        [
            ("HassTurnOff", {"name": "front door"}, "lock.unlock", Risk.CRITICAL),
            ("HassTurnOff", {"name": "Front door", "area": ""}, "lock.unlock", 3),
            ("HassTurnOff", {"domain": ["lock"]}, "lock.unlock", Risk.CRITICAL),
            ("HassTurnOff", {"domain": "lock"}, "lock.unlock", Risk.CRITICAL),
            ("HassTurnOn", {"name": "Front door"}, "lock.lock", Risk.LOW),
            ("HassTurnOn", {"name": "Hall lamp"}, "light.turn_on", Risk.LOW),
            ("HassTurnOn", {"name": "Garage"}, "cover.open_cover", Risk.CRITICAL),
            (
                "HassSetPosition",
                {"name": "Garage", "position": 40},
                "cover.set_cover_position",
                Risk.CRITICAL,
            ),
        ],
    )
    async def test_an_intent_is_what_it_comes_to(
        self, assess, name, arguments, action, risk
    ):
        """With the entities that it would find."""
        impact = await assess(tool(f"assist/intent__{name}", **arguments))
        shell, inside = impact.touches
        assert shell.risk is Risk.LOW
        assert inside.asked.action == action
        assert inside.asked.entity_ids == impact.entity_ids
        assert len(impact.entity_ids) == 1
        assert impact.reversible is Reversible.NO
        assert inside.asked.opened_from == f"assist/intent__{name}"
        assert impact.risk == risk

    async def test_an_area_is_all_that_is_in_it(self, hass, assess):
        """Each domain with its own call; what is not exposed is none of its business."""
        area = ar.async_get(hass).async_create("Entrance")
        registry = er.async_get(hass)
        for domain, name in (("lock", "side"), ("light", "side"), ("light", "dark")):
            entry = registry.async_get_or_create(domain, "test", name)
            registry.async_update_entity(entry.entity_id, area_id=area.id)
            hass.states.async_set(entry.entity_id, "on")
            async_expose_entity(
                hass, "conversation", entry.entity_id, should_expose=name == "side"
            )
        impact = await assess(tool("assist/intent__HassTurnOff", area="entrance"))
        found = {one.asked.action: one.asked.entity_ids for one in impact.touches[1:]}
        assert found == {
            "light.turn_off": ("light.test_side",),
            "lock.unlock": ("lock.test_side",),
        }

    @pytest.mark.parametrize(
        "arguments",
        [
            {},
            {"name": "all"},
            {"name": "Nobody's"},
            {"name": "lock.back"},
            {"name": "${{door}}"},
            {"name": "Front door", "domain": ["light"]},
            {"name": "Front door", "other": 1, "position": "x"},
        ],
    )
    async def test_what_finds_nothing_is_closed(self, assess, arguments):
        """It may find something by the time it runs."""
        impact = await assess(tool("assist/intent__HassSetPosition", **arguments))
        assert impact.risk is Risk.HIGH
        assert impact.touches[0].asked.closed
        assert impact.touches[0].asked.everything

    async def test_handlers_of_others_are_closed(self, hass, assess):
        """Whoever took the place of Home Assistant's own may do anything."""

        class Other(intent.ServiceIntentHandler):
            async def async_handle(self, intent_obj):
                raise NotImplementedError

        other = Other("HassTurnOn", "homeassistant", "turn_on")
        intent.async_register(hass, other)
        impact = await assess(tool("assist/intent__HassTurnOn", name="Hall lamp"))
        assert impact.risk is Risk.HIGH
        assert impact.touches[0].asked.closed

    async def test_handlers_that_leave_targets_out_are_opened(self, hass, assess):
        """They do no more than what is seen."""
        assert await async_setup_component(hass, "media_player", {})
        await hass.async_block_till_done()
        features = MediaPlayerEntityFeature.PAUSE | MediaPlayerEntityFeature.VOLUME_MUTE
        hass.states.async_set(
            "media_player.tv", "playing", {"supported_features": int(features)}
        )
        async_expose_entity(hass, "conversation", "media_player.tv", should_expose=True)
        for name in ("HassMediaPause", "HassMediaUnpause", "HassMediaPlayerMute"):
            impact = await assess(tool(f"assist/media_player__{name}"))
            assert impact.risk is Risk.LOW
            assert impact.entity_ids == ("media_player.tv",)

    async def test_other_tools_of_assist_are_closed_unless_they_read(self, assess):
        """They act on entities, and nobody can tell on which."""
        assert (await assess(tool("assist/llm__GetDateTime"))).risk is Risk.LOW
        impact = await assess(tool("assist/intent__HassCancelAllTimers"))
        assert impact.risk is Risk.HIGH

    async def test_a_script_is_what_it_does(self, assess):
        """Opened like any other."""
        impact = await assess(tool("assist/script__come_in"))
        assert [one.asked.action for one in impact.touches] == [
            "action_engine.call_tool",
            "script.come_in",
            "lock.unlock",
        ]
        assert impact.risk is Risk.CRITICAL

    async def test_a_denied_deed_is_denied_in_any_guise(self, home):
        """And a denied target as well."""
        unlock = tool("assist/intent__HassTurnOff", name="front door")
        for denied in (
            {"denied_actions": ("lock.unlock",)},
            {"denied_targets": Scope(entities=frozenset({"lock.front"}))},
        ):
            home.judge_by(HOUSEHOLD, replace(FREE, **denied))
            assert (await home.ask(unlock)).state == "denied"

    async def test_the_name_of_a_tool_allows_not_what_it_does(self, home):
        """The same tool switches lamps and opens doors."""
        lists = ("assist/intent__HassTurnOff", "light.*")
        home.judge_by(HOUSEHOLD, replace(FREE, allowed_actions=lists))
        off = "assist/intent__HassTurnOff"
        assert (await home.ask(tool(off, name="Hall lamp"))).state == "success"
        assert (await home.ask(tool(off, name="Front door"))).state == "denied"


class TestRightBeforeTheCall:
    """What was judged before the run may be another thing by the time of the call."""

    async def test_another_target_is_asked_about(self, hass, home):
        """The name was a lamp's when the run began, and is a lock's now."""
        home.judge_by(HOUSEHOLD, FREE)
        seen = []
        hass.services.async_register("action_engine", "call_tool", seen.append)

        async def swap(_call):
            hass.states.async_set("light.hall", "off", {"friendly_name": "Lamp"})
            hass.states.async_set("lock.front", "x", {"friendly_name": "Hall lamp"})

        hass.services.async_register("notify", "phone", swap)
        call = tool("assist/intent__HassTurnOff", name="Hall lamp")
        execution = await home.ask({"action": "notify.phone"}, call)
        assert execution.state == "pending_approval"
        assert seen == []
        question = home.question
        assert question.risk is Risk.CRITICAL
        assert question.verdict["impact"]["entity_ids"] == ["lock.front"]

    async def test_what_people_agreed_to_is_done(self, hass, home):
        """Also after a restart; what it leads to is part of what they saw."""
        seen = []
        home.judge_by(HOUSEHOLD, SUPERVISED)
        hass.services.async_register("action_engine", "call_tool", seen.append)
        call = tool("assist/intent__HassTurnOn", name="Hall lamp")
        execution = await home.ask(call)
        assert home.question.verdict["impact"]["entity_ids"] == ["light.hall"]
        await home.restart()
        await home.approve(home.question)
        await home.idle()
        assert await home.state(execution) == "success"
        assert len(seen) == 1

    async def test_what_people_agreed_to_is_not_another_thing(self, hass, home):
        """A yes to a lamp is none to a lock of the same name."""
        home.judge_by(HOUSEHOLD, SUPERVISED)
        seen = []
        hass.services.async_register("action_engine", "call_tool", seen.append)

        async def swap(_call):
            hass.states.async_set("light.hall", "off", {"friendly_name": "Lamp"})
            hass.states.async_set("lock.front", "x", {"friendly_name": "Hall lamp"})

        hass.services.async_register("notify", "phone", swap)
        call = tool("assist/intent__HassTurnOn", name="Hall lamp")
        execution = await home.ask({"action": "notify.phone"}, call)
        await home.approve(home.question)
        await home.idle()
        assert await home.state(execution) == "pending_approval"
        assert home.question.verdict["impact"]["steps"][1]["action"] == "lock.lock"
        assert seen == []
        await home.approve(home.question)
        await home.idle()
        assert await home.state(execution) == "success"
        assert len(seen) == 1
