"""Which issues there are for which health of the journal."""

import pytest

from homeassistant.helpers import issue_registry as ir

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.journal import JournalHealth
from custom_components.action_engine.issues import Issues

ASIDE = "/config/action_engine.db.corrupt-1"


@pytest.fixture
def issues(hass):
    """Return what raises them."""
    return Issues(hass)


def ids(hass):
    """Return the ids of the issues that are there."""
    return [one.issue_id for one in ir.async_get(hass).issues.values()]


def health(**more):
    """Return the health of a journal that is well but for some things."""
    return JournalHealth(**{"durable": True, "place": "/config/journal.db", **more})


async def test_what_happened_is_told_once(hass, issues):
    """Whoever has confirmed that he knows is not told again when something else changes."""
    issues.show_health(health(moved_aside=ASIDE))
    assert ids(hass) == ["journal_moved_aside_action_engine.db.corrupt-1"]
    ir.async_delete_issue(hass, DOMAIN, ids(hass)[0])
    issues.show_health(health(moved_aside=ASIDE, durable=False, reason="disk full"))
    assert ids(hass) == ["journal_not_durable"]
    issues.show_health(health(moved_aside=f"{ASIDE}2"))
    assert ids(hass) == ["journal_moved_aside_action_engine.db.corrupt-12"]


async def test_only_what_is_still_undecided_has_an_issue(hass, issues):
    """Those that were decided lose theirs."""
    issues.show_undecided({"1": "Doors", "2": "Lights"})
    issues.show_undecided({"2": "Lights", "3": "Blinds"})
    assert sorted(ids(hass)) == ["undecided_2", "undecided_3"]


async def test_what_makes_no_sense_without_an_engine_is_withdrawn(hass, issues):
    """What happened stays to be read."""
    issues.show_undecided({"1": "Doors"})
    issues.show_health(health(durable=False, key_lost=True))
    issues.withdraw()
    assert ids(hass) == ["journal_key_lost"]
