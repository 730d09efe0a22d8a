"""Data of ``action_engine.run`` that cannot be meant: field, what came, what was expected."""

ACTIONS = [{"action": "light.turn_on"}]

BAD_DATA = [
    ({}, "actions", "nothing", "one of actions, yaml, script, automation"),
    ({"actions": None}, "actions", "nothing", "one of actions, yaml"),
    (
        {"actions": ACTIONS, "yaml": "x"},
        "actions",
        "actions and yaml",
        "one of actions",
    ),
    (
        {"script": "script.a", "retri": 1},
        "'retri'",
        "an unknown field",
        "perhaps retry",
    ),
    ({"entity_id": "light.hall"}, "'entity_id'", "an unknown field", "one of actions"),
    ({"actions": ACTIONS, 5: 1}, "5", "an unknown field", "one of actions"),
    ({"actions": ACTIONS, "variables": []}, "variables", "[]", "a mapping of names"),
    ({"actions": ACTIONS, "name": {}}, "name", "{}", "a text of 1 to 255"),
    ({"actions": ACTIONS, "key": ""}, "key", "''", "a text of 1 to 255"),
    ({"actions": ACTIONS, "priority": "urgent"}, "priority", "'urgent'", "one of low"),
    ({"actions": ACTIONS, "mode": "twice"}, "mode", "'twice'", "one of parallel"),
    ({"actions": ACTIONS, "on_failure": "cry"}, "on_failure", "'cry'", "one of stop"),
    (
        {"actions": ACTIONS, "idempotency_key": ""},
        "idempotency_key",
        "''",
        "a text of 1 to 255",
    ),
    ({"actions": ACTIONS, "wait": "perhaps"}, "wait", "'perhaps'", "true or false"),
    ({"actions": ACTIONS, "observe": 2}, "observe", "2", "true or false"),
    ({"actions": ACTIONS, "verify": "x"}, "verify", "'x'", "true or false"),
    ({"actions": ACTIONS, "skip_if_already": []}, "skip_if_already", "[]", "true or"),
    ({"actions": ACTIONS, "ignore_missing": {}}, "ignore_missing", "{}", "true or"),
    ({"actions": ACTIONS, "on_failure_raise": 9}, "on_failure_raise", "9", "true or"),
    ({"actions": ACTIONS, "within": -1}, "within", "-1", "seconds, HH:MM:SS"),
    ({"actions": ACTIONS, "timeout": "soon"}, "timeout", "'soon'", "seconds, HH:MM:SS"),
    (
        {"actions": ACTIONS, "retry": "often"},
        "retry",
        "'often'",
        "true, false, a whole number",
    ),
    (
        {"actions": ACTIONS, "retry": {"max_retries": "x"}},
        "retry.max_retries",
        "'x'",
        "a whole number",
    ),
    (
        {"actions": ACTIONS, "retry": {"jitter": 2}},
        "retry.jitter",
        "2",
        "a number from 0 to 1",
    ),
    ({"actions": ACTIONS, "mode": "single"}, "mode", "single", "a key beside it"),
    (
        {"actions": ACTIONS, "on_failure_raise": True, "wait": False},
        "on_failure_raise",
        "true beside wait: false",
        "a caller who waits",
    ),
]
