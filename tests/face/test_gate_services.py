"""The actions of the gate, called as people, programs and automations call them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from homeassistant.core import Context
from homeassistant.exceptions import ServiceValidationError, Unauthorized, UnknownUser
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import (
    ApprovalNotFoundError,
    ApprovalRefusedError,
    ExecutionNotFoundError,
    InvalidActionError,
    RequestDeniedError,
)
from custom_components.action_engine.engine.model.circuit import CircuitState
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import FREE, SUPERVISED
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER, UNLOCK

OFF = {"action": "light.turn_off", "target": {"entity_id": "light.hall"}}
BAD = {"action": "light.turn_on", "target": 5}


class TestRun:
    """What the caller of ``run`` gets to know of the gate."""

    async def test_a_denied_run_raises_for_who_reads_no_response(self, house):
        """With the reason, so that an automation stops and says why."""
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        for data in ({}, {"wait": False}, {"on_failure_raise": True}):
            with pytest.raises(RequestDeniedError, match=r"Doors is not allowed: .+"):
                await house.call(
                    "run",
                    BOT,
                    response=bool(data.get("on_failure_raise")),
                    actions=[LAMP],
                    name="Doors",
                    **data,
                )

    @pytest.mark.parametrize("wait", [True, False])
    async def test_a_denied_run_is_told_in_the_response(self, house, wait):
        """With every reason."""
        house.judge_by(HOUSEHOLD, replace(SUPERVISED, enabled=False))
        answer = await house.ask(LAMP, wait=wait)
        assert answer["state"] == "denied"
        assert answer["success"] is False
        assert answer["verdict"]["decision"] == "deny"
        assert answer["error"]["code"] == "request_denied"
        assert house.calls == []

    @pytest.mark.parametrize("wait", [True, False])
    async def test_a_held_run_is_answered_at_once(self, house, wait):
        """With the question that waits for a person."""
        answer = await house.ask(LAMP, wait=wait)
        assert answer["state"] == "pending_approval"
        assert answer["verdict"]["decision"] == "hold"
        assert answer["verdict"]["impact"]["entity_ids"] == ["light.hall"]
        assert answer["approval_id"] == house.question().id
        assert house.calls == []

    async def test_a_held_run_is_no_error(self, house):
        """Nobody is told that it failed: it may yet run."""
        await house.call("run", BOT, response=False, actions=[LAMP])
        assert house.question().asker == BOT

    async def test_what_is_claimed_is_shown_to_people(self, house):
        """As a quotation, beside what is known."""
        claim = {"confidence": 0.85, "reasoning": "<b>It is dark</b>"}
        await house.ask(LAMP, **claim)
        assert house.question().claim == claim

    async def test_e06_who_says_that_he_is_an_agent_is_judged_as_one(self, house):
        """Also an administrator, who would need no leave himself."""
        answer = await house.ask(LAMP, as_=OWNER, agent={"platform": "ollama"})
        assert answer["state"] == "pending_approval"
        assert (await house.ask(LAMP, as_=OWNER))["state"] == "success"


class TestAssess:
    """What would be, without anything being."""

    async def test_it_tells_the_verdict_and_the_impact(self, house):
        """For each caller his own."""
        answer = await house.call("assess", BOT, actions=[UNLOCK])
        assert answer["decision"] == "hold"
        assert answer["impact"]["risk"] == "critical"
        assert [one["action"] for one in answer["impact"]["steps"]] == ["lock.unlock"]
        answer = await house.call("assess", OWNER, actions=[UNLOCK])
        assert answer["decision"] == "allow"
        assert answer["impact"]["risk"] == "critical"

    async def test_nothing_comes_of_it(self, house):
        """No question, no execution, nothing counted."""
        house.judge_by(HOUSEHOLD, replace(FREE, max_per_hour=1))
        for _ in range(3):
            answer = await house.call("assess", BOT, actions=[LAMP])
            assert answer["decision"] == "allow"
        assert house.engine.gate.pending() == []
        assert house.engine.executions == []
        assert house.calls == []

    async def test_a_claim_counts(self, house):
        """As it would count in earnest."""
        house.judge_by(HOUSEHOLD, replace(FREE, auto_approval_threshold=0.9))
        sure = await house.call("assess", BOT, actions=[LAMP], confidence=0.95)
        assert sure["decision"] == "allow"
        unsure = await house.call("assess", BOT, actions=[LAMP], confidence=0.5)
        assert unsure["decision"] == "hold"

    async def test_bad_actions_are_named(self, house):
        """As by ``run``."""
        with pytest.raises(InvalidActionError):
            await house.call("assess", BOT, actions=[BAD])


class TestApprove:
    """A person's yes."""

    @pytest.mark.parametrize("by", ["approval_id", "execution_id"])
    async def test_what_was_asked_for_runs(self, house, by):
        """The question may be named by itself, or by what it is about."""
        answer = await house.ask(LAMP)
        data = {by: answer[by], "notes": "Go on"}
        approval = await house.call("approve", ADULT, **data)
        await house.idle()
        assert approval["answer"] == "approved"
        assert approval["answered_by"] == ADULT
        assert approval["notes"] == "Go on"
        assert house.calls == [("light.turn_on", "light.hall")]

    async def test_critical_needs_a_second_person(self, house):
        """The first one reads that his yes alone is not enough."""
        answer = await house.ask(UNLOCK)
        data = {"approval_id": answer["approval_id"]}
        first = await house.call("approve", OWNER, **data)
        assert (first["answer"], first["needed"]) == ("pending", 2)
        assert first["agreed"] == [OWNER]
        second = await house.call("approve", ADULT, **data)
        await house.idle()
        assert second["answer"] == "approved"
        assert house.calls == [("lock.unlock", "lock.front")]

    async def test_similar_ones_need_not_be_asked_about(self, house):
        """Until somebody takes that back."""
        answer = await house.ask(LAMP)
        data = {"approval_id": answer["approval_id"], "similar_for": "00:10:00"}
        await house.call("approve", ADULT, **data)
        assert (await house.ask(LAMP))["state"] == "success"
        (grant,) = (await house.call("list_grants", ADULT))["grants"]
        assert grant["given_by"] == ADULT
        assert grant["actions"] == ["light.turn_on"]
        await house.call("revoke_grant", ADULT, grant_id=grant["grant_id"])
        assert (await house.ask(LAMP))["state"] == "pending_approval"
        assert (await house.call("list_grants", OWNER))["grants"] == []

    @pytest.mark.parametrize("person", [BOT, GUEST, None])
    async def test_e06_nobody_else_answers(self, house, person):
        """Not the account that asked, nobody who is not asked, and no automation."""
        answer = await house.ask(LAMP)
        data = {"approval_id": answer["approval_id"]}
        for service in ("approve", "reject"):
            with pytest.raises(ApprovalNotFoundError):
                await house.call(service, person, **data)
        with pytest.raises(ApprovalNotFoundError):
            await house.call("approve", person, actions=[LAMP], **data)
        assert house.question().is_open
        assert house.calls == []

    async def test_e06_nothing_that_the_engine_runs_answers(self, house):
        """A model that speaks with the account of an approver is not that person."""
        answer = await house.ask(LAMP)
        yes = {
            "action": "action_engine.approve",
            "data": {"approval_id": answer["approval_id"]},
        }
        ran = await house.ask(yes, as_=OWNER)
        assert ran["state"] == "failed"
        assert ran["error"]["code"] == "approval_not_found"
        assert house.calls == []

    async def test_e06_no_script_answers(self, hass, house):
        """Not even one that an approver has started."""
        answer = await house.ask(LAMP)
        yes = {
            "action": "action_engine.approve",
            "data": {"approval_id": answer["approval_id"]},
        }
        config = {"script": {"yes": {"sequence": [yes]}}}
        assert await async_setup_component(hass, "script", config)
        with pytest.raises(ApprovalNotFoundError):
            await hass.services.async_call(
                "script", "yes", blocking=True, context=Context(user_id=OWNER)
            )
        assert house.question().is_open


class TestApproveChanged:
    """Something else, in place of what was asked for."""

    async def test_it_runs_on_behalf_of_who_answers(self, house):
        """And what was asked for is rejected, for good."""
        answer = await house.ask(LAMP, name="Light")
        data = {"execution_id": answer["execution_id"], "notes": "Too bright"}
        approval = await house.call("approve", ADULT, actions=[OFF], **data)
        await house.idle()
        assert house.calls == [("light.turn_off", "light.hall")]
        other = approval["replaced_by"]
        assert approval["answer"] == "rejected"
        assert approval["notes"] == f"Too bright (replaced by {other})"
        first = await house.call(
            "get_execution", BOT, execution_id=answer["execution_id"]
        )
        assert first["state"] == "rejected"
        second = await house.call("get_execution", ADULT, execution_id=other)
        assert second["state"] == "success"
        assert second["user_id"] == ADULT
        assert second["name"] == "Light"
        assert second["repeat_of"] == answer["execution_id"]
        assert (await house.ask(LAMP))["verdict"]["decided_by"] == "rejected_before"

    async def test_what_cannot_run_leaves_the_question_open(self, house):
        """Nothing is lost by a slip of the pen, or by a lack of rights."""
        answer = await house.ask(LAMP)
        data = {"approval_id": answer["approval_id"]}
        with pytest.raises(InvalidActionError):
            await house.call("approve", ADULT, actions=[BAD], **data)
        with pytest.raises(RequestDeniedError):
            await house.call("approve", ADULT, actions=[{"event": "mine"}], **data)
        assert house.question().id == answer["approval_id"]

    @pytest.mark.parametrize("field", [{"code": "4711"}, {"similar_for": 60}])
    async def test_it_agrees_to_nothing(self, house, field):
        """What belongs to a yes cannot stand beside it."""
        answer = await house.ask(LAMP)
        data = {"approval_id": answer["approval_id"], **field}
        with pytest.raises(InvalidActionError, match="a value beside actions"):
            await house.call("approve", ADULT, actions=[OFF], **data)
        assert house.question().is_open


async def test_reject(house):
    """Nothing runs, and the same is not asked about again for a while."""
    answer = await house.ask(LAMP)
    data = {"approval_id": answer["approval_id"], "reason": "The children sleep"}
    approval = await house.call("reject", ADULT, **data)
    assert approval["answer"] == "rejected"
    assert approval["notes"] == "The children sleep"
    assert (await house.ask(LAMP))["state"] == "denied"
    assert house.calls == []


class TestWhoSeesWhat:
    """Questions and grants are not everybody's business."""

    async def test_e18_questions(self, house):
        """Seen by those who are asked, by the account that asked, and by automations."""
        await house.ask(LAMP)
        for person, number in ((OWNER, 1), (ADULT, 1), (BOT, 1), (GUEST, 0), (None, 1)):
            found = (await house.call("list_approvals", person))["approvals"]
            assert len(found) == number
            for one in found:
                assert one["may_answer"] is (person in (OWNER, ADULT))

    async def test_e18_grants(self, house):
        """Whoever does not see one cannot take it back, and learns nothing of it."""
        answer = await house.ask(LAMP)
        data = {"approval_id": answer["approval_id"], "similar_for": 600}
        await house.call("approve", ADULT, **data)
        (grant,) = house.engine.gate.grants()
        errors = set()
        for grant_id in (grant.id, "01K"):
            with pytest.raises(InvalidActionError) as refused:
                await house.call("revoke_grant", GUEST, grant_id=grant_id)
            errors.add(str(refused.value).replace(grant_id, ""))
        assert len(errors) == 1
        assert (await house.call("list_grants", GUEST))["grants"] == []
        assert house.engine.gate.grants() == [grant]

    async def test_a_user_who_is_gone_sees_nothing(self, house):
        """His id in an old context opens nothing."""
        with pytest.raises(UnknownUser):
            await house.call("list_approvals", "nobody")


class TestPanic:
    """Everything stops, until somebody lifts it."""

    @pytest.mark.parametrize("person", [OWNER, GUEST, BOT, None])
    async def test_anybody_stops_everything(self, house, person):
        """Questions are withdrawn, and the agent is out."""
        await house.ask(LAMP)
        answer = await house.call("panic_stop", person)
        assert answer == {"cancelled": 0}
        assert house.engine.gate.pending() == []
        assert (await house.ask(LAMP))["verdict"]["decided_by"] == "panic"

    async def test_an_administrator_lifts_it(self, house):
        """From then on requests are judged as before."""
        await house.call("panic_stop", GUEST)
        await house.call("lift_panic", OWNER, response=False)
        assert not house.engine.gate.panicked
        assert (await house.ask(LAMP))["state"] == "pending_approval"

    @pytest.mark.parametrize("person", [ADULT, BOT, None])
    async def test_nobody_else_does(self, house, person):
        """No automation either: it may have been set off by anybody."""
        await house.call("panic_stop", GUEST)
        with pytest.raises(Unauthorized):
            await house.call("lift_panic", person)
        assert house.engine.gate.panicked

    async def test_nothing_that_the_engine_runs_does(self, house):
        """A model that speaks with the account of the owner is not the owner."""
        await house.call("panic_stop", GUEST)
        ran = await house.ask({"action": "action_engine.lift_panic"}, as_=OWNER)
        assert ran["state"] == "failed"
        assert house.engine.gate.panicked


class TestCircuits:
    """What has failed too often."""

    async def broken(self, hass, house):
        """Let a lamp fail until nothing is sent to it any more."""

        async def fail(_call):
            raise RuntimeError("the cable is cut")

        hass.services.async_register("light", "turn_on", fail)
        house.judge_by(HOUSEHOLD, replace(FREE, repeats=None))
        for _ in range(5):
            await house.ask(LAMP)

    async def test_an_administrator_closes_one(self, hass, house):
        """And it is tried again."""
        await self.broken(hass, house)
        found = (await house.call("list_circuits", OWNER))["circuits"]
        states = {one["key"]: one["state"] for one in found}
        assert states["action:light.turn_on"] == CircuitState.OPEN
        assert (await house.ask(LAMP))["verdict"]["decided_by"] == "circuit"
        for key in states:
            assert await house.call("reset_circuit", OWNER, circuit=key) == {
                "circuit": key
            }
        assert (await house.ask(LAMP))["state"] == "failed"

    async def test_others_do_not(self, hass, house):
        """An error may hold what others have asked for."""
        await self.broken(hass, house)
        with pytest.raises(Unauthorized):
            await house.call("list_circuits", BOT)
        with pytest.raises(Unauthorized):
            await house.call("reset_circuit", BOT, circuit="action:light.turn_on")

    async def test_a_circuit_that_is_not_there_is_named(self, house):
        """Instead of a silence that looks like success."""
        with pytest.raises(InvalidActionError, match="expected no circuit at all"):
            await house.call("reset_circuit", OWNER, circuit="all")


@pytest.mark.parametrize(
    ("service", "data", "place", "expected"),
    [
        ("approve", {}, "approval_id", "one of approval_id, execution_id"),
        ("approve", {"approval_id": "a", "execution_id": "b"}, "approval_id", "one of"),
        ("approve", {"approval_id": "a", "similar_for": 0}, "similar_for", "a time to"),
        ("approve", {"approval_id": "a", "code": []}, "code", "a text of 1"),
        ("approve", {"approval_id": "a", "note": "x"}, "'note'", "perhaps notes"),
        ("reject", {}, "approval_id", "one of approval_id, execution_id"),
        ("reject", {"approval_id": "a", "reason": {}}, "reason", "a text of 1"),
        ("assess", {}, "actions", "one of actions, yaml, script, automation"),
        ("assess", {"actions": [LAMP], "wait": True}, "'wait'", "an unknown field"),
        ("revoke_grant", {}, "grant_id", "the id of a grant"),
        ("reset_circuit", {}, "circuit", "the name of a circuit"),
        ("list_approvals", {"all": True}, "'all'", "no fields at all"),
        ("list_grants", {"all": True}, "'all'", "no fields at all"),
        ("list_circuits", {"all": True}, "'all'", "no fields at all"),
        ("panic_stop", {"why": "x"}, "'why'", "no fields at all"),
    ],
)
async def test_bad_input_is_a_sentence(house, service, data, place, expected):
    """The caller reads the place, what came and what was expected."""
    with pytest.raises(ServiceValidationError) as refused:
        await house.call(service, OWNER, **data)
    assert str(refused.value).startswith(f"{place}: came ")
    assert expected in str(refused.value)


async def test_a_wrong_code_counts_for_nothing(house, monkeypatch):
    """Neither for a second person nor for the first."""
    answer = await house.ask(UNLOCK)
    approving = house.engine.gate._approving  # noqa: SLF001 - no option sets it
    monkeypatch.setattr(approving, "code_hash", "no hash")
    data = {"approval_id": answer["approval_id"], "code": "0000"}
    with pytest.raises(ApprovalRefusedError):
        await house.call("approve", OWNER, **data)
    assert house.question().agreed == ()


async def test_a_question_that_has_expired_is_answered_by_nobody(hass, house):
    """It is as if it had never been."""
    answer = await house.ask(LAMP)
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(hours=2))
    await house.idle()
    with pytest.raises(ApprovalNotFoundError):
        await house.call("approve", OWNER, approval_id=answer["approval_id"])


@pytest.mark.parametrize("service", ["approve", "assess", "panic_stop"])
async def test_without_the_entry_the_actions_say_so(hass, entry, house, service):
    """They stay registered, so that automations stay valid."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    with pytest.raises(ServiceValidationError, match="not loaded"):
        await house.call(service, OWNER)
    assert hass.services.has_service(DOMAIN, service)


@pytest.mark.parametrize("service", ["cancel", "pause", "resume"])
async def test_e18_nobody_ends_what_another_one_runs(house, service):
    """An agent does not halt what the household does."""
    house.judge_by(HOUSEHOLD, FREE)
    wait = {"delay": {"hours": 1}}
    mine = await house.ask(wait, as_=OWNER, wait=False)
    with pytest.raises(ExecutionNotFoundError):
        await house.call(
            service, BOT, response=False, execution_id=mine["execution_id"]
        )
    with pytest.raises(Unauthorized):
        await house.call("cancel_all", BOT)
    execution = house.engine.get(mine["execution_id"])
    assert execution.state == "executing"
    await house.call("cancel", OWNER, response=False, execution_id=execution.id)
    await execution.end()
