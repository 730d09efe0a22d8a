"""An older copy of the journal brings nothing back to life."""

import shutil

from .afterlife import OPTIONS, act, call
from custom_components.action_engine.engine.engine import Fate
from custom_components.action_engine.engine.model.request import OnFailure

WAIT = {"delay": {"hours": 1}}
LIVES = ".storage/action_engine.lives"


async def next_life(world):
    """Let the engine die now, and begin with what was put back."""
    await world.begin(OPTIONS)
    return await world.engine.record.recover(OPTIONS)


async def test_what_was_under_way_in_it_waits_for_a_person(world):
    """It may have ended long ago: nothing is called, and further lives change nothing."""
    running = await world.submit(act("1"), WAIT, act("2"))
    await world.called("1")
    await world.die()
    (world.place / LIVES).unlink()

    fates = await next_life(world)
    assert fates[Fate.ASK] == 1
    assert (await world.state(running.id), world.calls) == ("unknown", [])
    assert not world.engine.record.journal.restored
    assert (await world.crash())[Fate.RESUME] == 0
    assert (await world.state(running.id), world.calls) == ("unknown", [])


async def test_nothing_in_it_is_undone(world):
    """It may have been undone long ago."""
    world.held = {"back"}
    step = act("1", rollback=[act("back")])
    doom = call("fail", "doom", idempotent=True)
    saga = await world.submit(step, doom, on_failure=OnFailure.ROLLBACK)
    await world.called("back")
    assert await world.state(saga.id) == "rolling_back"
    await world.durable()
    await world.die()
    (world.place / LIVES).unlink()

    world.held = set()
    await next_life(world)
    await world.idle()
    assert (await world.state(saga.id), world.calls) == ("unknown", [])


async def test_what_is_asked_for_since_goes_on_as_ever(world):
    """Only what came with the copy is in question."""
    await world.die()
    (world.place / LIVES).unlink()
    await next_life(world)
    running = await world.submit(act("1"), WAIT)
    await world.called("1")

    assert (await world.crash())[Fate.RESUME] == 1
    assert await world.state(running.id) == "executing"


async def test_a_crash_before_it_was_dealt_with(world):
    """The next life knows of it all the same."""
    running = await world.submit(act("1"), WAIT)
    await world.called("1")
    await world.die()
    (world.place / LIVES).unlink()
    await world.begin(OPTIONS)
    assert (await world.crash())[Fate.ASK] == 1
    assert await world.state(running.id) == "unknown"


async def test_out_of_a_backup(world, tmp_path):
    """Everything lies in it, and says that it does."""
    running = await world.submit(act("1"), WAIT)
    await world.called("1")
    journal = world.engine.record.journal
    await world.durable()
    assert await journal.begin_backup()
    shutil.copytree(world.place, tmp_path / "backup")
    await journal.end_backup()
    assert (await world.crash())[Fate.RESUME] == 1
    await world.die(tmp_path / "backup")

    assert (await next_life(world))[Fate.ASK] == 1
    assert await world.state(running.id) == "unknown"
