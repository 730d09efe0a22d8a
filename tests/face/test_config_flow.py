"""Set-up and options, the way a browser does them."""

import pytest
from pytest_homeassistant_custom_component.common import get_schema_suggested_value

from homeassistant.config_entries import SOURCE_USER
from homeassistant.data_entry_flow import FlowResultType, InvalidData
from homeassistant.setup import async_setup_component

from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.gate.code import matches
from custom_components.action_engine.engine.model.circuit import CircuitSettings
from custom_components.action_engine.engine.model.journal import JournalSettings
from custom_components.action_engine.engine.model.options import (
    EngineOptions,
    OnRestart,
)
from custom_components.action_engine.engine.model.retry import RetryPolicy

FILLED_IN = {
    "execution": {"workers": 4.0, "max_queue": 50.0, "timeout": 90.0},
    "retry": {
        "max_retries": 5.0,
        "initial_delay": 0.5,
        "multiplier": 3.0,
        "max_delay": 30.0,
        "jitter": 0.0,
    },
    "verification": {"verify": False, "within": 8.0},
    "restart": {"on_restart": "ask", "resume_within": 600.0},
    "safety": {
        "approval_code": "",
        "circuit_threshold": 3.0,
        "circuit_cooldown": 60.0,
    },
    "journal": {"db_url": "", "encrypt": False, "keep_days": 7.0, "keep_count": 90.0},
}


def changed(section, **values):
    """Return the filled-in form with other values in one section."""
    return {**FILLED_IN, section: {**FILLED_IN[section], **values}}


async def test_user_confirms_and_gets_an_entry_without_data(hass):
    """The flow asks nothing and stores nothing."""
    form = await hass.config_entries.flow.async_init(
        DOMAIN, context={"source": SOURCE_USER}
    )
    assert form["type"] is FlowResultType.FORM
    assert form["step_id"] == "user"
    assert not form["errors"]

    result = await hass.config_entries.flow.async_configure(form["flow_id"], {})
    await hass.async_block_till_done()
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "Action Engine"
    assert result["data"] == {}
    assert result["result"].runtime_data.engine.options == EngineOptions()


@pytest.mark.usefixtures("entry")
async def test_a_second_entry_is_refused(hass):
    """There is one engine in a home."""
    result = await hass.config_entries.flow.async_init(
        DOMAIN, context={"source": SOURCE_USER}
    )
    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "single_instance_allowed"


async def test_options_page_shows_what_is_set(hass, entry):
    """What was never set shows its default."""
    form = await hass.config_entries.options.async_init(entry.entry_id)
    sections = {str(key): value for key, value in form["data_schema"].schema.items()}
    execution = sections["execution"].schema.schema
    retry = sections["retry"].schema.schema
    assert get_schema_suggested_value(execution, "max_queue") == 2000
    assert get_schema_suggested_value(retry, "max_retries") == 0
    assert get_schema_suggested_value(retry, "max_delay") == 60.0


async def test_options_are_stored_and_used_at_once(hass, entry, engine):
    """The engine goes on with the new options, and is still the same engine."""
    form = await hass.config_entries.options.async_init(entry.entry_id)
    result = await hass.config_entries.options.async_configure(
        form["flow_id"], FILLED_IN
    )
    await hass.async_block_till_done()
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert entry.options == FILLED_IN
    assert isinstance(entry.options["execution"]["workers"], int)
    assert entry.runtime_data.engine is engine
    assert engine.options == EngineOptions(
        workers=4,
        max_queue=50,
        timeout=90.0,
        retry=RetryPolicy(
            max_retries=5,
            initial_delay=0.5,
            multiplier=3.0,
            max_delay=30.0,
            jitter=0.0,
        ),
        verify=False,
        within=8.0,
        on_restart=OnRestart.ASK,
        resume_within=600.0,
        journal=JournalSettings(keep_days=7, keep_count=90),
        circuits=CircuitSettings(threshold=3, cooldown=60.0),
    )


async def test_a_longest_delay_below_the_first_is_shown_again(hass, entry):
    """The form keeps what was filled in, and can be mended."""
    form = await hass.config_entries.options.async_init(entry.entry_id)
    refused = await hass.config_entries.options.async_configure(
        form["flow_id"], changed("retry", initial_delay=10.0, max_delay=5.0)
    )
    assert refused["type"] is FlowResultType.FORM
    assert refused["errors"] == {"base": "max_delay_below_initial_delay"}
    sections = {str(key): value for key, value in refused["data_schema"].schema.items()}
    retry = sections["retry"].schema.schema
    assert get_schema_suggested_value(retry, "initial_delay") == 10.0

    mended = await hass.config_entries.options.async_configure(
        form["flow_id"], FILLED_IN
    )
    await hass.async_block_till_done()
    assert mended["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("execution", {"workers": 0}),
        ("execution", {"workers": 33}),
        ("execution", {"max_queue": 0}),
        ("execution", {"timeout": -1}),
        ("retry", {"max_retries": -1}),
        ("retry", {"multiplier": 0.5}),
        ("retry", {"jitter": 1.5}),
        ("verification", {"within": 0}),
        ("restart", {"on_restart": "pray"}),
        ("restart", {"resume_within": -1}),
        ("journal", {"keep_days": 0}),
        ("journal", {"keep_count": 0}),
    ],
)
async def test_values_out_of_range_are_refused(hass, entry, section, values):
    """Each field has its limits."""
    form = await hass.config_entries.options.async_init(entry.entry_id)
    with pytest.raises(InvalidData):
        await hass.config_entries.options.async_configure(
            form["flow_id"], changed(section, **values)
        )


async def test_the_form_can_be_sent_to_a_browser(hass, entry, hass_client):
    """Every field has a shape that the frontend knows."""
    assert await async_setup_component(hass, "config", {})
    client = await hass_client()
    response = await client.post(
        "/api/config/config_entries/options/flow", json={"handler": entry.entry_id}
    )
    assert response.status == 200
    form = await response.json()
    assert [part["name"] for part in form["data_schema"]] == [
        "execution",
        "retry",
        "verification",
        "restart",
        "safety",
        "catalog",
        "journal",
    ]
    workers = form["data_schema"][0]["schema"][0]
    assert workers["name"] == "workers"
    assert workers["selector"]["number"]["max"] == 32


class TestCode:
    """The code for what is critical."""

    async def test_only_its_hash_is_kept(self, hass, entry):
        """It is shown to nobody, stays when it is left alone, and goes when emptied."""
        await self.fill_in(hass, entry, "2468")
        stored = entry.options["safety"]["approval_code"]
        assert "2468" not in stored
        assert matches("2468", stored)
        assert entry.runtime_data.engine.options.approval_code == stored
        form = await hass.config_entries.options.async_init(entry.entry_id)
        sections = form["data_schema"].schema
        safety = sections["safety"].schema.schema
        shown = get_schema_suggested_value(safety, "approval_code")
        assert shown not in ("2468", stored)
        await self.fill_in(hass, entry, shown)
        assert entry.options["safety"]["approval_code"] == stored
        await self.fill_in(hass, entry, "")
        assert entry.runtime_data.engine.options.approval_code is None

    async def fill_in(self, hass, entry, code):
        """Submit the page with a code."""
        form = await hass.config_entries.options.async_init(entry.entry_id)
        await hass.config_entries.options.async_configure(
            form["flow_id"], changed("safety", approval_code=code)
        )
        await hass.async_block_till_done()


async def submit(hass, entry, **journal):
    """Fill the page in with other values for the journal; return the answer."""
    form = await hass.config_entries.options.async_init(entry.entry_id)
    answer = await hass.config_entries.options.async_configure(
        form["flow_id"], changed("journal", **journal)
    )
    await hass.async_block_till_done()
    return answer


class TestDatabase:
    """The database is tried before it is chosen."""

    async def test_one_that_works_is_used(self, hass, entry, engine, tmp_path):
        """It is opened by a new engine, and the page shows it from then on."""
        url = f"sqlite:///{tmp_path / 'other.db'}"
        answer = await submit(hass, entry, db_url=f" {url} ", encrypt=True)
        assert answer["type"] is FlowResultType.CREATE_ENTRY
        assert entry.options["journal"]["db_url"] == url
        assert entry.runtime_data.engine is not engine
        used = entry.runtime_data.engine.options.journal
        assert (used.url, used.encrypt) == (url, True)
        assert (tmp_path / "other.db").exists()

    @pytest.mark.parametrize(
        ("url", "code", "reason"),
        [
            ("nonsense", "invalid_url", "parse"),
            ("sqlite+aiosqlite:///x.db", "async_driver", "aiosqlite"),
            ("sqlite://", "in_memory", "keeps nothing"),
            ("postgresql+nothing://u:pw@h/d", "missing_driver", "nothing"),
            ("sqlite:////no/such/folder/x.db", "cannot_connect", "unable to open"),
        ],
    )
    async def test_one_that_does_not_is_told(
        self, hass, entry, engine, url, code, reason
    ):
        """The page keeps what was filled in, says why, and can be mended."""
        refused = await submit(hass, entry, db_url=url)
        assert refused["type"] is FlowResultType.FORM
        assert refused["errors"] == {"base": code}
        assert reason in refused["description_placeholders"]["reason"]
        sections = {str(key): one for key, one in refused["data_schema"].schema.items()}
        journal = sections["journal"].schema.schema
        assert get_schema_suggested_value(journal, "db_url") == url
        mended = await hass.config_entries.options.async_configure(
            refused["flow_id"], FILLED_IN
        )
        await hass.async_block_till_done()
        assert mended["type"] is FlowResultType.CREATE_ENTRY
        assert entry.runtime_data.engine is engine

    async def test_one_that_is_in_use_is_not_tried_again(self, hass, entry, tmp_path):
        """Other options can be changed while it is away."""
        folder = tmp_path / "share"
        folder.mkdir()
        url = f"sqlite:///{folder / 'journal.db'}"
        await submit(hass, entry, db_url=url)
        assert await hass.config_entries.async_unload(entry.entry_id)
        folder.rename(tmp_path / "away")
        answer = await submit(hass, entry, db_url=url, keep_days=3)
        assert answer["type"] is FlowResultType.CREATE_ENTRY

    async def test_an_emptied_field_is_the_file_of_the_home(self, hass, entry):
        """A browser does not send it at all."""
        form = await hass.config_entries.options.async_init(entry.entry_id)
        journal = {
            key: one for key, one in FILLED_IN["journal"].items() if key != "db_url"
        }
        answer = await hass.config_entries.options.async_configure(
            form["flow_id"], {**FILLED_IN, "journal": journal}
        )
        await hass.async_block_till_done()
        assert answer["type"] is FlowResultType.CREATE_ENTRY
        assert entry.runtime_data.engine.options.journal.url is None
