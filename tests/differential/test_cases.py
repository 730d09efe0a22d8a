"""Every known oddity of native scripts, one sequence each."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from homeassistant.helpers import config_validation as cv

from .case import Case, load_cases
from .checks import unmet
from .engine import async_run_engine, async_run_engine_noting
from .native import async_run_native
from .observation import Observation, differences, in_any_order
from .observe import Runner, async_observe
from .world import World

CASES = load_cases()


def test_every_action_type_has_cases() -> None:
    """All action types that Home Assistant has occur, and none just once."""
    counts = Counter(
        cv.determine_script_action(step)
        for case in CASES.values()
        for step in _steps(case.actions)
        if cv.ACTIONS_SET.intersection(step)
    )
    assert set(counts) == set(cv.ACTION_TYPE_SCHEMAS)
    assert min(counts.values()) >= 5


def _steps(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a sequence, however deep."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from _steps(item)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_case(world: World, case: Case) -> None:
    """Home Assistant does what the case says, and the engine cannot be told from it."""

    async def observe(runner: Runner) -> Observation:
        seen = await async_observe(world, case, runner)
        return in_any_order(seen) if case.any_order else seen

    native = await observe(async_run_native)
    engine = await observe(async_run_engine)
    noting = await observe(async_run_engine_noting)
    again = await observe(async_run_native)

    assert "\n".join(unmet(case.expect, native)) == ""
    assert "\n".join(differences(native, again)) == "", "a run left something behind"
    assert "\n".join(differences(native, engine)) == ""
    assert "\n".join(differences(native, noting)) == "", "taking notes changes the run"
