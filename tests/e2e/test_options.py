import pytest

from tests.home.flows import open_options, shown_values, submit_options

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("house")]

COFFEE = [
    {
        "action": "switch.turn_on",
        "target": {"entity_id": "switch.kitchen_coffee_machine"},
    }
]
WATER = [
    {"action": "valve.close_valve", "target": {"entity_id": "valve.garden_water"}},
]


@pytest.fixture
def set_options(house):
    """Change options as the options page does; what was there comes back afterwards."""
    entry_id = house.ensure_integration("action_engine")

    def submit(changes):
        step = open_options(house.api, entry_id)
        shown = shown_values(step["data_schema"])
        changed = {
            name: fields | changes.get(name, {}) for name, fields in shown.items()
        }
        answer = submit_options(house.api, step["flow_id"], changed)
        assert answer["type"] == "create_entry", answer
        return shown

    before = None

    def set_options(**changes):
        nonlocal before
        shown = submit(changes)
        before = before or shown

    yield set_options
    submit(before)


def test_retries_take_effect_at_once(run, set_options, house):
    """Without retries the coffee machine stays off; with them it goes on."""
    set_options(retry={"max_retries": 0})
    first = run(actions=COFFEE)
    assert (first["state"], first["counts"]["attempts"]) == ("failed", 1)

    house.api.post("/api/services/simulated_home/reset")
    set_options(retry={"max_retries": 3, "initial_delay": 0.1})
    second = run(actions=COFFEE)
    assert (second["state"], second["counts"]["attempts"]) == ("success", 3)
    assert [line["entity_id"] for line in house.device_log()][-1:] == [
        "switch.kitchen_coffee_machine"
    ]


def queue_time_of_third(run):
    """Hand three runs in that keep a worker busy; return how long the last one waited."""
    for _ in range(2):
        run(actions=WATER, wait=False)
    return run(actions=WATER)["times"]["queued"]


def test_workers_take_effect_at_once(run, set_options):
    """One worker takes one run after the other, three take them all."""
    set_options(execution={"workers": 1})
    assert queue_time_of_third(run) > 0.8
    set_options(execution={"workers": 3})
    assert queue_time_of_third(run) < 0.3
