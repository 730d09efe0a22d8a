"""What was done is undone: whatever it was, on simulated devices."""

from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.action_engine.engine.model.expectation import holds, unmet_text
from custom_components.action_engine.engine.model.undo import (
    Conflict,
    Done,
    Snapshot,
    UndoWhat,
)
from custom_components.action_engine.engine.plan.expect_key import parse_expect
from custom_components.action_engine.engine.undo.compare import drifted, to_restore
from custom_components.action_engine.engine.undo.planning import plan_undo
from custom_components.action_engine.engine.undo.snapshot import take
from tests.engine.undo.simulated import FLEET, Fleet

RUNS = st.lists(
    st.sampled_from(sorted(FLEET)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(FLEET[name].calls))
    ),
    min_size=1,
    max_size=12,
)
MEDDLED = st.sets(st.sampled_from(sorted(FLEET)))


def look(fleet: Fleet) -> dict[str, Snapshot]:
    """Return a snapshot of each device."""
    return {name: take(device.show()) for name, device in fleet.devices.items()}


def do(fleet: Fleet, run: list[Any]) -> list[Done]:
    """Make the calls of a run and write them down."""
    done = []
    for index, (entity_id, (service, data)) in enumerate(run):
        before, began = take(fleet.now(entity_id)), fleet.time
        action = f"{before.domain}.{service}"
        fleet.call(action, entity_id, data)
        call = Done(
            path=str(index),
            action=action,
            data=data,
            entity_ids=(entity_id,),
            before={entity_id: before},
            after={entity_id: take(fleet.now(entity_id))},
            began=began,
            ended=fleet.time,
        )
        done.append(call)
    return done


def carry_out(fleet: Fleet, actions: Any) -> None:
    """Make the calls of raw actions; each has to show what it is expected to."""
    for action in actions:
        for arm in action.get("parallel", ()):
            carry_out(fleet, arm["sequence"])
        carry_out(fleet, action.get("sequence", ()))
        if "action" not in action:
            continue
        entity_id = action["target"]["entity_id"]
        fleet.call(action["action"], entity_id, action.get("data", {}))
        if "expect" in action:
            expectation = parse_expect(action["expect"], "0").expectation
            state = fleet.now(entity_id)
            assert holds(expectation, state), unmet_text(expectation, state)


def back(fleet: Fleet, first: dict[str, Snapshot]) -> dict[str, Any]:
    """Return which devices are not back, and in what."""
    here = look(fleet)
    return {
        name: names for name in first if (names := to_restore(first[name], here[name]))
    }


@given(warm_up=RUNS, run=RUNS)
@settings(deadline=None)
def test_undo_of_a_run_brings_everything_back(warm_up, run):
    """Nobody interferes: every device ends as it was before the run."""
    fleet = Fleet()
    do(fleet, warm_up)
    first = look(fleet)
    done = do(fleet, run)
    plan = plan_undo(done, fleet.now, conflict=Conflict.SKIP)
    carry_out(fleet, plan.actions)
    assert not back(fleet, first)
    assert {item.what for item in plan.items} <= {UndoWhat.WILL, UndoWhat.NOTHING}


def meddle(fleet: Fleet, names: set[str]) -> None:
    """Let a person do something to these devices that no run does."""
    for name in sorted(names):
        service, data = fleet.devices[name].meddling
        fleet.call(f"{name.partition('.')[0]}.{service}", name, data)


def visibly_meddled(done: list[Done], fleet: Fleet) -> set[str]:
    """Return the devices of a run in which a person's doing can be seen."""
    last = {one: call for call in done for one in call.entity_ids}
    return {
        name
        for name, call in last.items()
        if drifted(call.after[name], take(fleet.now(name)))
    }


@given(run=RUNS, names=MEDDLED)
@settings(deadline=None)
def test_what_somebody_changed_is_skipped_and_nothing_else(run, names):
    """The devices that a person has changed since stay so, and all others come back."""
    fleet = Fleet()
    first = look(fleet)
    done = do(fleet, run)
    # A switch that is turned on by hand is as a run leaves it: nobody could tell.
    meddle(fleet, names - {"switch.pump"})
    changed = visibly_meddled(done, fleet)
    left = look(fleet)
    touched = {call.entity_ids[0] for call in done}
    plan = plan_undo(done, fleet.now, conflict=Conflict.SKIP)
    skipped = {i.entity_id for i in plan.items if i.what is UndoWhat.SKIPPED}
    as_before = {name for name in changed if not to_restore(first[name], left[name])}
    assert skipped == changed - as_before
    carry_out(fleet, plan.actions)
    assert not back(fleet, {n: first[n] for n in touched - skipped})
    assert not back(fleet, {n: left[n] for n in skipped | (set(FLEET) - touched)})


@pytest.mark.parametrize("conflict", [Conflict.FORCE, Conflict.ASK])
@given(run=RUNS, names=MEDDLED)
@settings(deadline=None)
def test_what_somebody_changed_comes_back_if_it_is_wanted(conflict, run, names):
    """Force sets back everything; asked, a person finds the same actions ready."""
    fleet = Fleet()
    first = look(fleet)
    done = do(fleet, run)
    meddle(fleet, names)
    touched = {call.entity_ids[0] for call in done}
    plan = plan_undo(done, fleet.now, conflict=conflict)
    carry_out(fleet, plan.actions)
    asked = [item for item in plan.items if item.what is UndoWhat.ASKS]
    assert not asked or conflict is Conflict.ASK
    for item in asked:
        carry_out(fleet, item.actions)
    assert not back(fleet, {name: first[name] for name in touched})
