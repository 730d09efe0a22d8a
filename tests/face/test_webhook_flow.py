"""Making and changing webhooks, the way a browser does it."""

from copy import deepcopy

import pytest

from homeassistant.data_entry_flow import FlowResultType

from custom_components.action_engine.engine.errors import WebhookNotFoundError
from custom_components.action_engine.engine.model.webhook import Webhook
from custom_components.action_engine.stored_section import PolicyDataError
from custom_components.action_engine.webhook_form import UNCHANGED
from custom_components.action_engine.webhook_reading import (
    read_webhook,
    webhook_as_data,
)
from custom_components.action_engine.webhooks import webhook_of
from tests.face.webhook_house import add_webhook

TOKEN, SECRET = "Bearer tok-123", "the-shared-one"

FILLED = {
    "name": " bell ",
    "where": {
        "url": "https://hooks.example/x",
        "methods": ["PUT", "POST"],
        "paths": True,
        "allow_http": False,
        "allow_private": True,
    },
    "headers": {"headers": [{"name": "Authorization", "value": TOKEN}]},
    "signing": {
        "secret": SECRET,
        "signature_header": "X-S",
        "timestamp_header": "X-T",
    },
    "bounds": {
        "timeout": 5.0,
        "max_request": 1000.0,
        "max_response": 2000.0,
        "retries": 1.0,
    },
}
BELL = Webhook(
    name="bell",
    url="https://hooks.example/x",
    methods=("PUT", "POST"),
    paths=True,
    allow_private=True,
    headers={"Authorization": TOKEN},
    secret=SECRET,
    signature_header="X-S",
    timestamp_header="X-T",
    timeout=5.0,
    max_request=1000,
    max_response=2000,
    retries=1,
)


def changed(**places):
    """Return what is filled in, with other values: ``section__key=value``."""
    filled = deepcopy(FILLED)
    for place, value in places.items():
        section, _, key = place.partition("__")
        if key:
            filled[section][key] = value
        else:
            filled[section] = value
    return filled


@pytest.fixture
def fill_in(hass, entry):
    """Return a function that fills the form in for a new webhook."""

    async def fill_in(user_input, subentry=None):
        flows = hass.config_entries.subentries
        context = {"source": "user"}
        if subentry is not None:
            context = {"source": "reconfigure", "subentry_id": subentry.subentry_id}
        form = await flows.async_init((entry.entry_id, "webhook"), context=context)
        assert form["type"] is FlowResultType.FORM
        return await flows.async_configure(form["flow_id"], user_input)

    return fill_in


async def test_a_new_one(hass, entry, fill_in):
    """What is filled in is what is called."""
    result = await fill_in(FILLED)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "bell"
    await hass.async_block_till_done()
    assert webhook_of(entry, "bell") == BELL


@pytest.mark.parametrize(
    ("places", "error"),
    [
        ({"name": "Bell"}, "invalid_name"),
        ({"name": "a.b"}, "invalid_name"),
        ({"name": "taken"}, "name_taken"),
        ({"where__url": "http://hooks.example"}, "not_https"),
        ({"where__url": "https://u:p@hooks.example"}, "address_with_extras"),
        ({"where__url": "https://{{ x }}"}, "invalid_address"),
        ({"where__methods": []}, "invalid_value"),
        ({"headers__headers": [{"name": "Host", "value": "x"}]}, "invalid_header"),
        ({"headers__headers": [{"name": "A", "value": "x\ny"}]}, "invalid_header"),
        ({"headers__headers": [{"name": "A", "value": UNCHANGED}]}, "value_missing"),
        (
            {"headers__headers": [{"name": one, "value": "x"} for one in "Aa"]},
            "named_twice",
        ),
        ({"headers__headers": [{"name": "x-s", "value": "1"}]}, "named_twice"),
        ({"signing__timestamp_header": "X-s"}, "named_twice"),
        ({"signing__signature_header": "Host"}, "invalid_header"),
    ],
)
async def test_what_cannot_be_meant(hass, entry, fill_in, places, error):
    """The form says what is wrong, and nothing is stored."""
    add_webhook(hass, entry, Webhook(name="taken", url="https://a.example"))
    result = await fill_in(changed(**places))
    assert result["type"] is FlowResultType.FORM
    assert result["errors"] == {"base": error}


def shown_values(schema, found=None):
    """Return every value that a form begins with."""
    found = [] if found is None else found
    for key, part in schema.schema.items():
        found.append((key.description or {}).get("suggested_value"))
        if hasattr(part, "schema"):
            shown_values(part.schema, found)
    return found


async def test_e10_the_form_shows_no_secret_that_was_stored(hass, entry):
    """Dots stand for it."""
    subentry = add_webhook(hass, entry, BELL)
    form = await hass.config_entries.subentries.async_init(
        (entry.entry_id, "webhook"),
        context={"source": "reconfigure", "subentry_id": subentry.subentry_id},
    )
    values = str(shown_values(form["data_schema"]))
    assert UNCHANGED in values
    assert "Authorization" in values
    assert TOKEN not in values
    assert SECRET not in values


async def test_who_leaves_the_dots_keeps_the_secret(hass, entry, fill_in):
    """And changes the rest."""
    subentry = add_webhook(hass, entry, BELL)
    result = await fill_in(
        changed(
            name="chime",
            where__paths=False,
            headers__headers=[
                {"name": "authorization", "value": UNCHANGED},
                {"name": "X-New", "value": "1"},
            ],
            signing__secret=UNCHANGED,
        ),
        subentry,
    )
    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "reconfigure_successful"
    await hass.async_block_till_done()
    found = webhook_of(entry, "chime")
    assert found.headers == {"authorization": TOKEN, "X-New": "1"}
    assert (found.secret, found.paths) == (SECRET, False)
    with pytest.raises(WebhookNotFoundError):
        webhook_of(entry, "bell")


async def test_who_empties_it_is_rid_of_it(hass, entry, fill_in):
    """Nothing is signed any more."""
    subentry = add_webhook(hass, entry, BELL)
    await fill_in(changed(signing__secret="", headers__headers=[]), subentry)
    await hass.async_block_till_done()
    assert webhook_of(entry, "bell").secret is None
    assert webhook_of(entry, "bell").headers == {}


def test_what_is_stored_is_what_is_read():
    """There and back."""
    assert read_webhook("bell", webhook_as_data(BELL)) == BELL
    plain = Webhook(name="x", url="https://a.example")
    assert read_webhook("x", webhook_as_data(plain)) == plain


@pytest.mark.parametrize(
    "data",
    [
        {"where": {"url": "https://a.example", "follow": True}},
        {"where": {"url": "https://a.example", "paths": "no"}},
        {"where": {"url": "https://a.example"}, "bounds": {"retries": 4}},
        {"where": {"url": "https://a.example"}, "bounds": {"timeout": 0}},
        {"where": {"url": "https://a.example"}, "other": {}},
        {"where": {"url": "https://a.example", "methods": ["TRACE"]}},
        {
            "where": {"url": "https://a.example"},
            "headers": {"headers": [{"name": "x"}]},
        },
        {"where": {}},
        {},
    ],
)
def test_what_is_stored_is_read_without_goodwill(data):
    """Nobody guesses what was meant."""
    with pytest.raises(PolicyDataError):
        read_webhook("bell", data)
