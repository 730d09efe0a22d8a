"""What is written down of long runs."""

from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.model.outcome import Ending
from custom_components.action_engine.engine.model.steps_log import (
    MAX_RECORDS,
    StepStatus,
)

TURNS = 3_000


def loop(*steps):
    """Return a loop of so many turns."""
    return {"repeat": {"count": TURNS, "sequence": list(steps)}}


def every(number):
    """Return the reactions of a service that fails once in so many calls."""
    error = HomeAssistantError
    return [error(n) if n % number == number - 1 else None for n in range(TURNS)]


async def test_counts_stay_exact_where_records_are_left_out(home):
    """Three thousand turns: the first records are kept, the others are counted."""
    home.service("test.do")
    result = await home.run(loop({"action": "test.do"}))
    log = home.recorder.log
    assert result.ending is Ending.FINISHED
    assert len(log.records) == MAX_RECORDS
    assert log.omitted == TURNS + 1 - MAX_RECORDS
    assert (log.steps, log.calls, log.attempts) == (TURNS + 1, TURNS, TURNS)
    assert log.records[-1].path == f"0/repeat/{MAX_RECORDS - 1}/sequence/0"


async def test_failures_are_kept_however_late_they_come(home):
    """What went wrong is what one looks for; order and counts stay right."""
    home.service("test.do", *every(500))
    result = await home.run(loop({"action": "test.do", "continue_on_error": True}))
    log = home.recorder.log
    assert result.ending is Ending.FINISHED
    failed = [r.path for r in log.records if r.status is StepStatus.FAILED]
    turns = range(1_000, TURNS + 1, 500)
    assert failed[-5:] == [f"0/repeat/{n}/sequence/0" for n in turns]
    assert log.failed == TURNS // 500
    assert len(log.records) + log.omitted == log.steps == TURNS + 1


async def test_fallbacks_are_kept_as_well(home):
    """A step whose fallback had to take its place went wrong too."""
    home.service("test.do", *every(1_000))
    step = {"action": "test.do", "fallback": {"event": "instead"}}
    await home.run(loop(step))
    log = home.recorder.log
    kept = [r.path for r in log.records if r.status is StepStatus.FALLBACK]
    assert kept == [f"0/repeat/{n}/sequence/0" for n in (1_000, 2_000, 3_000)]
    assert log.fallbacks == 3


async def test_there_is_an_end_to_what_is_kept(home):
    """A loop in which everything fails does not fill the memory."""
    home.service("test.do", *every(1))
    await home.run(loop({"action": "test.do", "continue_on_error": True}))
    log = home.recorder.log
    assert len(log.records) == 2 * MAX_RECORDS
    assert log.failed == TURNS
    assert len(log.records) + log.omitted == log.steps


async def test_only_what_happened_is_in_a_record(home):
    """Plain data without what does not apply."""
    home.service("test.do")
    await home.run({"action": "test.do", "alias": "Do it"}, {"delay": 2})
    assert [record.as_dict() for record in home.recorder.log.records] == [
        {
            "path": "0",
            "action": "test.do",
            "status": "succeeded",
            "duration": 0,
            "attempts": 1,
            "alias": "Do it",
        },
        {"path": "1", "action": "delay", "status": "succeeded", "duration": 2},
    ]
