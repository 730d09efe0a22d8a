"""What somebody may try who is not trusted, and what comes of it."""

from dataclasses import replace

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.gate.case import Rights, Usage
from custom_components.action_engine.engine.gate.judge import judge
from custom_components.action_engine.engine.gate.literal import templates_in
from custom_components.action_engine.engine.gate.specificity import choose
from custom_components.action_engine.engine.model.claim import Claim
from custom_components.action_engine.engine.model.policy import (
    AGENTS,
    HOUSEHOLD,
    SafetyMode,
)
from custom_components.action_engine.engine.model.verdict import Decision
from tests.engine.gate.cases import AGENT, PERSON, asked, case, trusted

ALLOW, HOLD, DENY = Decision.ALLOW, Decision.HOLD, Decision.DENY
UNLOCK = asked("lock.unlock", "lock.front")
SURE = Claim(confidence=1.0)


@pytest.mark.parametrize(
    "wish",
    [
        UNLOCK,
        asked("cover.open_cover", "cover.g", device_classes=frozenset({"garage"})),
        asked("alarm_control_panel.alarm_disarm", "alarm_control_panel.a"),
        asked("scene.apply", "lock.front"),
        asked("device", data={"domain": "lock", "type": "unlock"}),
    ],
)
def test_e01_what_is_critical_goes_to_a_person_whatever_steers_the_model(wish):
    """Under the most open policy that a model can have, and however sure it is."""
    verdict = judge(case(wish, claim=SURE))
    assert (verdict.decision, verdict.decided_by) == (HOLD, "risk")


@pytest.mark.parametrize(
    "action", ["homeassistant.restart", "shell_command.x", "mqtt.publish"]
)
def test_e01_what_leads_around_the_gate_goes_to_nobody(action):
    """No person is even asked, so none can be talked into it."""
    verdict = judge(case(asked(action), claim=SURE))
    assert (verdict.decision, verdict.decided_by) == (DENY, "out_of_reach")


def test_e01_agents_may_do_nothing_until_the_owner_says_so():
    """The policy that comes with the engine is switched off."""
    policy = choose((HOUSEHOLD, AGENTS), AGENT)
    assert judge(case(asked(), policy=policy, claim=SURE)).decision is DENY


def test_e01_agents_are_asked_about_once_they_are_switched_on():
    """Switched on and nothing else changed, a person is asked each time."""
    policy = replace(AGENTS, enabled=True)
    assert judge(case(asked(), policy=policy, claim=SURE)).decision is HOLD


def test_e02_what_an_agent_sends_is_literal():
    """A template is refused before anybody renders it, and its place is told."""
    sent = [{"action": "notify.me", "data": {"message": "{{ states('lock.front') }}"}}]
    verdict = judge(case(asked("notify.me"), templates=templates_in(sent)))
    assert (verdict.decision, verdict.decided_by) == (DENY, "literal")
    assert "0/data/message" in verdict.reasons[0].finding.text


def test_e04_rights_of_home_assistant_count_for_whoever_is_trusted():
    """Trust of the household makes nobody an administrator."""
    rights = Rights(admin_only=("homeassistant.restart",))
    assert (
        judge(trusted(asked("homeassistant.restart"), rights=rights)).decision is DENY
    )


def test_e04_a_user_who_was_switched_off_may_do_nothing():
    """Not even what everybody may."""
    gone = replace(PERSON, is_active=False)
    assert judge(trusted(asked(), caller=gone)).decision is DENY


def test_e05_a_blessed_script_is_a_way_that_the_owner_has_opened():
    """What the list names in full may do its work, and nothing else may."""
    inside = asked("climate.turn_off", "climate.a", opened_from="script.night")
    allowed = {"allowed_actions": ("script.night",)}
    assert judge(case(asked("script.night"), inside, **allowed)).decision is ALLOW
    outside = asked("climate.turn_off", "climate.a")
    assert judge(case(outside, **allowed)).decision is DENY


def test_e05_a_script_of_which_nobody_knows_what_it_does_goes_to_a_person():
    """Unless the policy lets high risk through."""
    closed = asked("script.night", closed=True)
    held = judge(case(closed, safety_mode=SafetyMode.MODERATE))
    assert (held.decision, held.decided_by) == (HOLD, "risk")


def test_e14_questions_do_not_pile_up():
    """Who asks too much is refused instead of being asked about."""
    asking = case(asked(), approval_required=True, usage=Usage(pending=20))
    assert judge(asking).decided_by == "pending_cap"


def test_e14_who_was_rejected_is_not_asked_about_again():
    """Leave in advance changes nothing about it."""
    assert judge(case(asked(), rejected=1.0, granted=True)).decision is DENY


@given(st.text(), st.text())
def test_e16_no_text_talks_the_gate_into_anything(reasoning, other):
    """Urgency and authority are not among what the rules look at."""
    asking = case(UNLOCK, claim=Claim(confidence=0.5, reasoning=reasoning))
    rephrased = replace(asking, claim=replace(asking.claim, reasoning=other))
    assert judge(asking).as_dict() == judge(rephrased).as_dict()


def test_a_household_unlocks_its_own_door():
    """Its automations could call the service themselves; asking protects nobody."""
    assert judge(trusted(UNLOCK)).decision is ALLOW


def test_a_panic_stop_leaves_the_household_in_charge():
    """It is for the household to set things right."""
    assert judge(trusted(UNLOCK, panicked=True)).decision is ALLOW
    assert judge(case(asked(), panicked=True)).decision is DENY
