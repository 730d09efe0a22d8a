"""Order, collapse, conflicts, rollbacks of authors, and what is said of each."""

import json

from hypothesis import example, given, settings, strategies as st
import pytest

from homeassistant.core import State

from custom_components.action_engine.engine.model.undo import (
    Conflict,
    Snapshot,
    UndoWhat,
)
from custom_components.action_engine.engine.plan.keys import take_keys
from custom_components.action_engine.engine.undo.traits import TRAITS
from tests.engine.undo.papers import Papers, calls_of, seen

WILL, SKIPPED, ASKS = UndoWhat.WILL, UndoWhat.SKIPPED, UndoWhat.ASKS
NOTHING, IMPOSSIBLE = UndoWhat.NOTHING, UndoWhat.IMPOSSIBLE
ROLLBACK = ({"action": "test.back", "data": {"what": "{{ this }}"}},)


@pytest.fixture
def papers():
    """Return empty papers."""
    return Papers()


def number(value, entity_id="number.a"):
    """Return the state of a number."""
    return State(entity_id, str(value))


def set_to(papers, before, after, /, **more):
    """Write down that a number was set."""
    data = {"value": after}
    papers.change("number.set_value", number(before), number(after), data=data, **more)


def fates(plan):
    """Return what becomes of each entity, in the order of the undo."""
    return [(item.entity_id, item.what) for item in plan.items]


def targets(actions):
    """Return the entities of raw actions; a list for those that are parallel."""
    return [
        [arm["sequence"][0]["target"]["entity_id"] for arm in step["parallel"]]
        if "parallel" in step
        else step["target"]["entity_id"]
        for step in actions
    ]


def test_nothing_done_is_nothing_undone(papers):
    """An empty record gives an empty plan."""
    plan = papers.plan()
    assert (plan.items, plan.actions) == ((), ())


def test_the_last_is_undone_first(papers):
    """Reverse order of completion, whatever the order of the records."""
    papers.turn("switch.a", "off", "on", ended=3.0)
    papers.turn("switch.b", "off", "on", ended=9.0)
    papers.turn("switch.c", "off", "on", ended=6.0)
    assert targets(papers.plan().actions) == ["switch.b", "switch.c", "switch.a"]


def test_calls_that_ended_together_are_undone_from_the_last_written(papers):
    """Equal times leave the order in which they were written down."""
    papers.turn("switch.a", "off", "on", ended=3.0, began=3.0)
    papers.turn("switch.b", "off", "on", ended=3.0, began=3.0)
    assert targets(papers.plan().actions) == ["switch.b", "switch.a"]


def test_several_calls_collapse_to_one(papers):
    """An entity goes back once, to how it was before the first call."""
    set_to(papers, 1, 2)
    set_to(papers, 2, 3)
    set_to(papers, 3, 4)
    item = papers.only()
    assert calls_of(item) == [("number.set_value", {"value": 1.0})]
    assert item.path == "0"


def test_an_entity_goes_back_where_its_first_call_stood(papers):
    """The plug of an amplifier is pulled after the volume was turned down."""
    papers.turn("switch.plug", "off", "on")
    papers.turn("siren.amplifier", "off", "on")
    papers.turn("switch.plug", "on", "on")
    assert targets(papers.plan().actions) == ["siren.amplifier", "switch.plug"]


def test_entities_of_one_call_go_back_together(papers):
    """Devices of one call do not wait for each other, calls do."""
    lights = ["light.a", "light.b"]
    for one in (*lights, "light.c"):
        papers.stands(one, "on")
    off, on = ({one: seen(one, state) for one in lights} for state in ("off", "on"))
    papers.call("light.turn_on", *lights, before=off, after=on)
    papers.turn("light.c", "off", "on")
    assert targets(papers.plan().actions) == ["light.c", lights]


def test_what_was_done_at_the_same_time_is_undone_at_the_same_time(papers):
    """Calls that overlapped did not depend on each other."""
    papers.turn("switch.a", "off", "on", began=0.0, ended=2.0)
    papers.turn("switch.b", "off", "on", began=1.0, ended=3.0)
    papers.turn("switch.c", "off", "on", began=2.5, ended=4.0)
    actions = papers.plan().actions
    assert targets(actions) == [["switch.c", "switch.b"], "switch.a"]


def test_without_a_beginning_nothing_overlaps(papers):
    """Where nobody knows when a call began, it is undone on its own."""
    papers.turn("switch.a", "off", "on", began=None, ended=2.0)
    papers.turn("switch.b", "off", "on", began=None, ended=2.0)
    assert targets(papers.plan().actions) == ["switch.b", "switch.a"]


def test_of_overlapping_calls_the_first_to_begin_counts(papers):
    """A call that ended last may have begun first: it saw what was there before."""
    set_to(papers, 2, 3, began=1.0, ended=2.0)
    set_to(papers, 1, 3, began=0.0, ended=5.0)
    assert calls_of(papers.only()) == [("number.set_value", {"value": 1.0})]


def test_an_entity_that_is_back_already_is_left_alone(papers):
    """Nothing is called, and the plan says so."""
    papers.turn("switch.a", "off", "on")
    papers.stands("switch.a", "off")
    item = papers.only()
    assert (item.what, item.reason) == (NOTHING, "it is as it was before")
    assert not papers.plan().actions


@pytest.mark.parametrize(
    ("conflict", "what"),
    [(Conflict.SKIP, SKIPPED), (Conflict.ASK, ASKS), (Conflict.FORCE, WILL)],
)
def test_what_somebody_changed_since(papers, conflict, what):
    """It is skipped, asked about with its actions ready, or set back all the same."""
    set_to(papers, 1, 2)
    papers.stands("number.a", "7")
    papers.turn("switch.b", "off", "on")
    plan = papers.plan(conflict)
    assert fates(plan) == [("switch.b", WILL), ("number.a", what)]
    ours = plan.items[1]
    assert bool(ours.actions) is (what is not SKIPPED)
    assert (ours.actions[0] in plan.actions) is (what is WILL) if ours.actions else True
    if what is not WILL:
        assert ours.reason.startswith("changed since: now 7, it was left at 2")


def test_what_nobody_saw_is_not_taken_for_ours(papers):
    """Without a look after the call, nobody can tell who changed it."""
    set_to(papers, 1, 2, after={})
    item = papers.only()
    assert (item.what, item.reason) == (
        SKIPPED,
        "nobody saw how the execution left it",
    )
    assert papers.only(Conflict.FORCE).what is WILL


def test_a_dead_look_is_no_look(papers):
    """An entity that was unavailable after the call has not been seen."""
    dead = Snapshot(entity_id="number.a", state="unavailable")
    set_to(papers, 1, 2, after={"number.a": dead})
    assert papers.only().what is SKIPPED


def test_what_was_never_seen_cannot_be_restored(papers):
    """Without a record of how it was, there is nothing to go back to."""
    set_to(papers, 1, 2, before={})
    item = papers.only()
    assert (item.what, item.reason) == (
        IMPOSSIBLE,
        "how it was before is not recorded",
    )


def test_an_entity_that_has_gone_cannot_be_restored(papers):
    """There is nothing left to be called."""
    set_to(papers, 1, 2)
    papers.states.clear()
    item = papers.only()
    assert (item.what, item.reason) == (
        IMPOSSIBLE,
        "there is no such entity any more",
    )


def test_a_change_between_two_calls_is_where_an_undo_ends(papers):
    """What a person set in between is theirs, and only what came after is taken back."""
    set_to(papers, 1, 2)
    set_to(papers, 7, 9)
    item = papers.only()
    assert calls_of(item) == [("number.set_value", {"value": 7.0})]
    assert "that is how somebody left it between two of the calls" in item.reason
    assert item.path == "1"


def test_what_came_before_a_change_of_somebody_is_over(papers):
    """However many calls there were before it."""
    set_to(papers, 0, 1)
    set_to(papers, 1, 2)
    set_to(papers, 7, 9)
    assert calls_of(papers.only()) == [("number.set_value", {"value": 7.0})]


def test_force_goes_back_beyond_a_change_between_two_calls(papers):
    """Forced, it goes back to the very first."""
    set_to(papers, 1, 2)
    set_to(papers, 7, 9)
    item = papers.only(Conflict.FORCE)
    assert calls_of(item) == [("number.set_value", {"value": 1.0})]


def test_a_gap_in_the_sight_is_no_change(papers):
    """A device that was away between two calls was not changed by anybody."""
    away = {"number.a": Snapshot(entity_id="number.a", state="unavailable")}
    set_to(papers, 1, 2)
    set_to(papers, 2, 3, before=away)
    assert calls_of(papers.only()) == [("number.set_value", {"value": 1.0})]


def test_what_an_author_wrote_wins(papers):
    """A step's own rollback is run as it is, and not the way back of its entities."""
    set_to(papers, 1, 2, rollback=ROLLBACK)
    plan = papers.plan()
    [item] = plan.items
    assert (item.entity_id, item.what) == (None, WILL)
    [step] = plan.actions
    assert step["sequence"] == list(ROLLBACK)
    assert step["continue_on_error"] is True


def test_what_an_author_wrote_keeps_its_place(papers):
    """It runs alone, after what came later and before what came earlier."""
    set_to(papers, 1, 2)
    papers.call("test.do", rollback=ROLLBACK, began=0.0, ended=2.0)
    papers.turn("switch.a", "off", "on", began=0.0, ended=3.0)
    first, second, third = papers.plan().actions
    assert first["target"] == {"entity_id": "switch.a"}
    assert second["sequence"] == list(ROLLBACK)
    assert third["target"] == {"entity_id": "number.a"}


def test_a_rollback_speaks_for_all_inside_its_step(papers):
    """What stands below a step is the outermost rollback's business."""
    set_to(papers, 1, 2, path="1/sequence/0", rollback=ROLLBACK)
    papers.turn("switch.a", "off", "on", path="1/sequence/1")
    papers.call("sequence", path="1", rollback=ROLLBACK)
    papers.turn("switch.b", "off", "on", path="10")
    plan = papers.plan()
    assert fates(plan) == [("switch.b", WILL), (None, WILL)]
    assert plan.items[1].path == "1"


def test_equal_paths_of_two_executions_are_two_steps(papers):
    """A rollback speaks for its own execution only."""
    papers.turn("switch.a", "off", "on", path="1/sequence/0", execution_id="A")
    papers.call("sequence", path="1", rollback=ROLLBACK, execution_id="B")
    plan = papers.plan()
    assert fates(plan) == [(None, WILL), ("switch.a", WILL)]
    assert [item.execution_id for item in plan.items] == ["B", "A"]


def test_after_a_rollback_an_entity_stands_as_before_the_step(papers):
    """What is older is set back from there, not from how it stands today."""
    set_to(papers, 1, 2)
    set_to(papers, 2, 1, rollback=ROLLBACK)
    plan = papers.plan()
    assert fates(plan) == [(None, WILL), ("number.a", WILL)]
    assert plan.items[1].reason == "back to 1 (now 2)"


def test_after_a_rollback_of_something_unknown_all_is_set(papers):
    """Nobody knows how a rollback leaves what its step did not record."""
    set_to(papers, 1, 1)
    set_to(papers, 1, 1, rollback=ROLLBACK, before={})
    assert fates(papers.plan()) == [(None, WILL), ("number.a", WILL)]


def test_between_two_rollbacks_nothing_is_set_back_twice(papers):
    """Each stretch of calls goes back once, on its side of the rollback."""
    set_to(papers, 1, 2)
    set_to(papers, 2, 3, rollback=ROLLBACK)
    set_to(papers, 3, 4)
    plan = papers.plan()
    assert fates(plan) == [("number.a", WILL), (None, WILL), ("number.a", WILL)]
    assert calls_of(plan.items[0]) == [("number.set_value", {"value": 3.0})]
    assert calls_of(plan.items[2]) == [("number.set_value", {"value": 1.0})]


@pytest.mark.parametrize(
    ("conflict", "what"), [(Conflict.SKIP, SKIPPED), (Conflict.ASK, ASKS)]
)
def test_a_rollback_does_not_run_over_what_somebody_changed(papers, conflict, what):
    """Nor is anything older of its entities set back beneath it."""
    set_to(papers, 1, 2)
    papers.turn("switch.a", "off", "on")
    both = {"number.a": seen("number.a", "2"), "switch.a": seen("switch.a", "on")}
    papers.call("test.do", *both, before=both, after=both, rollback=ROLLBACK)
    papers.stands("number.a", "7")
    plan = papers.plan(conflict)
    assert fates(plan) == [(None, what), ("switch.a", what), ("number.a", what)]
    assert plan.items[0].reason.startswith("number.a: changed since")
    assert "a later step" in plan.items[1].reason
    assert not plan.actions
    assert bool(plan.items[0].actions) is (conflict is Conflict.ASK)


def test_an_older_rollback_waits_for_a_newer_one(papers):
    """What shares an entity with a step that stays as it is, stays as well."""
    one = {"switch.a": seen("switch.a", "on")}
    both = {"number.a": seen("number.a", "2"), **one}
    papers.call("test.do", "switch.a", before=one, after=one, rollback=ROLLBACK)
    papers.call("test.do", *both, before=both, after=both, rollback=ROLLBACK)
    papers.stands("number.a", "7")
    papers.stands("switch.a", "on")
    assert fates(papers.plan()) == [(None, SKIPPED), (None, SKIPPED)]
    assert fates(papers.plan(Conflict.FORCE)) == [(None, WILL), (None, WILL)]


def test_a_rollback_runs_although_its_entity_has_gone(papers):
    """Its author may have meant something else."""
    set_to(papers, 1, 2, rollback=ROLLBACK)
    papers.states.clear()
    assert papers.only().what is WILL


def test_a_group_is_left_to_its_members(papers):
    """Where the members are known one by one, the group has nothing to add."""
    members = {"entity_id": ["switch.a", "switch.b"]}
    on = State("group.all", "on", members)
    papers.change("homeassistant.turn_on", State("group.all", "off", members), on)
    papers.turn("switch.a", "off", "on")
    papers.turn("switch.b", "on", "on")
    plan = papers.plan()
    assert fates(plan) == [
        ("switch.b", NOTHING),
        ("switch.a", WILL),
        ("group.all", NOTHING),
    ]


def test_a_call_on_mixed_domains_goes_back_by_domain(papers):
    """What ``homeassistant.turn_on`` did to each entity, its own domain takes back."""
    ids = ["light.a", "switch.b"]
    for one in ids:
        papers.stands(one, "on")
    off, on = ({one: seen(one, state) for one in ids} for state in ("off", "on"))
    papers.call("homeassistant.turn_on", *ids, before=off, after=on)
    calls = [calls_of(item) for item in papers.plan().items]
    assert calls == [[("light.turn_off", {})], [("switch.turn_off", {})]]


ONE_WAY = [
    ("notify.mobile", "a sent message cannot be taken back"),
    ("tts.speak", "what was said cannot be taken back"),
    ("calendar.create_event", "Home Assistant has no call that removes an event"),
    (
        "persistent_notification.create",
        "the notification has no id of its own to find it",
    ),
    ("mqtt.publish", "nobody knows what it did outside of Home Assistant"),
    ("script.goodnight", "what a script does is not recorded with the call"),
    ("hue.activate_scene", "nothing is known that takes hue.activate_scene back"),
]


@pytest.mark.parametrize(("action", "reason"), ONE_WAY)
def test_what_cannot_be_taken_back(papers, action, reason):
    """A call without a way back says why, and calls nothing."""
    papers.call(action)
    item = papers.only()
    assert (item.what, item.reason, item.entity_id) == (IMPOSSIBLE, reason, None)


@pytest.mark.parametrize(
    ("action", "entity_id", "reason"),
    [
        ("button.press", "button.a", "a press cannot be taken back"),
        ("notify.send_message", "notify.a", "a sent message cannot be taken back"),
        (
            "homeassistant.turn_on",
            "camera.a",
            "a picture or recording that was taken stays",
        ),
        ("homeassistant.turn_on", "sensor.a", "it only reports, nothing can set it"),
        ("todo.remove_item", "todo.a", "what was removed is not recorded"),
        ("hue.flash", "robot.a", "nothing is known that takes hue.flash back"),
    ],
)
def test_an_entity_that_cannot_be_set_back(papers, action, entity_id, reason):
    """Entities of such domains are named one by one."""
    papers.change(action, State(entity_id, "1"), State(entity_id, "2"))
    item = papers.only()
    assert (item.entity_id, item.what, item.reason) == (entity_id, IMPOSSIBLE, reason)


@pytest.mark.parametrize(
    "action", ["weather.get_forecasts", "homeassistant.update_entity"]
)
def test_who_only_asks_changes_nothing(papers, action):
    """A question needs no undo."""
    papers.call(action, "weather.a")
    item = papers.only()
    assert (item.what, item.reason) == (NOTHING, "it changed nothing")


def test_a_scene_is_what_was_recorded_of_it(papers):
    """The entities that it changed go back; the scene itself has nothing to add."""
    papers.stands("light.a", "on")
    papers.call(
        "scene.turn_on",
        "scene.evening",
        before={"light.a": seen("light.a", "off")},
        after={"light.a": seen("light.a", "on")},
    )
    plan = papers.plan()
    assert fates(plan) == [("scene.evening", NOTHING), ("light.a", WILL)]


def test_a_scene_of_which_nothing_was_recorded_says_so(papers):
    """Nobody knows what it changed."""
    papers.call("scene.turn_on", "scene.evening")
    assert papers.only().what is IMPOSSIBLE


def test_a_track_that_was_skipped_stays_so(papers):
    """The state is as before, and still something has happened that stays."""
    playing = State("media_player.a", "playing", {"volume_level": 0.5})
    papers.change("media_player.media_next_track", playing, playing)
    item = papers.only()
    assert (item.what, item.reason) == (
        IMPOSSIBLE,
        "the track that played is not recorded",
    )


def test_what_stays_is_said_beside_what_goes_back(papers):
    """The power of a vacuum goes back, what it was told to do does not."""
    low, high = (
        State("vacuum.a", "docked", {"fan_speed": speed}) for speed in ("low", "high")
    )
    papers.change("vacuum.send_command", low, high)
    item = papers.only()
    assert item.what is WILL
    assert item.reason == (
        "back to fan_speed low (now high); but a command that was sent cannot be taken "
        "back"
    )


OPPOSITES = [
    (
        "persistent_notification.create",
        {"notification_id": "x", "message": "m"},
        "persistent_notification.dismiss",
        {"notification_id": "x"},
    ),
    (
        "shopping_list.add_item",
        {"name": " milk "},
        "shopping_list.remove_item",
        {"name": "milk"},
    ),
    (
        "todo.add_item",
        {"item": "milk", "due_date": "x"},
        "todo.remove_item",
        {"item": "milk"},
    ),
    (
        "todo.update_item",
        {"item": "a", "rename": "b", "area_id": "kitchen"},
        "todo.update_item",
        {"item": "b", "rename": "a"},
    ),
    ("update.skip", {}, "update.clear_skipped", {}),
]


@pytest.mark.parametrize(("action", "data", "opposite", "given"), OPPOSITES)
def test_calls_that_another_call_takes_back(papers, action, data, opposite, given):
    """What no state holds is taken back by the opposite call, once for each call."""
    entity_ids = [] if action.startswith(("pers", "shop")) else ["todo.a"]
    papers.call(action, *entity_ids, data=data)
    papers.call(action, *entity_ids, data=data)
    plan = papers.plan()
    assert len(plan.items) == 2
    assert {item.what for item in plan.items} == {WILL}
    step = plan.actions[0]
    assert (step["action"], step.get("data", {})) == (opposite, given)
    assert step.get("target") == ({"entity_id": "todo.a"} if entity_ids else None)


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("persistent_notification.create", {"message": "m"}),
        ("persistent_notification.create", {"notification_id": " "}),
        ("shopping_list.add_item", {"name": 3}),
        ("todo.add_item", {}),
        ("todo.update_item", {"item": "a", "status": "completed"}),
        ("todo.update_item", {"item": "a", "rename": "b", "due_date": "x"}),
    ],
)
def test_calls_whose_opposite_is_not_known(papers, action, data):
    """Without a name to find it, nothing is taken back by guess."""
    papers.call(action, data=data)
    assert papers.only().what is IMPOSSIBLE


def test_an_opposite_that_reads_as_a_template_is_not_sent(papers):
    """A text that came from outside must not become code on the way back."""
    papers.call("todo.add_item", "todo.a", data={"item": "{{ states('lock.a') }}"})
    item = papers.only()
    assert (item.what, item.actions) == (IMPOSSIBLE, ())


def test_what_has_not_had_its_effect_yet_is_held_where_it_was(papers):
    """Slats that are about to turn are stopped, and told where they are."""
    known = {"current_tilt_position": 10, "supported_features": 255}
    still = State("cover.a", "open", known)
    data = {"tilt_position": 80}
    papers.change("cover.set_cover_tilt_position", still, still, data=data)
    item = papers.only()
    assert calls_of(item) == [
        ("cover.stop_cover_tilt", {}),
        ("cover.set_cover_tilt_position", {"tilt_position": 10}),
    ]
    assert item.reason == (
        "kept at current_tilt_position 10, since a call has not had its effect yet"
    )


def test_a_cover_that_is_about_to_move_is_stopped_first(papers):
    """It is where it shall be, so that it would not heed being told to go there."""
    still = State("cover.a", "open", {"current_position": 40, "supported_features": 15})
    papers.change("cover.close_cover", still, still)
    assert calls_of(papers.only()) == [
        ("cover.stop_cover", {}),
        ("cover.set_cover_position", {"position": 40}),
    ]


def test_steps_carry_the_engines_keys(papers):
    """Each call is verified, the last by the whole; each step has an id of its own."""
    before = State(
        "climate.a", "heat", {"temperature": 21, "preset_mode": None, "fan_mode": "low"}
    )
    papers.change("climate.turn_off", before, State("climate.a", "off"))
    set_to(papers, 1, 2)
    plan = papers.plan()
    number_step, climate_step = plan.actions
    assert number_step["expect"] == {"state": "1"}
    assert [number_step["id"], climate_step["id"]] == ["undo_1", "undo_2"]
    assert [item.id for item in plan.items] == ["undo_1", "undo_2"]
    first, second, last = climate_step["sequence"]
    assert first["expect"] == {"state": "heat"}
    assert "expect" not in second
    whole = {
        "state": "heat",
        "attributes": {
            "temperature": {"value": 21, "tolerance": 0.3},
            "fan_mode": "low",
        },
    }
    assert last["expect"] == plan.items[1].expect == whole


EXPECTED = [
    (
        State("text.a", ""),
        State("text.a", "x"),
        {"template": "{{ is_state('text.a', '') }}"},
    ),
    (
        State("lock.a", "locked"),
        State("lock.a", "unlocked"),
        {"state": "locked", "within": 20},
    ),
    (
        State("media_player.a", "idle", {"supported_features": 4096}),
        State("media_player.a", "playing", {"supported_features": 4096}),
        {"state": ["idle", "on"], "within": 25},
    ),
    (
        State("light.a", "on", {"color_mode": "hs", "hs_color": (120, 50)}),
        State("light.a", "off"),
        {
            "state": "on",
            "attributes": {
                "color_mode": "hs",
                "hs_color": {"value": [120, 50], "tolerance": 5},
            },
        },
    ),
    (
        State("light.a", "on", {"color_mode": "hs", "hs_color": (358, 50)}),
        State("light.a", "off"),
        {"state": "on", "attributes": {"color_mode": "hs"}},
    ),
    (
        State(
            "light.a", "on", {"color_mode": "hs", "hs_color": (120, 50), "effect": "x"}
        ),
        State("light.a", "off"),
        {"state": "on", "attributes": {"effect": "x"}},
    ),
    (
        State("fan.a", "on", {"percentage": 50, "preset_mode": None}),
        State("fan.a", "off"),
        {
            "state": "on",
            "attributes": {
                "percentage": {"value": 50, "tolerance": 1},
                "preset_mode": None,
            },
        },
    ),
]


@pytest.mark.parametrize(("before", "now", "expect"), EXPECTED)
def test_what_is_expected_of_an_entity_that_is_back(papers, before, now, expect):
    """State and attributes with tolerance, as far as they can be seen for certain."""
    papers.change("test.do", before, now)
    assert papers.only().expect == expect


def test_items_are_plain_data(papers):
    """A plan can be shown and written down as it is."""
    set_to(papers, 1, 2)
    papers.call("notify.a")
    told = [item.as_dict() for item in papers.plan().items]
    assert json.loads(json.dumps(told)) == told
    assert told[1] == {
        "entity_id": "number.a",
        "path": "0",
        "what": "will",
        "reason": "back to 1 (now 2)",
        "actions": [papers.plan().actions[0]],
        "expect": {"state": "1"},
        "id": "undo_1",
        "execution_id": "",
    }


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 300),
    st.floats(),
    st.sampled_from(["", "on", "off", "none", "{{ 1 }}", "2026-11-20T10:00:00", "a.b"]),
    st.lists(st.one_of(st.integers(), st.text(max_size=3)), max_size=3),
)
STATES = st.sampled_from(
    [
        "on",
        "off",
        "open",
        "closed",
        "opening",
        "closing",
        "locked",
        "playing",
        "paused",
        "idle",
        "active",
        "heat",
        "cool",
        "cleaning",
        "docked",
        "armed_away",
        "triggered",
        "5",
        "05",
        "text",
    ]
)


@st.composite
def wild_states(draw):
    """Return two states of one entity as no decent integration would report them."""
    domain = draw(st.sampled_from(sorted(TRAITS)))
    names = [trait.name for trait in TRAITS[domain]]
    more = ["supported_features", "options", "effect_list", "step", "code_format"]
    known = st.dictionaries(st.sampled_from(names + more), VALUES)
    return [(f"{domain}.a", draw(STATES), draw(known)) for _ in range(2)]


@example(
    states=[("climate.a", "on", {"preset_mode": []}), ("climate.a", "on", {})],
    conflict=Conflict.SKIP,
    data=False,
)
@example(
    states=[("light.a", "on", {"color_mode": []}), ("light.a", "off", {})],
    conflict=Conflict.SKIP,
    data=False,
)
@example(
    states=[
        ("light.a", "on", {}),
        ("light.a", "off", {"brightness": None, "effect_list": True}),
    ],
    conflict=Conflict.SKIP,
    data=False,
)
@given(states=wild_states(), conflict=st.sampled_from(Conflict), data=st.booleans())
@settings(deadline=None, max_examples=400)
def test_whatever_is_reported_gives_a_plan(states, conflict, data):
    """No attribute breaks the planning, and what is planned is valid for the engine."""
    papers = Papers()
    before, after = (State(*one) for one in states)
    asked = dict(after.attributes) if data else {}
    papers.change(f"{before.domain}.turn_on", before, after, data=asked)
    item = papers.only(conflict)
    assert item.reason
    for step in item.actions:
        for call in step.get("sequence", [step]):
            rest, _ = take_keys(call, "0")
            json.dumps(rest)
