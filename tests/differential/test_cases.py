"""Every known oddity of native scripts, one sequence each."""

import pytest

from .case import Case, load_cases
from .checks import unmet
from .engine import async_run_engine
from .native import async_run_native
from .observation import differences, in_any_order
from .observe import async_observe
from .world import World

CASES = load_cases()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_case(world: World, case: Case) -> None:
    """Home Assistant does what the case says, and the engine cannot be told from it."""
    native = await async_observe(world, case, async_run_native)
    engine = await async_observe(world, case, async_run_engine)
    again = await async_observe(world, case, async_run_native)

    assert "\n".join(unmet(case.expect, native)) == ""
    assert "\n".join(differences(native, again)) == "", "a run left something behind"
    if case.any_order:
        native, engine = in_any_order(native), in_any_order(engine)
    assert "\n".join(differences(native, engine)) == ""
