"""Accounts of agents that can do more than they should."""

from dataclasses import replace

import pytest

from homeassistant.auth.const import GROUP_ID_ADMIN, GROUP_ID_USER

from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from tests.engine.gate_home import BOT, OWNER, SUPERVISED

ADMIN_ISSUE = f"account_is_admin_{BOT}"
APPROVES_ISSUE = f"account_approves_{BOT}"


@pytest.fixture
def set_group(hass, guarded):
    """Put the agent's account into another group."""

    async def put(group):
        user = await hass.auth.async_get_user(BOT)
        await hass.auth.async_update_user(user, group_ids=[group])
        await guarded.idle()

    return put


async def test_an_account_of_its_own_is_fine(guarded):
    """No administrator, and nobody's approver."""
    assert guarded.issues() == {}


async def test_e07_an_administrator_is_told_of_until_he_is_none(guarded, set_group):
    """At once, whoever changes it."""
    await set_group(GROUP_ID_ADMIN)
    issue = guarded.issues()[ADMIN_ISSUE]
    told = issue.translation_placeholders
    assert (told["user"], told["policy"]) == ("Bot", "Agents")
    assert not issue.is_fixable
    await set_group(GROUP_ID_USER)
    assert guarded.issues() == {}


async def test_e07_an_approver_anywhere_is_told_of(guarded):
    """Also of another policy: one agent would answer for another."""
    other = replace(SUPERVISED, id="other", name="Other", approvers=frozenset({BOT}))
    guarded.judge_by(HOUSEHOLD, SUPERVISED, other)
    await guarded.idle()
    issue = guarded.issues()[APPROVES_ISSUE]
    assert issue.translation_placeholders["approves"] == "Other"
    guarded.judge_by(HOUSEHOLD, SUPERVISED)
    await guarded.idle()
    assert guarded.issues() == {}


async def test_e07_who_is_trusted_may_be_anybody(guarded):
    """Administrators have policies, too."""
    people = replace(SUPERVISED.applies, users=frozenset({OWNER}))
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, applies=people, trusted=True))
    await guarded.idle()
    assert guarded.issues() == {}


async def test_e07_an_account_that_is_gone_is_nobody(hass, guarded, set_group):
    """The issue goes with it, and with the engine."""
    await set_group(GROUP_ID_ADMIN)
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    assert guarded.issues() == {}
    await hass.config_entries.async_setup(guarded.entry.entry_id)
    gate = guarded.entry.runtime_data.gate
    gate.set_policies((HOUSEHOLD, SUPERVISED))
    await guarded.idle()
    assert ADMIN_ISSUE in guarded.issues()
    await hass.auth.async_remove_user(await hass.auth.async_get_user(BOT))
    await guarded.idle()
    assert guarded.issues() == {}
