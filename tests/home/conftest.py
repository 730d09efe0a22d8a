"""The simulated home inside a test's own Home Assistant."""

from pathlib import Path

import pytest

from homeassistant.setup import async_setup_component


@pytest.fixture
def device_log(tmp_path):
    """Name the file that the devices write to."""
    return tmp_path / "devices.jsonl"


@pytest.fixture
async def home(hass, device_log, monkeypatch, enable_custom_integrations):
    """Set the home up; its timers stand still until a test moves the clock."""
    # Adds the custom_components beside this file to those of the project.
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    section = {"device_log": str(device_log)}
    config = {"simulated_home": section}
    assert await async_setup_component(hass, "simulated_home", config)
    await hass.async_block_till_done()
    return hass.config_entries.async_entries("simulated_home")[0]
