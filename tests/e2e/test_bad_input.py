import time

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("house")]

LAMP = "- action: light.turn_on\n  target:\n    entity_id: light.kitchen_table\n"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip(
        "abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz", strict=True
    )
)

TEXTS = {
    "no YAML": ("- action: [", ["1"]),
    "five megabytes": (LAMP + "# " + "x" * 5_000_000, ["64"]),
    "YAML bomb": (BOMB, ["alias", "anchor"]),
    "include": (LAMP + "- !include secrets.yaml", ["include"]),
    "environment": (LAMP + "- !env_var HOME", ["env_var"]),
    "brackets": ("[" * 3000, ["32", "deep", "nest"]),
    "key twice": ("- action: light.turn_on\n  action: light.turn_off", ["action"]),
    "unknown action": (LAMP + "- action: light.explode", ["1", "light.explode"]),
    "wrong field": (
        LAMP + "- action: light.turn_on\n  data:\n    colour: red",
        ["colour"],
    ),
    "wrong engine key": (
        LAMP + "- action: light.turn_on\n  retry: often",
        ["1: retry"],
    ),
    "no list": ("just words", ["just words", "list"]),
    "empty": ("[]", ["action"]),
}


@pytest.mark.parametrize(("text", "named"), TEXTS.values(), ids=TEXTS.keys())
def test_bad_text_is_refused_by_name(refusal, house, text, named):
    """The answer says where the mistake is, comes at once, and nothing has run."""
    before = house.device_log()
    began = time.monotonic()
    message = refusal("run", yaml=text)
    assert time.monotonic() - began < 5
    assert any(word in message for word in named), message
    assert len(message) < 1000
    assert house.device_log() == before


FIELDS = {
    "nothing": ({}, "actions"),
    "two sources": ({"yaml": LAMP, "script": "script.none"}, "yaml"),
    "unknown field": ({"yaml": LAMP, "priorty": "high"}, "priority"),
    "wrong priority": ({"yaml": LAMP, "priority": "urgent"}, "urgent"),
    "wrong retry": ({"yaml": LAMP, "retry": {"max_retries": -1}}, "max_retries"),
    "no list": ({"actions": 7}, "actions"),
    "empty list": ({"actions": []}, "actions"),
    "no such script": ({"script": "script.none"}, "script.none"),
}


@pytest.mark.parametrize(("data", "named"), FIELDS.values(), ids=FIELDS.keys())
def test_bad_field_is_refused_by_name(refusal, house, data, named):
    """The answer names the field, and nothing has run."""
    before = house.device_log()
    assert named in refusal("run", **data)
    assert house.device_log() == before


def test_refusals_leave_no_trace(refusal, house, run):
    """After bad input the engine works, and the log has no complaint about it."""
    refusal("run", yaml=BOMB)
    assert run(yaml=LAMP)["state"] == "success"
    assert "action_engine" not in "\n".join(
        line
        for line in house.console().splitlines()
        if "custom integration" not in line
    )
