"""Every known oddity of native scripts, one sequence each."""

import pytest

from .case import Case, load_cases
from .checks import unmet
from .engine import async_run_engine
from .native import async_run_native
from .observation import differences
from .observe import async_observe
from .world import World

CASES = load_cases()

each_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


@each_case
async def test_native_script_does_what_the_case_says(world: World, case: Case) -> None:
    """Home Assistant itself shows the oddity, and does it twice the same."""
    first = await async_observe(world, case, async_run_native)
    second = await async_observe(world, case, async_run_native)

    assert "\n".join(unmet(case.expect, first)) == ""
    assert "\n".join(differences(first, second)) == ""


@each_case
async def test_engine_is_indistinguishable(world: World, case: Case) -> None:
    """The engine and a native script leave the same to be seen."""
    native = await async_observe(world, case, async_run_native)
    engine = await async_observe(world, case, async_run_engine)
    again = await async_observe(world, case, async_run_native)

    assert "\n".join(differences(native, engine)) == ""
    assert "\n".join(differences(native, again)) == "", "the engine left something behind"
