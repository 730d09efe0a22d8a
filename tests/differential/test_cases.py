"""Every known oddity of native scripts, one sequence each."""

import pytest

from .case import Case, load_cases
from .checks import unmet
from .native import async_run_native
from .observation import differences
from .observe import async_observe
from .world import World

CASES = load_cases()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_native_script_shows_the_oddity(world: World, case: Case) -> None:
    """Home Assistant itself does what the case says, and does it twice the same."""
    first = await async_observe(world, case, async_run_native)
    second = await async_observe(world, case, async_run_native)

    assert unmet(case.expect, first) == []
    assert differences(first, second) == []
