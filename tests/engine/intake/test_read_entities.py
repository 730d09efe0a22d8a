from pathlib import Path

import pytest

from homeassistant.components.script import DOMAIN as SCRIPT
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import parse_yaml

from custom_components.action_engine.engine.errors import (
    InvalidActionError,
    SourceNotFoundError,
)
from custom_components.action_engine.engine.intake.entities import (
    read_automation,
    read_script,
)

SCRIPTS = """
goodnight:
  alias: Good night
  mode: parallel
  fields:
    room:
      name: Room
      default: hall
      selector: {text: {}}
    level:
      default: 50
    who: {}
  variables:
    lamp: "light.{{ room }}"
    level: "{{ level | default(80) }}"
  sequence:
    - service: light.turn_off
      data:
        entity_id: "{{ lamp }}"
    - delay: "00:00:05"
    - if: "{{ level > 10 }}"
      then:
        action: notify.notify
        data: {message: done}
plain:
  sequence:
    delay: 1
broken:
  alias: Broken
  sequence:
    - not_an_action: 1
broken_later:
  sequence:
    - condition: device
      device_id: nowhere
      domain: light
lost:
  use_blueprint:
    path: not_there.yaml
idle:
  sequence: []
stray:
  sequence:
    - event: done
      event_data: {x: !input nobody}
from_blueprint:
  alias: Confirm
  use_blueprint:
    path: confirm.yaml
    input:
      lamp: light.porch
"""

SCRIPT_BLUEPRINT = """
blueprint:
  name: Confirm
  domain: script
  input:
    lamp: {}
    steps:
      default:
        - action: light.turn_on
          target: {entity_id: light.steps}
fields:
  greeting:
    default: hello
variables:
  the_lamp: !input lamp
sequence:
  - action: light.toggle
    target:
      entity_id: !input lamp
  - sequence: !input steps
"""

AUTOMATIONS = """
- id: evening
  alias: Evening
  triggers:
    - trigger: event
      event_type: sunset_came
  conditions: "{{ false }}"
  variables:
    lamp: light.{{ this.object_id }}
  trigger_variables:
    only_for_triggers: 1
  actions:
    - action: light.turn_on
      target: {entity_id: "{{ lamp }}"}
- id: legacy
  alias: Legacy
  trigger: {platform: event, event_type: x}
  action:
    service: light.turn_off
    entity_id: light.hall
- id: broken
  alias: Broken
  triggers: [{trigger: event, event_type: x}]
  actions: [{not_an_action: 1}]
- id: motion
  alias: Motion
  use_blueprint:
    path: motion.yaml
    input:
      lamp: light.hall
"""

AUTOMATION_BLUEPRINT = """
blueprint:
  name: Motion
  domain: automation
  input:
    lamp: {}
trigger:
  - platform: event
    event_type: motion
action:
  - action: light.turn_on
    target:
      entity_id: !input lamp
"""


@pytest.fixture
def hass_config_dir(tmp_path):
    """Keep the blueprints of these tests in a folder of their own."""
    for domain, name, text in (
        ("script", "confirm.yaml", SCRIPT_BLUEPRINT),
        ("automation", "motion.yaml", AUTOMATION_BLUEPRINT),
    ):
        folder = Path(tmp_path, "blueprints", domain)
        folder.mkdir(parents=True)
        (folder / name).write_text(text)
    return str(tmp_path)


@pytest.fixture
async def home(hass):
    """Return a home whose scripts and automations were read from YAML."""
    for domain, text in ((SCRIPT, SCRIPTS), ("automation", AUTOMATIONS)):
        assert await async_setup_component(hass, domain, {domain: parse_yaml(text)})
    await hass.async_block_till_done()
    return hass


def refused(read, hass, entity_id):
    """Return the error about an entity."""
    with pytest.raises(InvalidActionError) as caught:
        read(hass, entity_id)
    return caught.value


def kinds(value):
    """Return every class that occurs in nested data."""
    found = {type(value)}
    if isinstance(value, dict):
        found |= {type(key) for key in value}
        value = list(value.values())
    if isinstance(value, list):
        found |= {kind for child in value for kind in kinds(child)}
    return found


async def test_reads_a_script_as_its_author_wrote_it(home):
    """Templates are not rendered and variables keep their order.

    ``service`` was renamed by Home Assistant itself when it validated the script.
    """
    draft = read_script(home, "script.goodnight")

    assert draft.actions == [
        {"action": "light.turn_off", "data": {"entity_id": "{{ lamp }}"}},
        {"delay": "00:00:05"},
        {
            "if": "{{ level > 10 }}",
            "then": {"action": "notify.notify", "data": {"message": "done"}},
        },
    ]
    assert list(draft.variables.items()) == [
        ("lamp", "light.{{ room }}"),
        ("level", "{{ level | default(80) }}"),
    ]
    assert draft.name == "Good night"
    assert draft.entity_id == "script.goodnight"


async def test_field_defaults_count_unless_a_variable_has_the_name(home):
    """A default stands in for a missing field, not for the script's own variable."""
    defaults = dict(read_script(home, "script.goodnight").defaults)
    this = defaults.pop("this")

    assert defaults == {"room": "hall"}
    assert this == home.states.get("script.goodnight").as_dict()


async def test_reads_a_single_step_and_the_name_of_the_entity(home):
    """A sequence of one mapping is a list of it; without alias the state has a name."""
    draft = read_script(home, "script.plain")

    assert draft.actions == [{"delay": 1}]
    assert draft.name == "plain"


async def test_the_alias_is_the_name_of_a_renamed_entity(home):
    """The configuration speaks first, the entity's own name stands in for it."""
    for entity_id in ("script.goodnight", "script.plain"):
        er.async_get(home).async_update_entity(entity_id, name="Shown")
    await home.async_block_till_done()

    assert read_script(home, "script.goodnight").name == "Good night"
    assert read_script(home, "script.plain").name == "Shown"


async def test_without_a_state_this_is_none(home):
    """As in native runs, which look the state up too."""
    home.states.async_remove("script.plain")
    draft = read_script(home, "script.plain")

    assert draft.defaults == {"this": None}
    assert draft.name is None


async def test_reads_an_automation_as_if_triggered_by_hand(home):
    """Its conditions and trigger variables play no part, its trigger is empty."""
    draft = read_automation(home, "automation.evening")

    assert draft.actions == [
        {"action": "light.turn_on", "target": {"entity_id": "{{ lamp }}"}}
    ]
    assert draft.variables == {"lamp": "light.{{ this.object_id }}"}
    assert draft.defaults == {
        "this": home.states.get("automation.evening").as_dict(),
        "trigger": {"platform": None},
    }
    assert draft.name == "Evening"
    assert draft.entity_id == "automation.evening"


async def test_reads_an_automation_with_legacy_keys(home):
    """Singular keys and a single action are what old files have."""
    assert read_automation(home, "automation.legacy").actions == [
        {"action": "light.turn_off", "entity_id": "light.hall"}
    ]


async def test_reads_a_script_with_its_blueprint_filled_in(home):
    """Inputs, given and default, are in their places."""
    draft = read_script(home, "script.from_blueprint")

    assert draft.actions == [
        {"action": "light.toggle", "target": {"entity_id": "light.porch"}},
        {
            "sequence": [
                {"action": "light.turn_on", "target": {"entity_id": "light.steps"}}
            ]
        },
    ]
    assert draft.variables == {"the_lamp": "light.porch"}
    assert draft.defaults["greeting"] == "hello"
    assert draft.name == "Confirm"


async def test_reads_an_automation_with_its_blueprint_filled_in(home):
    """The blueprint may be written with legacy keys."""
    draft = read_automation(home, "automation.motion")

    assert draft.actions == [
        {"action": "light.turn_on", "target": {"entity_id": "light.hall"}}
    ]
    assert draft.name == "Motion"


@pytest.mark.parametrize(
    ("read", "entity_id"),
    [
        (read_script, "script.goodnight"),
        (read_script, "script.from_blueprint"),
        (read_automation, "automation.evening"),
        (read_automation, "automation.motion"),
    ],
)
async def test_what_was_read_is_plain_and_not_shared(home, read, entity_id):
    """The classes of the YAML loader stay behind, and so does the entity's own data."""
    before = read(home, entity_id)
    plain = {dict, list, str, int, float, bool, type(None)}
    assert kinds([before.actions, before.variables, before.name]) <= plain

    before.actions.clear()

    assert read(home, entity_id).actions


@pytest.mark.parametrize(
    ("read", "entity_id"),
    [
        (read_script, "script.nowhere"),
        (read_automation, "automation.nowhere"),
        (read_script, "script."),
    ],
)
async def test_an_unknown_entity_is_not_found(home, read, entity_id):
    """The error names the entity."""
    with pytest.raises(SourceNotFoundError) as caught:
        read(home, entity_id)

    assert caught.value.translation_placeholders == {"entity_id": entity_id}


@pytest.mark.parametrize(
    ("read", "entity_id"),
    [(read_script, "script.goodnight"), (read_automation, "automation.evening")],
)
async def test_nothing_is_found_where_nothing_is_set_up(hass, read, entity_id):
    """A home without scripts and automations is no reason to crash."""
    with pytest.raises(SourceNotFoundError):
        read(hass, entity_id)


async def test_a_renamed_script_is_found_by_its_new_id(home):
    """Entity ids are what users may change."""
    er.async_get(home).async_update_entity(
        "script.plain", new_entity_id="script.renamed"
    )
    await home.async_block_till_done()

    assert read_script(home, "script.renamed").entity_id == "script.renamed"
    with pytest.raises(SourceNotFoundError):
        read_script(home, "script.plain")


@pytest.mark.parametrize(
    ("read", "entity_id"),
    [
        (read_script, "script.broken"),
        (read_script, "script.broken_later"),
        (read_script, "script.lost"),
        (read_automation, "automation.broken"),
    ],
)
async def test_a_refused_configuration_is_not_run(home, read, entity_id):
    """What Home Assistant found invalid stays unavailable for the engine too."""
    error = refused(read, home, entity_id)

    assert error.place == entity_id
    assert error.came == "a configuration that Home Assistant has refused"


async def test_a_script_that_does_nothing_is_refused(home):
    """Natively it is valid; whoever runs it through the engine is mistaken."""
    error = refused(read_script, home, "script.idle")

    assert (error.place, error.came) == ("sequence", "an empty list")


async def test_an_input_that_no_blueprint_filled_in_is_refused(home):
    """Natively the placeholder object itself would end up in the event."""
    error = refused(read_script, home, "script.stray")

    assert error.place == "sequence/0/event_data/x"
    assert error.came == "an object of type Input"


@pytest.mark.parametrize(
    ("read", "domain", "value", "came"),
    [
        (read_script, "script", "automation.evening", "'automation.evening'"),
        (read_automation, "automation", "script.plain", "'script.plain'"),
        (read_script, "script", "plain", "'plain'"),
        (read_script, "script", "", "''"),
        (read_script, "script", ["script.plain"], "a list of 1"),
        (read_automation, "automation", None, "nothing"),
        (read_automation, "automation", {}, "an empty mapping"),
    ],
)
async def test_something_else_than_an_entity_of_the_domain(
    home, read, domain, value, came
):
    """The wrong domain, a missing domain and other types are told apart from absence."""
    error = refused(read, home, value)

    assert (error.place, error.came) == (domain, came)
    assert error.expected == f"an entity id that begins with {domain}."


async def test_a_huge_script_is_refused_by_its_place(hass):
    """Entities obey the limits of everything else."""
    steps = [{"event": "x", "event_data": {"n": n}} for n in range(500)]
    config = {"huge": {"sequence": steps}}
    assert await async_setup_component(hass, SCRIPT, {SCRIPT: config})

    error = refused(read_script, hass, "script.huge")

    assert error.expected == "at most 2000 keys and values"
    assert error.place.startswith("sequence")


async def test_what_is_not_run_does_not_count(hass):
    """A long list of triggers says nothing about the size of the actions."""
    triggers = [{"trigger": "event", "event_type": f"e{n}"} for n in range(1_000)]
    config = [{"id": "a", "alias": "A", "triggers": triggers, "actions": {"stop": ""}}]
    assert await async_setup_component(hass, "automation", {"automation": config})

    assert read_automation(hass, "automation.a").actions == [{"stop": ""}]
