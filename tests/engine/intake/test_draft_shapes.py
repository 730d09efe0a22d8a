import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.intake.shapes import to_draft
from custom_components.action_engine.engine.model.draft import Draft

LIGHT = {"action": "light.turn_on", "target": {"entity_id": "light.hall"}}
LEGACY = {"service": "light.turn_off", "entity_id": "light.hall"}
NO_TRIGGER = {"trigger": {"platform": None}}


def refused(data):
    """Return the error about ``data``."""
    with pytest.raises(InvalidActionError) as caught:
        to_draft(data)
    assert len(caught.value.came) <= 80
    return caught.value


def test_a_list_of_actions():
    """The plain case; legacy keys are left to Home Assistant's own schemas."""
    assert to_draft([LIGHT, LEGACY]) == Draft(actions=[LIGHT, LEGACY])


@pytest.mark.parametrize(
    "action",
    [
        LIGHT,
        LEGACY,
        {"service_template": "light.turn_{{ x }}"},
        {"delay": 5},
        {"repeat": {"count": 2, "sequence": [LIGHT]}},
        {"choose": [{"conditions": [], "sequence": [LIGHT]}]},
        {"if": "{{ true }}", "then": [LIGHT], "alias": "Only then"},
        {"parallel": [LIGHT]},
        {"condition": "state", "entity_id": "light.hall", "state": "on"},
        {"or": ["{{ a }}", "{{ b }}"]},
        {"variables": {"a": 1}},
        {"stop": None},
        {"device_id": "abc", "domain": "light", "type": "turn_on"},
        {"try": [LIGHT], "catch": [LIGHT]},
        {"sequence": [LIGHT], "enabled": False},
        {"sequence": [LIGHT], "continue_on_error": True, "alias": "Block"},
        {"sequence": [LIGHT], "retry": {"max_retries": 1}},
    ],
)
def test_one_action_alone(action):
    """A single action becomes a list of it."""
    assert to_draft(action) == Draft(actions=[action])


def test_a_call_beside_a_condition_is_no_automation():
    """``action: light.turn_on`` stays a call; what is wrong is for the plan to say."""
    call = {**LIGHT, "condition": "{{ true }}"}

    assert to_draft(call) == Draft(actions=[call])


def test_a_script():
    """Everything that a script editor writes is known; what counts is taken."""
    draft = to_draft(
        {
            "alias": "Good night",
            "description": "Everything off",
            "icon": "mdi:sleep",
            "mode": "restart",
            "max": 3,
            "max_exceeded": "silent",
            "trace": {"stored_traces": 1},
            "variables": {"b": "{{ a }}", "a": 1},
            "fields": {"room": {"name": "Room", "default": "hall"}, "who": {}},
            "sequence": [LIGHT],
        }
    )

    assert draft == Draft(
        actions=[LIGHT],
        variables={"b": "{{ a }}", "a": 1},
        defaults={"room": "hall"},
        name="Good night",
    )
    assert list(draft.variables) == ["b", "a"]


def test_a_variable_is_not_overruled_by_a_field_of_its_name():
    """Natively a default is what the form offers, and the variable is rendered."""
    draft = to_draft(
        {
            "fields": {"room": {"default": "hall"}, "level": {"default": 50}},
            "variables": {"level": "{{ level | default(80) }}"},
            "sequence": [LIGHT],
        }
    )

    assert draft.defaults == {"room": "hall"}


@pytest.mark.parametrize("sequence", [LIGHT, [LIGHT]])
def test_a_script_of_nothing_but_its_sequence(sequence):
    """A sequence alone, with or without alias, is a script; one action will do."""
    assert to_draft({"sequence": sequence}) == Draft(actions=[LIGHT])
    assert to_draft({"sequence": sequence, "alias": "A"}).name == "A"


def test_the_only_script_of_a_file():
    """A script as it stands in scripts.yaml, its key being its name."""
    body = {"sequence": [LIGHT], "mode": "single"}

    assert to_draft({"goodnight": body}) == Draft(actions=[LIGHT], name="goodnight")
    assert to_draft({"goodnight": {**body, "alias": "Night"}}).name == "Night"


@pytest.mark.parametrize(
    "automation",
    [
        {"triggers": [], "conditions": [], "actions": [LIGHT]},
        {"trigger": {"platform": "sun"}, "condition": "{{ x }}", "action": [LIGHT]},
        {"trigger": [], "action": LIGHT},
        {"actions": [LIGHT]},
        {"action": [LIGHT]},
        {"action": LIGHT, "mode": "queued", "max": 5},
    ],
)
def test_an_automation(automation):
    """Plural and singular keys; triggers, conditions and mode are passed over."""
    draft = Draft(actions=[LIGHT], defaults=NO_TRIGGER)

    assert to_draft(automation) == draft
    assert to_draft([automation]) == draft


def test_an_automation_with_all_its_keys():
    """Everything that an automation may have is known; what counts is taken."""
    draft = to_draft(
        {
            "id": "17",
            "alias": "Evening",
            "description": "",
            "initial_state": True,
            "hide_entity": False,
            "trace": {},
            "triggers": [{"trigger": "sun", "event": "sunset"}],
            "conditions": [],
            "variables": {"a": 1},
            "trigger_variables": {"b": 2},
            "actions": [LIGHT, LEGACY],
            "mode": "single",
            "max": 2,
            "max_exceeded": "warning",
        }
    )

    assert draft == Draft(
        actions=[LIGHT, LEGACY],
        variables={"a": 1},
        defaults=NO_TRIGGER,
        name="Evening",
    )


@pytest.mark.parametrize(
    ("alias", "name"), [("Night", "Night"), (5, "5"), ("", None), (None, None)]
)
def test_the_alias_is_the_name(alias, name):
    """Numbers are accepted as Home Assistant does; an empty alias is none."""
    assert to_draft({"alias": alias, "sequence": [LIGHT]}).name == name


@pytest.mark.parametrize("data", ["light.turn_on", 5, None, True, 1.5, (LIGHT,), {1}])
def test_refuses_what_has_no_shape(data):
    """Scalars and odd containers are refused by what they are."""
    error = refused(data)

    assert error.place == "actions"
    assert error.expected.startswith("a list of actions, one action, ")


@pytest.mark.parametrize(
    ("data", "place", "came", "expected"),
    [
        ([], "actions", "an empty list", "a list of at least one action"),
        (
            [LIGHT, "light.turn_off"],
            "actions/1",
            "'light.turn_off'",
            "an action, which is a mapping",
        ),
        ([[LIGHT]], "actions/0", "a list of 1", "an action, which is a mapping"),
        ([None], "actions/0", "nothing", "an action, which is a mapping"),
        (
            {"sequence": []},
            "sequence",
            "an empty list",
            "a list of at least one action",
        ),
        (
            {"sequence": None},
            "sequence",
            "nothing",
            "a list of at least one action",
        ),
        (
            {"sequence": [LIGHT, 5]},
            "sequence/1",
            "5",
            "an action, which is a mapping",
        ),
        (
            {"night": {"sequence": "light.turn_on"}},
            "night/sequence",
            "'light.turn_on'",
            "a list of at least one action",
        ),
        (
            {"triggers": [], "actions": []},
            "actions",
            "an empty list",
            "a list of at least one action",
        ),
        (
            {"triggers": [], "action": "light.turn_on"},
            "action",
            "'light.turn_on'",
            "a list of at least one action",
        ),
        ({"triggers": []}, "actions", "nothing", "a list of at least one action"),
        (
            {"actions": [LIGHT], "action": [LIGHT]},
            "action",
            "action beside actions",
            "one of the two",
        ),
        (
            {"actions": [LIGHT], "trigger": [], "triggers": []},
            "trigger",
            "trigger beside triggers",
            "one of the two",
        ),
        (
            {"actions": [LIGHT], "condition": [], "conditions": []},
            "condition",
            "condition beside conditions",
            "one of the two",
        ),
        (
            [LIGHT, {"triggers": [], "actions": [LIGHT]}],
            "actions/1",
            "an automation among others",
            "actions only",
        ),
        (
            [{"triggers": [], "actions": [LIGHT]}] * 2,
            "actions/0",
            "an automation among others",
            "actions only",
        ),
        (
            {"a": {"sequence": [LIGHT]}, "b": {"sequence": [LIGHT]}},
            "actions",
            "2 scripts",
            "one script",
        ),
        (
            {"use_blueprint": {"path": "a.yaml"}, "alias": "A"},
            "use_blueprint",
            "a mapping with path",
            "the entity id of the automation or script that uses the blueprint",
        ),
        (
            [{"use_blueprint": {"path": "a.yaml"}}],
            "use_blueprint",
            "a mapping with path",
            "the entity id of the automation or script that uses the blueprint",
        ),
        (
            {"sequence": [LIGHT], "variables": [1]},
            "variables",
            "a list of 1",
            "a mapping",
        ),
        (
            {"actions": [LIGHT], "variables": {True: 1}},
            "variables",
            "true",
            "names as text",
        ),
        ({"sequence": [LIGHT], "fields": "x"}, "fields", "'x'", "a mapping"),
        (
            {"sequence": [LIGHT], "fields": {"a": 5}},
            "fields/a",
            "5",
            "a mapping",
        ),
        (
            {"night": {"sequence": [LIGHT], "fields": {"a": None}}},
            "night/fields/a",
            "nothing",
            "a mapping",
        ),
        ({"sequence": [LIGHT], "alias": ["a"]}, "alias", "a list of 1", "a text"),
    ],
)
def test_refuses_shapes_by_place(data, place, came, expected):
    """Each refusal names the place, what stands there and what may."""
    error = refused(data)

    assert (error.place, error.came, error.expected) == (place, came, expected)


@pytest.mark.parametrize(
    ("data", "place", "what"),
    [
        ({"sequence": [LIGHT], "mode": "single", "foo": 1}, "foo", "a script"),
        ({"sequence": [LIGHT], "fields": {}, "enabled": 1}, "enabled", "a script"),
        ({"night": {"sequence": [LIGHT], 5: 1}}, "night/5", "a script"),
        ({"actions": [LIGHT], "foo": 1}, "foo", "an automation"),
        ({"triggers": [], "sequence": [LIGHT]}, "sequence", "an automation"),
        ({"action": [LIGHT], "data": {}}, "data", "an automation"),
    ],
)
def test_refuses_unknown_keys(data, place, what):
    """A key that would silently be passed over is probably a mistake."""
    error = refused(data)

    assert error.place == place
    assert error.expected.startswith(f"a key of {what}: ")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"alias": "A", "mode": "single"},
        {"foo": 1},
        {"automation": [{"actions": [LIGHT]}]},
        {"script": {"night": {"sequence": [LIGHT]}}},
        {"night": {"sequence": [LIGHT]}, "alias": "Night"},
        {5: None, None: 5},
    ],
)
def test_refuses_mappings_of_no_known_shape(data):
    """The error names the keys that came."""
    error = refused(data)

    assert error.place == "actions"
    assert error.came == (
        f"a mapping with {', '.join('nothing' if k is None else str(k) for k in data)}"
        if data
        else "an empty mapping"
    )
