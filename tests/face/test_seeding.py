"""The two policies that every home begins with."""

from dataclasses import replace

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.config_entries import SOURCE_USER

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.model.policy import AGENTS, HOUSEHOLD


def policies(entry):
    """Return the policies in force, as the seeds are written."""
    return [
        replace(policy, id=policy.name.lower())
        for policy in entry.runtime_data.engine.gate.policies
    ]


async def test_a_new_entry_has_them(hass):
    """They are there from the first moment on."""
    form = await hass.config_entries.flow.async_init(
        DOMAIN, context={"source": SOURCE_USER}
    )
    result = await hass.config_entries.flow.async_configure(form["flow_id"], {})
    await hass.async_block_till_done()
    assert policies(result["result"]) == [HOUSEHOLD, AGENTS]


async def test_an_entry_of_before_gets_them_once(hass, entry):
    """And no second time after a restart."""
    assert entry.minor_version == 2
    assert policies(entry) == [HOUSEHOLD, AGENTS]
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert policies(entry) == [HOUSEHOLD, AGENTS]


async def test_who_deletes_one_is_rid_of_it(hass, entry):
    """It does not come back."""
    agents = entry.runtime_data.engine.gate.policies[1]
    hass.config_entries.async_remove_subentry(entry, agents.id)
    await hass.async_block_till_done()
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert policies(entry) == [HOUSEHOLD]


@pytest.mark.parametrize("minor_version", [2, 3])
async def test_a_later_entry_is_left_alone(hass, minor_version):
    """Whoever has none by now wants none."""
    entry = MockConfigEntry(domain=DOMAIN, minor_version=minor_version)
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    assert policies(entry) == []
    assert entry.minor_version == minor_version
