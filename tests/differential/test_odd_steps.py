"""Steps of which nobody can say by heart what Home Assistant makes of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from .case import Case, Stimulus
from .engine import async_run_engine, async_run_engine_noting
from .native import async_run_native
from .observation import differences
from .observe import async_observe
from .world import World

FILE = Path(__file__).parent / "odd_steps.yaml"
STEPS: dict[str, list[Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))

SET = {"variables": {"x": 2}}
HAPPENS = (
    Stimulus(at=1.25, fire="test_go"),
    Stimulus(at=1.5, set="sensor.door", to="open"),
)


@pytest.mark.parametrize("group", STEPS)
async def test_odd_steps_run_the_same(world: World, group: str) -> None:
    """Each step does the same natively and in the engine, alone and in a block."""
    found = []
    for step in STEPS[group]:
        guarded = {"sequence": [step], "continue_on_error": True}
        for actions in ([step, "$record"], [SET, guarded, "$record"]):
            case = Case(name=str(step), actions=actions, happens=HAPPENS)
            found += await _async_differences(world, case)
    assert "\n".join(found) == ""


async def _async_differences(world: World, case: Case) -> list[str]:
    native = await async_observe(world, case, async_run_native)
    engine = await async_observe(world, case, async_run_engine)
    noting = await async_observe(world, case, async_run_engine_noting)
    return [
        f"{case.actions}: {difference}"
        for seen in (engine, noting)
        for difference in differences(native, seen)
    ]
