"""Everything that has a name has one, and every name belongs to something."""

import re
import string

import pytest

from homeassistant.helpers.selector import ObjectSelector
from homeassistant.helpers.translation import async_get_translations

from custom_components.action_engine.accounts import ACCOUNT_APPROVES, ACCOUNT_IS_ADMIN
from custom_components.action_engine.action_schema import ACTION_SCHEMA
from custom_components.action_engine.alert_issues import SHOWN
from custom_components.action_engine.alerts import LEVELS, SPELLS, AlertKind
from custom_components.action_engine.config_flow import contradictions
from custom_components.action_engine.const import DOMAIN
from custom_components.action_engine.engine.errors import (
    ActionEngineError,
    InvalidActionError,
)
from custom_components.action_engine.engine.model.impact import Risk
from custom_components.action_engine.engine.model.notes import Verdict
from custom_components.action_engine.engine.model.options import OnRestart
from custom_components.action_engine.engine.model.outcome import Ending
from custom_components.action_engine.engine.model.policy import PolicyStatus, SafetyMode
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.event import EVENT_TYPES, RESUMED
from custom_components.action_engine.issues import (
    ACTION_UNUSABLE,
    KEY_LOST,
    MOVED_ASIDE,
    NOT_DURABLE,
    POLICY_UNREADABLE,
    UNDECIDED,
)
from custom_components.action_engine.news_options import FILTERS
from custom_components.action_engine.options_schema import OPTIONS_SCHEMA
from custom_components.action_engine.policy_schema import Choices, policy_schema
from custom_components.action_engine.sensor import LAST_EXECUTION_ATTRIBUTES, Status
from custom_components.action_engine.side_door_issues import SIDE_DOOR
from custom_components.action_engine.stored_section import (
    INVALID_PATTERN,
    INVALID_VALUE,
    NAMED_TWICE,
    NO_DAYS_BETWEEN,
    NO_MODE_ENTITY,
    NO_STAGES,
    NO_WAY_THERE,
)
from custom_components.action_engine.system_health import figures
from custom_components.action_engine.webhook_form import WEBHOOK_SCHEMA
from tests.face.package_files import fields_of, load, sections_of, services

STRINGS = load("translations/en.json")

# What hassfest refuses in a text.
URL = re.compile(r"(https?://|www\.)")
QUOTED_PLACEHOLDER = re.compile(r"'{\w+}'")
HTML = re.compile(r"<[a-z/]")


def errors(kind=ActionEngineError):
    """Return all kinds of errors of the engine."""
    found = {kind}
    for one in kind.__subclasses__():
        found |= errors(one)
    return found


def texts(part, *path):
    """Return every text with its place."""
    if isinstance(part, str):
        return [("/".join(path), part)]
    return [text for key, inner in part.items() for text in texts(inner, *path, key)]


OWN_FORMS = ("policy", "action", "webhook")


@pytest.mark.parametrize(("place", "text"), texts(STRINGS))
def test_texts_are_well_formed(place, text):
    """No links, no markup, no stray spaces; placeholders only where facts are filled in."""
    assert text == text.strip() != ""
    assert not URL.search(text)
    assert not HTML.search(text)
    assert not QUOTED_PLACEHOLDER.search(text)
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name]
    filled_in = ("exceptions/", "issues/", "options/error/")
    forms = tuple(f"config_subentries/{one}/error/" for one in OWN_FORMS)
    assert not names or place.startswith((*filled_in, *forms))


def test_every_error_has_its_text():
    """The one of the log and the one of the frontend are the same in English."""
    assert {code: one["message"] for code, one in STRINGS["exceptions"].items()} == {
        error.code: error.text for error in errors()
    }


async def test_an_error_reaches_the_user_translated(hass, entry):
    """Home Assistant finds the text by domain and code."""
    error = InvalidActionError("retry", "5", "a mapping")
    found = await async_get_translations(hass, "en", "exceptions", [DOMAIN])
    key = f"component.{error.translation_domain}.exceptions.{error.translation_key}"
    message = found[f"{key}.message"].format(**error.translation_placeholders)
    assert message == str(error)


def test_options_page():
    """Every section and every field has a name and an explanation."""
    page = STRINGS["options"]["step"]["init"]
    sections = {str(key): part for key, part in OPTIONS_SCHEMA.schema.items()}
    assert page["sections"].keys() == sections.keys()
    for name, section in sections.items():
        keys = {str(key) for key in section.schema.schema}
        part = page["sections"][name]
        assert part.keys() == {"name", "description", "data", "data_description"}
        assert part["data"].keys() == part["data_description"].keys() == keys


URL_PROBLEMS = {
    *("invalid_url", "async_driver", "in_memory"),
    *("missing_driver", "cannot_connect", "no_rights"),
}


def test_flow_steps_and_errors():
    """One step each, and the errors that a form can have."""
    assert STRINGS["config"]["step"].keys() == {"user"}
    assert STRINGS["options"]["step"].keys() == {"init"}
    retry = {"initial_delay": 2, "max_delay": 1}
    raised = contradictions({"retry": retry})
    assert STRINGS["options"]["error"].keys() == {*raised.values(), *URL_PROBLEMS}


def policy_sections():
    """Return the sections of the form of policies."""
    schema = policy_schema(Choices(users=[], assistants=[], platforms=[])).schema
    return {str(key): part for key, part in schema.items() if str(key) != "name"}


@pytest.mark.parametrize("step", ["user", "reconfigure"])
def test_policy_form(step):
    """Every section and every field has a name and an explanation."""
    form = STRINGS["config_subentries"]["policy"]["step"][step]
    assert form["data"].keys() == form["data_description"].keys() == {"name"}
    sections = policy_sections()
    assert list(form["sections"]) == list(sections)
    for name, section in sections.items():
        part = form["sections"][name]
        assert part.keys() == {"name", "description", "data", "data_description"}
        keys = [str(key) for key in section.schema.schema]
        assert list(part["data"]) == list(part["data_description"]) == keys


def test_policy_errors():
    """As many as the form can have."""
    policy = STRINGS["config_subentries"]["policy"]
    assert policy["step"].keys() == policy["initiate_flow"].keys()
    assert policy["error"].keys() == {
        *("name_missing", "name_taken", "applies_to_nobody", "unknown_user"),
        *("asker_approves", "invalid_condition", INVALID_PATTERN, INVALID_VALUE),
        *(NAMED_TWICE, NO_MODE_ENTITY, NO_WAY_THERE, "modes_missing"),
        *(NO_STAGES, NO_DAYS_BETWEEN),
    }


def webhook_sections():
    """Return the sections of the form of webhooks."""
    schema = WEBHOOK_SCHEMA.schema
    return {str(key): part for key, part in schema.items() if str(key) != "name"}


@pytest.mark.parametrize("step", ["user", "reconfigure"])
def test_webhook_form(step):
    """Every section and every field has a name and an explanation."""
    form = STRINGS["config_subentries"]["webhook"]["step"][step]
    assert form["data"].keys() == form["data_description"].keys() == {"name"}
    sections = webhook_sections()
    assert list(form["sections"]) == list(sections)
    for name, section in sections.items():
        part = form["sections"][name]
        assert part.keys() == {"name", "description", "data", "data_description"}
        keys = [str(key) for key in section.schema.schema]
        assert list(part["data"]) == list(part["data_description"]) == keys


def test_webhook_errors():
    """As many as the form can have."""
    webhook = STRINGS["config_subentries"]["webhook"]
    assert webhook["step"].keys() == webhook["initiate_flow"].keys()
    assert webhook["error"].keys() == {
        *("invalid_name", "name_taken", "invalid_address", "address_with_extras"),
        *("not_https", "invalid_header", "value_missing"),
        *(INVALID_VALUE, NAMED_TWICE),
    }


@pytest.mark.parametrize("step", ["user", "reconfigure"])
def test_action_form(step):
    """A name and an explanation for each field of a named action."""
    form = STRINGS["config_subentries"]["action"]["step"][step]
    keys = [str(key) for key in ACTION_SCHEMA.schema]
    assert list(form["data"]) == list(form["data_description"]) == keys
    errors = STRINGS["config_subentries"]["action"]["error"]
    assert errors.keys() == {"invalid_action", "name_taken", "not_loaded"}


def test_issues():
    """Those that can be mended have a flow, the others an explanation."""
    issues = STRINGS["issues"]
    circuit = f"alert_{AlertKind.CIRCUIT_OPEN}"
    confirmed = {MOVED_ASIDE, KEY_LOST, SIDE_DOOR, circuit}
    told = {NOT_DURABLE, POLICY_UNREADABLE, ACCOUNT_IS_ADMIN, ACCOUNT_APPROVES}
    told |= {ACTION_UNUSABLE}
    told |= {f"alert_{kind}" for kind in SHOWN} - {circuit}
    assert issues.keys() == {UNDECIDED, *confirmed, *told}
    for key in told:
        assert issues[key].keys() == {"title", "description"}
    for key in confirmed:
        assert issues[key]["fix_flow"]["step"].keys() == {"confirm"}
    flow = issues[UNDECIDED]["fix_flow"]
    assert flow["step"].keys() == {"init"}
    menu = flow["step"]["init"]["menu_options"]
    assert list(menu) == [verdict.value for verdict in Verdict]
    assert menu == STRINGS["selector"]["decision"]["options"]
    assert flow["abort"].keys() == {"already_decided", "not_possible"}


@pytest.mark.parametrize("name", services())
def test_actions(name):
    """Name and description for the action, its fields and its sections."""
    described, translated = services()[name], STRINGS["services"][name]
    assert set(fields_of(described)) == translated.get("fields", {}).keys()
    assert sections_of(described) == translated.get("sections", {}).keys()
    parts = [*translated.get("fields", {}).values(), translated]
    parts += translated.get("sections", {}).values()
    assert all({"name", "description"} <= part.keys() for part in parts)


def test_no_action_too_many():
    """What was removed from the code is gone from here."""
    assert STRINGS["services"].keys() == services().keys()


def test_selectors():
    """Every choice that is offered has a name."""
    options = {
        select["translation_key"]: select["options"]
        for service in services().values()
        for field in fields_of(service).values()
        if (select := field["selector"].get("select"))
    }
    options["policy_status"] = [one.value for one in PolicyStatus]
    options["circuit_kind"] = list(FILTERS["kind"].values)
    options["on_restart"] = [one.value for one in OnRestart]
    options["safety_mode"] = [one.value for one in SafetyMode]
    options["impact"] = [one.word for one in Risk]
    run = fields_of(services()["run"])
    report = fields_of(services()["generate_report"])
    objects = [run[name]["selector"]["object"] for name in ("retry", "agent")]
    objects.append(report["deliver"]["selector"]["object"])
    objects += [
        selector.config
        for section in (*policy_sections().values(), *webhook_sections().values())
        for selector in section.schema.schema.values()
        if isinstance(selector, ObjectSelector)
    ]
    rows = {one["translation_key"]: one["fields"].keys() for one in objects}
    assert STRINGS["selector"].keys() == options.keys() | rows.keys()
    for key, names in options.items():
        assert list(STRINGS["selector"][key]["options"]) == names
    for key, fields in rows.items():
        assert STRINGS["selector"][key]["fields"].keys() == fields


async def test_entities(hass, entry):
    """Every entity has a name, whether it is on by default or not, and no other has."""
    added = {
        (platform.domain, entity.translation_key)
        for platform in hass.data["entity_platform"][DOMAIN]
        for entity in platform.entities.values()
    }
    off_by_default = {("sensor", "p95_duration"), ("sensor", "retries_today")}
    off_by_default |= {("sensor", "policy_budget_left")}
    off_by_default |= {("select", "mode")}  # Only of a policy with modes of its own.
    translated = {
        (domain, key) for domain, keys in STRINGS["entity"].items() for key in keys
    }
    assert translated == added | off_by_default
    assert all(
        "name" in one for keys in STRINGS["entity"].values() for one in keys.values()
    )


def test_states_and_attributes():
    """Every state that can come has a word, and so has every attribute."""
    sensors = STRINGS["entity"]["sensor"]
    assert list(sensors["status"]["state"]) == [one.value for one in Status]
    last = sensors["last_execution"]
    assert list(last["state"]) == [one.value for one in ExecutionState]
    assert tuple(last["state_attributes"]) == LAST_EXECUTION_ATTRIBUTES
    endings = last["state_attributes"]["ending"]["state"]
    assert list(endings) == [one.value for one in Ending]
    attributes = STRINGS["entity"]["event"]["execution"]["state_attributes"]
    types = [*EVENT_TYPES.values(), RESUMED]
    assert list(attributes["event_type"]["state"]) == types
    problem = STRINGS["entity"]["binary_sensor"]["journal"]["state_attributes"]
    assert problem.keys() == {"reason", "rows_lost"}
    assert list(sensors["policy_status"]["state"]) == [
        one.value for one in PolicyStatus
    ]
    modes = STRINGS["entity"]["select"]["safety_mode"]["state"]
    assert list(modes) == [one.value for one in SafetyMode]


def test_alerts():
    """Every kind has a word, and the texts say the numbers that count."""
    alerts = STRINGS["entity"]["event"]["alerts"]["state_attributes"]
    assert list(alerts["event_type"]["state"]) == [one.value for one in AlertKind]
    assert alerts.keys() == {"event_type", "policy", "circuit", "value"}
    issues = STRINGS["issues"]
    assert LEVELS[AlertKind.FAILURE_RATE].above == 10
    assert "one in ten" in issues["alert_failure_rate"]["description"]
    queue = f"More than {LEVELS[AlertKind.QUEUE].above} questions"
    assert queue in issues["alert_queue"]["description"]
    assert SPELLS[AlertKind.LIMIT].quiet == 3600
    assert "after an hour" in issues["alert_limit"]["description"]
    assert SPELLS[AlertKind.FLOOD].quiet == 600
    assert "ten minutes after" in issues["alert_flood"]["description"]


async def test_event_attributes(hass, run, beat):
    """What the event entity shows has names."""
    await run("work")
    await beat()
    shown = hass.states.get("event.action_engine_execution").attributes.keys()
    known = STRINGS["entity"]["event"]["execution"]["state_attributes"].keys()
    assert known == shown - {"event_types", "friendly_name"}


async def test_system_health(entry):
    """Every line of the system page has a name."""
    assert STRINGS["system_health"]["info"].keys() == figures(entry).keys()
