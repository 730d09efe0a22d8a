"""From a request through the gate to what happens, or does not."""

from dataclasses import replace
from datetime import date, timedelta
import json
from pathlib import Path
from unittest.mock import patch

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from custom_components.action_engine.engine.engine import UndoRequest
from custom_components.action_engine.engine.errors import (
    ApprovalNotFoundError,
    ApprovalRefusedError,
    FloodedError,
    RequestDeniedError,
)
from custom_components.action_engine.engine.model.claim import Claim
from custom_components.action_engine.engine.model.policy import (
    HOUSEHOLD,
    Applies,
    Caps,
    SafetyMode,
    Scope,
)
from custom_components.action_engine.engine.model.request import (
    OnFailure,
    Request,
    Source,
    SourceKind,
)
from custom_components.action_engine.engine.model.rollout import Rollout, Stage
from tests.engine.gate_home import (
    ADULT,
    BOT,
    FREE,
    GUEST,
    LAMP,
    OWNER,
    SUPERVISED,
    UNLOCK,
    GateHome,
)


@pytest.fixture
async def home(hass):
    """Return a home whose engine asks about all that an agent wants."""
    home = GateHome(hass)
    await home.open()
    yield home
    await home.engine.stop()


class TestVerdicts:
    """Who is let in."""

    async def test_the_household_runs_at_once(self, home):
        """What people and automations ask for is none of the agents' business."""
        for person in (OWNER, None):
            execution = await home.ask(UNLOCK, as_=person)
            assert execution.state == "success"
            assert execution.verdict.decision == "allow"

    async def test_an_agent_is_held(self, home):
        """Nothing is called, and people are asked with all that they have to know."""
        execution = await home.ask(
            UNLOCK, claim=Claim(confidence=0.99, reasoning="now")
        )
        assert execution.state == "pending_approval"
        assert await home.state(execution) == "pending_approval"
        assert home.calls == []
        question = home.question
        assert question.risk.word == "critical"
        assert question.needed == 2
        assert question.claim == {"confidence": 0.99, "reasoning": "now"}
        assert question.verdict["impact"]["entity_ids"] == ["lock.front"]

    async def test_a_disabled_policy_denies(self, home):
        """It is written down, and nothing is called."""
        home.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        execution = await home.ask(LAMP)
        assert execution.state == "denied"
        assert execution.summary.error["code"] == "request_denied"
        assert execution.summary.verdict["decided_by"] == "policy_on"
        assert await home.state(execution) == "denied"
        assert home.calls == []

    async def test_e02_templates_of_agents_are_refused(self, home):
        """They would read the home, and come to something else later."""
        home.judge_by(HOUSEHOLD, FREE)
        data = {"message": "{{ states('lock.front') }}"}
        execution = await home.ask({"action": "notify.phone", "data": data})
        assert execution.state == "denied"
        assert execution.verdict.decided_by == "literal"

    async def test_a_language_model_is_not_the_person_whose_account_it_has(self, home):
        """It is judged as an agent, whoever is logged in."""
        execution = await home.ask(UNLOCK, as_=OWNER, agent=True)
        assert execution.state == "pending_approval"

    async def test_e06_to_speak_for_a_model_opens_nothing(self, home):
        """What an account is denied it is denied whatever it says of itself."""
        own = replace(
            SUPERVISED,
            id="own",
            applies=Applies(users=frozenset({BOT})),
            denied_actions=("lock.*",),
        )
        models = replace(SUPERVISED, applies=Applies(agents=True), canary_percentage=50)
        home.judge_by(HOUSEHOLD, own, models)
        for agent in (False, True):
            execution = await home.ask(UNLOCK, agent=agent)
            assert execution.verdict.decided_by == "deny_list"
        stricter = replace(models, safety_mode=SafetyMode.STRICT, canary_percentage=0)
        home.judge_by(HOUSEHOLD, replace(own, canary_percentage=50), stricter)
        execution = await home.ask(UNLOCK, agent=True)
        assert execution.verdict.decided_by == "deny_list"
        assert execution.verdict.policy == "own"
        assert execution.caller.is_agent

    async def test_e06_a_strict_policy_for_models_holds_a_free_account(self, home):
        """Whoever says that a model speaks is held as models are."""
        own = replace(FREE, id="own", applies=Applies(users=frozenset({BOT})))
        models = replace(SUPERVISED, applies=Applies(agents=True))
        home.judge_by(HOUSEHOLD, own, models)
        assert (await home.ask(LAMP)).state == "success"
        assert (await home.ask(LAMP, agent=True)).state == "pending_approval"

    async def test_e04_a_removed_user_is_denied(self, home):
        """An id of which there is no user any more has no rights."""
        execution = await home.ask(LAMP, as_="0123456789abcdef0123456789abcdef")
        assert execution.state == "denied"
        assert execution.verdict.decided_by == "caller_active"

    @pytest.mark.parametrize("person", [GUEST, BOT])
    async def test_e04_a_run_ends_with_the_account_behind_it(self, home, person):
        """After a restart nothing goes on in the name of who was switched off meanwhile."""
        home.judge_by(HOUSEHOLD, FREE)
        source = Source(kind=SourceKind.ACTIONS, value=[{"delay": 3600}, LAMP])
        execution = await home.engine.submit(
            Request(source=source, context=Context(user_id=person))
        )
        user = await home.hass.auth.async_get_user(person)
        await home.hass.auth.async_deactivate_user(user)
        await home.restart()
        assert await home.state(execution) == "unknown"
        assert home.calls == []

    async def test_e04_events_are_for_administrators(self, home):
        """As in Home Assistant's own API."""
        execution = await home.ask({"event": "my_event"}, as_=GUEST)
        assert execution.state == "denied"
        assert execution.verdict.decided_by == "permissions"
        assert (await home.ask({"event": "my_event"}, as_=OWNER)).state == "success"

    async def test_e13_caps_are_for_the_whole_run(self, home):
        """A loop of too many turns does not begin."""
        home.judge_by(HOUSEHOLD, replace(FREE, caps=Caps(calls=3)))
        loop = {"repeat": {"count": 4, "sequence": [LAMP]}}
        assert (await home.ask(loop)).verdict.decided_by == "plan_caps"
        assert home.calls == []

    async def test_e14_a_flood_is_not_even_written_down(self, home):
        """The journal is not filled by who asks again and again."""
        home.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        for _ in range(60):
            await home.ask(LAMP)
        with pytest.raises(FloodedError):
            await home.ask(LAMP)

    async def test_limits_count_calls(self, home):
        """In the hour, over restarts."""
        home.judge_by(HOUSEHOLD, replace(FREE, max_per_hour=3, repeats=None))
        assert (await home.ask(LAMP, LAMP)).state == "success"
        await home.restart()
        execution = await home.ask(LAMP, LAMP)
        assert execution.verdict.decided_by == "limits"
        assert (await home.ask(LAMP)).state == "success"

    async def test_a_budget_is_used_up(self, home):
        """What has a price is denied when nothing is left, what has none is not."""
        priced = replace(FREE, budget=5, costs={"light.*": 2})
        home.judge_by(HOUSEHOLD, priced)
        for left in (3, 1):
            assert (await home.ask(LAMP)).state == "success"
            assert home.engine.gate.usage(priced.id).budget_left == left
        execution = await home.ask(LAMP)
        assert execution.state == "denied"
        text = "Calls may cost at most 5 in a day: 4 used, 2 needed."
        assert execution.verdict.reason == text
        await home.restart()
        assert (await home.ask(LAMP)).state == "denied"

    async def test_a_rollout_goes_on_day_by_day(self, home, freezer):
        """A person is asked about what it has not come to, and no more when it has."""
        freezer.move_to("2026-11-02 12:00:00+00:00")
        stages = (
            Stage(day=0, percentage=100, actions=("notify.*",)),
            Stage(day=7, percentage=100),
        )
        plan = Rollout(start=date(2026, 11, 2), stages=stages)
        home.judge_by(HOUSEHOLD, replace(FREE, rollout=plan))
        message = {"action": "notify.phone", "data": {"message": "Hello"}}
        assert (await home.ask(message)).state == "success"
        held = await home.ask(LAMP)
        assert held.verdict.decided_by == "rollout"
        assert held.state == "pending_approval"
        assert home.engine.gate.status(FREE.id) == "canary"
        await home.approve(home.question)
        await home.idle()
        assert home.calls[-1] == ("light.turn_on", "light.hall")
        freezer.move_to("2026-11-09 12:00:00+00:00")
        assert (await home.ask(LAMP)).state == "success"
        assert home.engine.gate.status(FREE.id) == "full_auto"

    async def test_targets_outside_are_denied(self, home):
        """Also when they are reached through a group of actions that may."""
        scope = Scope(entities=frozenset({"light.hall"}))
        home.judge_by(HOUSEHOLD, replace(FREE, allowed_targets=scope))
        attic = {**LAMP, "target": {"entity_id": ["light.hall", "light.attic"]}}
        assert (await home.ask(attic)).verdict.decided_by == "allow_list"
        assert (await home.ask(LAMP)).state == "success"


class TestImpact:
    """What people are shown."""

    async def test_it_knows_how_long_it_took_before(self, home):
        """By its name, from runs that went well."""
        await home.ask(LAMP, as_=OWNER, name="Evening")
        await home.ask(LAMP, name="Evening")
        impact = home.question.verdict["impact"]
        assert 0 < impact["expected_seconds"] <= impact["slow_seconds"] < 5
        await home.ask(LAMP, name="Never before")
        other = home.engine.gate.pending()[1].verdict["impact"]
        assert other["expected_seconds"] is None


class TestApproving:
    """What people answer."""

    async def test_it_runs_once_when_somebody_agrees(self, home):
        """And the same yes counts for nothing else."""
        execution = await home.ask(LAMP)
        question = home.question
        await home.approve(question, as_=ADULT)
        await home.idle()
        assert home.calls == [("light.turn_on", "light.hall")]
        assert await home.state(execution) == "success"
        with pytest.raises(ApprovalNotFoundError):
            await home.approve(question, as_=OWNER)
        assert len(home.calls) == 1

    @pytest.mark.parametrize("person", [BOT, GUEST, "nobody", None])
    async def test_e06_only_approvers_answer(self, home, person):
        """Never who asked, nobody who is not on the list, and nothing without a person."""
        await home.ask(LAMP)
        with pytest.raises(ApprovalNotFoundError):
            await home.approve(home.question, as_=person)
        assert home.calls == []

    async def test_e06_no_automation_answers(self, hass, home):
        """Not even one that a person has started."""
        await home.ask(LAMP)
        context = Context(user_id=OWNER)
        hass.bus.async_fire(
            "script_started", {"entity_id": "script.yes"}, context=context
        )
        gate = home.engine.gate
        with pytest.raises(ApprovalNotFoundError):
            await gate.reject(home.question.id, context)
        child = Context(user_id=OWNER, parent_id="01AAAAAAAAAAAAAAAAAAAAAAAA")
        with pytest.raises(ApprovalNotFoundError):
            await gate.reject(home.question.id, child)

    async def test_critical_needs_two(self, home):
        """The first yes alone opens no door."""
        await home.ask(UNLOCK)
        await home.approve(home.question, as_=OWNER)
        await home.approve(home.question, as_=OWNER)
        await home.idle()
        assert home.calls == []
        await home.approve(home.question, as_=ADULT)
        await home.idle()
        assert home.calls == [("lock.unlock", "lock.front")]

    async def test_it_still_works_after_a_restart(self, home):
        """The question is kept, with those who have agreed so far."""
        execution = await home.ask(UNLOCK)
        await home.approve(home.question, as_=OWNER)
        await home.restart()
        assert home.question.agreed == (OWNER,)
        await home.approve(home.question, as_=ADULT)
        await home.idle()
        assert home.calls == [("lock.unlock", "lock.front")]
        assert await home.state(execution) == "success"

    async def test_no_means_no_for_a_while(self, home):
        """The same request is not asked about again at once."""
        execution = await home.ask(LAMP)
        await home.reject(home.question)
        assert await home.state(execution) == "rejected"
        assert (await home.ask(LAMP)).verdict.decided_by == "rejected_before"
        assert home.engine.gate.pending() == []

    async def test_a_question_expires(self, hass, home):
        """And nothing runs after that."""
        execution = await home.ask(LAMP)
        question = home.question
        async_fire_time_changed(hass, dt_util.utcnow() + timedelta(hours=2))
        await home.idle()
        assert await home.state(execution) == "expired"
        with pytest.raises(ApprovalNotFoundError):
            await home.approve(question)

    async def test_what_is_cancelled_is_not_asked_any_more(self, home):
        """Its question is withdrawn."""
        execution = await home.ask(LAMP)
        home.engine.cancel(execution.id)
        assert home.engine.gate.pending() == []
        assert await home.state(execution) == "cancelled"

    async def test_e03_another_target_by_then_is_asked_about_anew(self, hass, home):
        """What a person has seen is what runs, or nothing."""
        home.judge_by(
            replace(
                HOUSEHOLD, approval_required=True, approvers=frozenset({OWNER, GUEST})
            )
        )
        target = {"entity_id": "{{ states('input_select.door') }}"}
        await home.ask({"action": "lock.unlock", "target": target}, as_=ADULT)
        first = home.question
        hass.states.async_set("input_select.door", "lock.back")
        with pytest.raises(ApprovalRefusedError):
            await home.approve(first)
        assert home.calls == []
        assert home.question.id != first.id
        assert home.question.verdict["impact"]["entity_ids"] == ["lock.back"]

    async def test_e03_another_target_in_the_run_stops_it(self, hass, home):
        """Right before the call, even if it changed after everybody had agreed."""
        home.judge_by(
            replace(
                HOUSEHOLD, approval_required=True, approvers=frozenset({OWNER, GUEST})
            )
        )
        change = {"action": "test.change"}

        async def turn(_call):
            hass.states.async_set("input_select.door", "lock.back")

        hass.services.async_register("test", "change", turn)
        target = {"entity_id": "{{ states('input_select.door') }}"}
        unlock = {"action": "lock.unlock", "target": target}
        execution = await home.ask(change, unlock, as_=ADULT)
        await home.approve(home.question, as_=GUEST)
        await home.approve(home.question)
        await home.idle()
        assert home.calls == []
        assert await home.state(execution) == "pending_approval"
        question = home.question
        assert question.verdict["impact"]["entity_ids"] == ["lock.back"]
        await home.approve(question, as_=GUEST)
        await home.approve(question)
        await home.idle()
        assert home.calls == [("lock.unlock", "lock.back")]
        assert await home.state(execution) == "success"

    async def test_similar_ones_need_not_be_asked_about(self, home):
        """For a while, on the same entities; and it can be taken back."""
        await home.ask(LAMP)
        await home.approve(home.question, similar_for=timedelta(minutes=10))
        await home.idle()
        assert (await home.ask(LAMP)).state == "success"
        attic = {**LAMP, "target": {"entity_id": "light.attic"}}
        assert (await home.ask(attic)).state == "pending_approval"
        (grant,) = home.engine.gate.grants()
        assert home.engine.gate.revoke(grant.id)
        assert (await home.ask(LAMP)).state == "pending_approval"

    async def test_nobody_agrees_to_what_is_denied_by_now(self, home):
        """A policy that was changed since counts."""
        await home.ask(LAMP)
        home.judge_by(HOUSEHOLD, replace(SUPERVISED, denied_actions=("light.*",)))
        with pytest.raises(ApprovalRefusedError):
            await home.approve(home.question)
        assert home.calls == []


class TestUsedUp:
    """The limits are used up between the question and the run."""

    async def test_it_ends_and_waits_for_nobody(self, home, monkeypatch):
        """A yes that comes too late is told, and leaves nothing behind."""
        execution = await home.ask(LAMP)
        windows = home.engine.gate._ledger.windows  # noqa: SLF001 - no way to be so quick
        monkeypatch.setattr(windows, "take", lambda *_: None)
        with pytest.raises(RequestDeniedError):
            await home.approve(home.question)
        assert await home.state(execution) == "expired"
        assert home.calls == []


class TestUndo:
    """Undoing under a policy."""

    async def test_a_saga_needs_nobody_to_undo_it(self, hass, home):
        """That it is undone when it fails was part of what was let through."""

        async def fail(_call):
            raise HomeAssistantError("no")

        hass.services.async_register("test", "fail", fail)
        home.judge_by(HOUSEHOLD, FREE)
        doom = {"action": "test.fail", "retry": False}
        execution = await home.ask(LAMP, doom, on_failure=OnFailure.ROLLBACK)
        await home.idle()
        assert execution.state == "rolled_back"
        assert home.calls[-1] == ("light.turn_off", "light.hall")
        assert home.engine.gate.figures(FREE.id).rollbacks == 1

    async def test_e20_an_agent_is_asked_about_an_undo_like_about_anything(self, home):
        """To lock what was unlocked is harmless; to unlock what was locked is not."""
        home.judge_by(HOUSEHOLD, FREE)
        lock = {"action": "lock.lock", "target": {"entity_id": "lock.front"}}
        home.hass.states.async_set("lock.front", "unlocked")
        execution = await home.ask(lock)
        assert execution.state == "success"
        undo = UndoRequest(execution_id=execution.id, context=Context(user_id=BOT))
        await home.engine.record.rollback(undo)
        assert home.calls == [("lock.lock", "lock.front")]
        assert home.question.risk.word == "critical"


class TestUnread:
    """While nobody knows what was decided before."""

    async def test_what_already_runs_makes_no_further_call(self, hass, home):
        """Panic stop may be on: a run that was taken up cannot know."""
        home.judge_by(HOUSEHOLD, FREE)

        async def lose(_call):
            home.engine.gate._ledger.is_read = False  # noqa: SLF001 - as after a start without a database

        hass.services.async_register("test", "lose", lose)
        execution = await home.ask({"action": "test.lose"}, LAMP)
        assert execution.state == "failed"
        assert execution.summary.error["code"] == "call_denied"
        assert home.calls == []


class TestMeanwhile:
    """What was so when a person was asked may be different when he answers."""

    async def test_e21_another_entity_with_the_same_name(self, hass, home):
        """It is the entity that was shown, and not whatever is called like it today."""
        name_lamp(hass, "first")
        await home.ask(LAMP)
        er.async_get(hass).async_remove("light.hall")
        name_lamp(hass, "second")
        with pytest.raises(ApprovalRefusedError):
            await home.approve(home.question)
        assert home.calls == []

    async def test_e23_the_mode_of_the_home_has_changed(self, hass, home):
        """What was allowed at home is not allowed when everybody has left."""
        hass.states.async_set("input_select.mode", "home")
        policy = replace(
            SUPERVISED,
            mode_entity="input_select.mode",
            modes={"home": ("*",), "away": ()},
        )
        home.judge_by(HOUSEHOLD, policy)
        await home.ask(LAMP)
        hass.states.async_set("input_select.mode", "away")
        with pytest.raises(ApprovalRefusedError):
            await home.approve(home.question)
        assert home.calls == []

    async def test_e24_a_script_was_edited(self, hass, home):
        """A person has agreed to what it did, not to what it does."""
        await load_script(hass, "light.hall")
        await home.ask({"action": "script.evening"})
        assert home.question.verdict["impact"]["entity_ids"] == ["light.hall"]
        await load_script(hass, "light.attic")
        with pytest.raises(ApprovalRefusedError):
            await home.approve(home.question)
        assert home.question.verdict["impact"]["entity_ids"] == ["light.attic"]

    async def test_e19_an_older_journal_brings_no_question_back(self, hass, home):
        """It may have been answered since the copy was made."""
        execution = await home.ask(LAMP)
        await home.engine.settled()
        folder = Path(hass.config.config_dir)
        lives = folder / ".storage/action_engine.lives"
        await home.engine.stop()
        said = json.loads(lives.read_text())
        lives.write_text(json.dumps({**said, "life": said["life"] + 2}))
        await home.open()
        await home.engine.record.recover(home.engine.options)
        assert home.engine.gate.pending() == []
        assert await home.state(execution) == "expired"


def name_lamp(hass, unique_id):
    """Have the registry call an entity ``light.hall``."""
    hass.states.async_remove("light.hall")
    entry = er.async_get(hass).async_get_or_create(
        "light", "test", unique_id, suggested_object_id="hall"
    )
    assert entry.entity_id == "light.hall"
    hass.states.async_set("light.hall", "off")


async def load_script(hass, entity_id):
    """Have a script that switches one lamp on."""
    step = {"action": "light.turn_on", "target": {"entity_id": entity_id}}
    config = {"script": {"evening": {"sequence": [step]}}}
    if "script" not in hass.config.components:
        assert await async_setup_component(hass, "script", config)
        return
    with patch("homeassistant.config.load_yaml_config_file", return_value=config):
        await hass.services.async_call("script", "reload", blocking=True)


class TestPanic:
    """Everything stops."""

    async def test_agents_are_out_until_it_is_lifted(self, home):
        """Over restarts; the household can still set things right."""
        home.judge_by(HOUSEHOLD, FREE)
        await home.engine.gate.panic_stop(Context(user_id=OWNER))
        await home.restart()
        assert home.engine.gate.panicked
        assert (await home.ask(LAMP)).verdict.decided_by == "panic"
        assert (await home.ask(LAMP, as_=OWNER)).state == "success"
        await home.engine.gate.lift_panic(Context(user_id=OWNER))
        assert (await home.ask(LAMP)).state == "success"

    async def test_open_questions_are_withdrawn(self, home):
        """Nobody says yes by habit afterwards."""
        await home.ask(LAMP)
        await home.engine.gate.panic_stop(Context(user_id=OWNER))
        assert home.engine.gate.pending() == []
