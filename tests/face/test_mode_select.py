"""The mode of a policy that names no entity for it."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import Context
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import entity_registry as er

from custom_components.action_engine.engine.errors import RequestDeniedError
from custom_components.action_engine.engine.journal.lives import Lives
from custom_components.action_engine.engine.model.policy import Applies
from custom_components.action_engine.policy_data import policy_as_data
from tests.engine.gate_home import FREE
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER
from tests.face.lives import crash, live_again
from tests.people import add_person

MODE = "select.agents_mode"
POLICY = replace(
    FREE,
    modes={"day": ("*",), "night": ("select.*",), "away": ("select.*",)},
    mode_changes=("day", "night", "away"),
    transitions={"day": ("night",), "night": ("day", "away")},
)


class ModeHome:
    """A home whose agents are held by modes, and what was called in it."""

    def __init__(self, hass, entry):
        """Let everybody move in."""
        self.hass = hass
        self.entry = entry
        self.calls = []
        for person in (OWNER, ADULT, GUEST, BOT):
            add_person(hass, person, is_admin=person == OWNER)
        hass.states.async_set("light.hall", "off")
        hass.services.async_register("light", "turn_on", self.calls.append)

    async def judge_by(self, policy):
        """Store another policy for the agents."""
        (subentry,) = [
            one for one in self.entry.subentries.values() if one.title == "Agents"
        ]
        self.hass.config_entries.async_update_subentry(
            self.entry, subentry, data=policy_as_data(policy)
        )
        await self.hass.async_block_till_done()

    async def choose(self, mode, as_=None, entity_id=MODE):
        """Choose a mode by hand, or by an automation."""
        await self.hass.services.async_call(
            "select",
            "select_option",
            {"entity_id": entity_id, "option": mode},
            blocking=True,
            context=Context(user_id=as_),
        )

    async def ask(self, *actions, as_=BOT, **data):
        """Have something run as somebody, who reads the answer."""
        return await self.hass.services.async_call(
            "action_engine",
            "run",
            {"actions": list(actions), **data},
            blocking=True,
            context=Context(user_id=as_),
            return_response=True,
        )

    async def restart(self):
        """Load the entry anew."""
        assert await self.hass.config_entries.async_reload(self.entry.entry_id)
        await self.hass.async_block_till_done()

    @property
    def mode(self):
        """What the entity shows."""
        return self.hass.states.get(MODE).state


@pytest.fixture
async def home(hass, entry):
    """Return a home whose agents are held by modes."""
    home = ModeHome(hass, entry)
    await home.judge_by(POLICY)
    return home


def go(mode, entity_id=MODE):
    """Return the step that asks for a mode."""
    return {
        "action": "select.select_option",
        "target": {"entity_id": entity_id},
        "data": {"option": mode},
    }


class TestEntity:
    """What people see of it."""

    async def test_it_comes_and_goes_with_the_modes(self, hass, home):
        """A policy that names an entity, or no modes, has none."""
        assert home.mode == "day"
        options = hass.states.get(MODE).attributes["options"]
        assert options == ["day", "night", "away"]
        assert hass.states.get("select.household_mode") is None
        await home.judge_by(replace(POLICY, mode_entity="input_select.mode"))
        assert hass.states.get(MODE) is None
        assert er.async_get(hass).async_get(MODE) is None
        await home.judge_by(POLICY)
        assert home.mode == "day"

    async def test_it_is_remembered(self, home):
        """Over a restart."""
        await home.choose("night")
        assert home.mode == "night"
        await home.restart()
        assert home.mode == "night"

    async def test_it_is_on_disk_when_it_is_chosen(self, hass, entry, home):
        """A power cut in the next moment does not bring the mode of before."""
        await home.choose("night")
        await crash(hass, entry)
        await live_again(hass, entry)
        assert home.mode == "night"

    async def test_other_modes_are_offered_at_once(self, hass, home, beat):
        """And one that is gone is none: nobody guesses which was meant."""
        await home.choose("night")
        modes = {"day": ("*",), "evening": ("*",)}
        ways = replace(POLICY, modes=modes, mode_changes=("day",), transitions={})
        await home.judge_by(ways)
        await beat()
        assert hass.states.get(MODE).attributes["options"] == ["day", "evening"]
        assert home.mode == "unknown"
        answer = await home.ask(LAMP)
        assert answer["verdict"]["decided_by"] == "mode"
        await home.choose("evening")
        assert (await home.ask(LAMP))["state"] == "success"

    async def test_an_older_journal_knows_no_mode(self, home, monkeypatch):
        """Somebody may have chosen a stricter one since it was copied."""
        await home.choose("night")
        with monkeypatch.context() as patch:
            patch.setattr(Lives, "restored", True, raising=False)
            await home.restart()
            assert home.mode == "unknown"
        await home.restart()
        assert home.mode == "unknown"
        await home.choose("day")
        await home.restart()
        assert home.mode == "day"

    async def test_there_is_no_other_mode(self, home):
        """Home Assistant offers those of the policy."""
        with pytest.raises(ServiceValidationError):
            await home.choose("party")


class TestRules:
    """What it allows."""

    async def test_the_mode_counts_at_once(self, home):
        """For the next request."""
        assert (await home.ask(LAMP))["state"] == "success"
        await home.choose("night")
        answer = await home.ask(LAMP)
        assert answer["verdict"]["decided_by"] == "mode"
        assert len(home.calls) == 1

    async def test_the_state_that_is_shown_is_not_asked(self, hass, home):
        """Who can write states does not choose the mode."""
        await home.choose("night")
        hass.states.async_set(MODE, "day")
        assert (await home.ask(LAMP))["state"] == "denied"

    async def test_an_agent_goes_where_it_may(self, home):
        """From one mode only into those that are listed for it."""
        answer = await home.ask(go("away"))
        reason = answer["verdict"]["reasons"][0]
        assert reason["code"] == "mode_transition"
        assert reason["text"].startswith("From day this caller may bring the home only")
        for mode in ("night", "away"):
            assert (await home.ask(go(mode)))["state"] == "success"
            assert home.mode == mode
        assert (await home.ask(go("day")))["state"] == "denied"
        assert home.mode == "away"

    async def test_a_detour_is_judged_step_by_step(self, home):
        """Each call once more, in the mode in which the home is by then."""
        answer = await home.ask(go("night"), go("night"), go("away"), go("day"))
        assert answer["state"] == "failed"
        assert answer["error"]["code"] == "call_denied"
        assert home.mode == "away"

    async def test_other_ways_to_choose_are_none(self, home):
        """Nobody can tell where they lead."""
        step = {"action": "select.select_next", "target": {"entity_id": MODE}}
        answer = await home.ask(step)
        assert answer["verdict"]["decided_by"] == "mode"

    async def test_it_may_have_another_name(self, hass, home):
        """The rule goes with it."""
        er.async_get(hass).async_update_entity(MODE, new_entity_id="select.house")
        await hass.async_block_till_done()
        denied = await home.ask(go("away", "select.house"))
        assert denied["verdict"]["decided_by"] == "mode"
        assert (await home.ask(go("night", "select.house")))["state"] == "success"
        assert hass.states.get("select.house").state == "night"

    async def test_an_agent_does_not_choose_for_others(self, hass, home):
        """Neither by itself nor beside its own mode, nor past the engine."""
        guests = replace(POLICY, applies=Applies(users=frozenset({GUEST})))
        subentry = ConfigSubentry(
            data=MappingProxyType(policy_as_data(guests)),
            subentry_type="policy",
            title="Guests",
            unique_id=None,
        )
        hass.config_entries.async_add_subentry(home.entry, subentry)
        await hass.async_block_till_done()
        both = go("night", [MODE, "select.guests_mode"])
        for step in (go("night", "select.guests_mode"), both):
            answer = await home.ask(step)
            assert answer["verdict"]["decided_by"] == "allow_list"
        with pytest.raises(RequestDeniedError):
            await home.choose("night", BOT, "select.guests_mode")
        assert home.mode == hass.states.get("select.guests_mode").state == "day"

    async def test_another_entity_of_the_engine_is_no_mode(self, hass, home):
        """Also if a policy names it as one: it would free who is held by it."""
        entity_id = "select.agents_safety_mode"
        modes = {"permissive": ("*",)}
        named = replace(POLICY, mode_entity=entity_id, modes=modes, transitions={})
        await home.judge_by(replace(named, mode_changes=("strict",)))
        answer = await home.ask(go("strict", entity_id))
        assert answer["verdict"]["decided_by"] == "allow_list"
        assert hass.states.get(entity_id).state == "permissive"


class TestByHand:
    """Who chooses without asking the engine."""

    @pytest.mark.parametrize("person", [OWNER, ADULT, GUEST, None])
    async def test_the_household_is_free(self, home, person):
        """From everywhere to everywhere, whoever of it."""
        for mode in ("away", "day", "night"):
            if person == GUEST:
                await home.hass.auth.async_update_user(
                    await home.hass.auth.async_get_user(GUEST),
                    group_ids=["system-users"],
                )
            await home.choose(mode, person)
            assert home.mode == mode

    async def test_who_is_held_by_it_is_held_here_too(self, home):
        """An agent's account gains nothing by going past the engine."""
        with pytest.raises(RequestDeniedError, match="only to night"):
            await home.choose("away", BOT)
        assert home.mode == "day"
        await home.choose("night", BOT)
        assert home.mode == "night"
