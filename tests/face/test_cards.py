"""The resource of the dashboard cards, as Home Assistant keeps it."""

import gzip
import re

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.components.lovelace.const import LOVELACE_DATA
from homeassistant.config_entries import ConfigEntryState
from homeassistant.setup import async_setup_component

from custom_components.action_engine.cards import STEADY_URL
from custom_components.action_engine.const import BUILT_URL, DOMAIN
from tests.face.package_files import ROOT

FOREIGN = "/hacsfiles/clock/clock.js"
STORE = "lovelace_resources"


@pytest.fixture
async def frontend(hass):
    """Bring up a frontend whose resources are kept by Home Assistant."""
    assert await async_setup_component(hass, "frontend", {})


@pytest.fixture
def add_entry(hass):
    """Load the engine."""

    async def add():
        entry = MockConfigEntry(domain=DOMAIN)
        entry.add_to_hass(hass)
        assert await hass.config_entries.async_setup(entry.entry_id)
        await hass.async_block_till_done()
        return entry

    return add


def stored(*urls):
    """Return what is in the store of the resources before the start."""
    items = [
        {"id": str(number), "type": "module", "url": url}
        for number, url in enumerate(urls)
    ]
    return {STORE: {"version": 1, "key": STORE, "data": {"items": items}}}


async def resources_of(hass):
    """Return the resources with their ids, as dashboards get them."""
    resources = hass.data[LOVELACE_DATA].resources
    await resources.async_get_info()
    return {item["id"]: item["url"] for item in resources.async_items()}


def built(name):
    """Return the address of the module that was built."""
    (path,) = (ROOT / "frontend").glob(f"{name}-*.js")
    return f"{BUILT_URL}/{path.name}"


async def test_it_is_added_once_however_often_the_entry_is_loaded(
    hass, frontend, add_entry
):
    """It is a module, and a reload adds no second one."""
    entry = await add_entry()
    await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    (resource,) = hass.data[LOVELACE_DATA].resources.async_items()
    assert resource["type"] == "module"
    assert resource["url"] == built("cards")


async def test_a_new_version_takes_the_place_of_the_old_one(
    hass, hass_storage, frontend, add_entry
):
    """The resource stays the same one and leads elsewhere; doubles and no others go."""
    old, double = f"{BUILT_URL}/cards-0ld.js", f"{BUILT_URL}/cards-0lder.js"
    hass_storage.update(stored(FOREIGN, old, double))
    await add_entry()
    assert await resources_of(hass) == {"0": FOREIGN, "1": built("cards")}


async def test_it_goes_with_the_entry_and_leaves_others_alone(
    hass, hass_storage, frontend, add_entry
):
    """Those that people have added stay, the steady address of ours among them."""
    hass_storage.update(stored(FOREIGN, STEADY_URL))
    entry = await add_entry()
    assert len(await resources_of(hass)) == 3
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert len(await resources_of(hass)) == 3
    await hass.config_entries.async_remove(entry.entry_id)
    assert await resources_of(hass) == {"0": FOREIGN, "1": STEADY_URL}


async def test_yaml_is_not_touched_and_the_log_says_what_to_write(
    hass, add_entry, caplog
):
    """It says so once, with an address that stays; removal finds nothing to remove."""
    own = {"url": f"{BUILT_URL}/cards-by-hand.js", "type": "module"}
    config = {"lovelace": {"resource_mode": "yaml", "resources": [own]}}
    assert await async_setup_component(hass, "lovelace", config)
    assert await async_setup_component(hass, "frontend", {})
    caplog.set_level("INFO")
    entry = await add_entry()
    await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    assert caplog.text.count(STEADY_URL) == 1
    await hass.config_entries.async_remove(entry.entry_id)
    assert hass.data[LOVELACE_DATA].resources.async_items() == [own]


async def test_dashboards_that_come_later_have_it_too(hass, frontend, add_entry):
    """Nothing is lost if Home Assistant takes them up after the engine."""
    hass.config.components.remove("lovelace")
    data = hass.data.pop(LOVELACE_DATA)
    await add_entry()
    hass.data[LOVELACE_DATA] = data
    assert await resources_of(hass) == {}
    hass.config.components.add("lovelace")
    hass.bus.async_fire("component_loaded", {"component": "lovelace"})
    await hass.async_block_till_done()
    assert list((await resources_of(hass)).values()) == [built("cards")]


async def test_dashboards_that_come_after_the_removal_have_nothing(
    hass, frontend, add_entry
):
    """What is gone by then is not added."""
    hass.config.components.remove("lovelace")
    data = hass.data.pop(LOVELACE_DATA)
    entry = await add_entry()
    await hass.config_entries.async_remove(entry.entry_id)
    hass.data[LOVELACE_DATA] = data
    hass.config.components.add("lovelace")
    hass.bus.async_fire("component_loaded", {"component": "lovelace"})
    await hass.async_block_till_done()
    assert await resources_of(hass) == {}


async def test_without_dashboards_there_is_an_engine_all_the_same(hass, add_entry):
    """Neither its start nor its removal needs them."""
    entry = await add_entry()
    assert entry.state is ConfigEntryState.LOADED
    await hass.config_entries.async_remove(entry.entry_id)
    assert LOVELACE_DATA not in hass.data


async def test_the_steady_address_leads_to_the_module_of_the_day(
    hass, frontend, add_entry, hass_client_no_auth
):
    """It is asked for anew each time; what it leads to may be kept for a month."""
    await add_entry()
    client = await hass_client_no_auth()
    steady = await client.get(STEADY_URL)
    assert steady.headers["Cache-Control"] == "no-cache"
    assert "javascript" in steady.content_type
    (url,) = re.findall(r'"(.+)"', await steady.text())
    module = await client.get(url)
    assert module.status == 200
    assert "javascript" in module.content_type
    assert "max-age=2678400" in module.headers["Cache-Control"]


def test_the_cards_load_nothing_of_the_views():
    """The entry and what it imports have the cards, and no view of the panel."""
    folder = ROOT / "frontend"
    (entry,) = folder.glob("cards-*.js")
    names = {entry.name, *re.findall(r"[\"']\./([\w-]+\.js)[\"']", entry.read_text())}
    text = "".join((folder / name).read_text() for name in names)
    assert len(names) > 1
    assert "customCards" in text
    assert "action-engine-overview" not in text
    assert len(gzip.compress(entry.read_bytes())) < 20 * 1024
