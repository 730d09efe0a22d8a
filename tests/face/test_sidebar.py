"""The panel in the sidebar, as far as Home Assistant knows of it."""

import gzip

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.components import frontend
from homeassistant.config_entries import ConfigEntryState
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import APPROVALS_PAGE, DOMAIN, PANEL_PATH
from tests.face.package_files import ROOT

MOST_BYTES = 120 * 1024


@pytest.fixture
async def entry(hass):
    """Load the engine in a home that has a frontend."""
    assert await async_setup_component(hass, "frontend", {})
    entry = MockConfigEntry(domain=DOMAIN)
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    return entry


def shown(hass):
    """Return what the sidebar knows of the panel, None if it is not there."""
    panel = hass.data[frontend.DATA_PANELS].get(PANEL_PATH)
    return panel and panel.config["_panel_custom"]


async def test_everybody_has_it_and_it_is_not_in_a_frame(hass, entry):
    """It is a module whose name has a hash, for administrators and others."""
    panel = hass.data[frontend.DATA_PANELS][PANEL_PATH]
    assert panel.sidebar_title == "Action Engine"
    assert panel.require_admin is False
    assert shown(hass)["embed_iframe"] is False
    assert f"/{PANEL_PATH}/approvals" == APPROVALS_PAGE


async def test_the_module_is_served_and_may_be_kept(hass, entry, hass_client_no_auth):
    """Browsers keep it for a month: another one has another name."""
    client = await hass_client_no_auth()
    answer = await client.get(shown(hass)["module_url"])
    assert answer.status == 200
    assert "javascript" in answer.content_type
    assert "max-age=2678400" in answer.headers["Cache-Control"]
    assert b"action-engine-panel" in await answer.read()


async def test_it_goes_and_comes_with_the_entry(hass, entry):
    """An engine that is not loaded has no panel; one that is reloaded has one again."""
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert shown(hass) is None
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert shown(hass) is not None


async def test_a_home_without_a_frontend_has_an_engine(hass):
    """There is nothing to show it in, and that is no error."""
    entry = MockConfigEntry(domain=DOMAIN)
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.LOADED


def test_one_build_is_committed_and_it_is_small():
    """Two of an entry would be one too many: nobody knew which is right."""
    modules = sorted((ROOT / "frontend").iterdir())
    entries = [path.name.partition("-")[0] for path in modules]
    assert (entries.count("panel"), entries.count("cards")) == (1, 1)
    assert sum(len(gzip.compress(one.read_bytes())) for one in modules) < MOST_BYTES
