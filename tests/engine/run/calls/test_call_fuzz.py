"""What holds whatever devices do: lie, dawdle, fail, go away and come back."""

from random import Random

import pytest

from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.model.outcome import Ending
from tests.engine.run.calls.devices import LIES, OBEYS, Plug, Reaction

BROKEN = HomeAssistantError("no answer")
WAYS = [
    OBEYS,
    LIES,
    Reaction(late=2),
    Reaction(takes=3, late=4),
    Reaction(raises=BROKEN),
    Reaction(late=4, raises=BROKEN),
    Reaction(obeys=False, raises=BROKEN),
    Reaction(takes=2, obeys=False, raises=ValueError("bug")),
]


class House:
    """Some plugs with reactions that nobody chose, of which some come and go."""

    def __init__(self, seed):
        """Draw everything from the seed."""
        draw = Random(seed)  # noqa: S311 - a test must be the same every time
        self.programs = {
            f"switch.p{n}": draw.choices(WAYS, k=draw.randint(0, 5))
            for n in range(draw.randint(1, 6))
        }
        self.plugs = {
            entity_id: Plug(entity_id.removeprefix("switch."), *program)
            for entity_id, program in self.programs.items()
        }
        self.absences = {
            entity_id: draw.randint(1, 12)
            for entity_id in self.plugs
            if draw.random() < 0.3
        }

    async def furnish(self, home):
        """Add the plugs; some of them are away for a while."""
        await home.add(*self.plugs.values())
        for entity_id, seconds in self.absences.items():
            self.plugs[entity_id].become(available=False)
            self.plugs[entity_id].later(seconds, available=True)

    def obeyed(self, entity_id):
        """Return how many of the calls that reached a plug it has obeyed."""
        received = len(self.plugs[entity_id].received)
        program = self.programs[entity_id]
        spent = [*program, *[OBEYS] * received][:received]
        return sum(reaction.obeys for reaction in spent)

    def step(self, service, **keys):
        """Return the call on all of the plugs."""
        target = {"entity_id": list(self.plugs)}
        return {"action": f"switch.{service}", "target": target} | keys


@pytest.mark.parametrize("seed", range(40))
async def test_an_absolute_call_ends_as_expected_or_as_a_failure(home, seed):
    """Success means that all are on; and nobody is called once he was seen to be."""
    house = House(seed)
    await house.furnish(home)
    result = await home.run(house.step("turn_on"))
    on = [home.state(entity_id) == "on" for entity_id in house.plugs]
    assert (result.ending is Ending.FINISHED) == all(on)
    record = home.records["0"]
    assert record.attempts <= 4
    assert len(home.calls) <= record.attempts
    done = set()
    for earlier, later in zip(home.targets, home.targets[1:], strict=False):
        done |= set(earlier) - set(later)
        assert not done & set(later)
    if result.ending is Ending.FINISHED:
        assert record.seen is True
    else:
        assert set(record.failures[-1].targets) >= {
            entity_id for entity_id in house.plugs if home.state(entity_id) != "on"
        }
    await _settle(home)


@pytest.mark.parametrize("seed", range(40))
async def test_nothing_is_ever_toggled_twice(home, seed):
    """However the calls ended: each plug has obeyed once, or not at all."""
    house = House(seed)
    await house.furnish(home)
    result = await home.run(house.step("toggle"))
    obeyed = {entity_id: house.obeyed(entity_id) for entity_id in house.plugs}
    assert set(obeyed.values()) <= {0, 1}
    if result.ending is Ending.FINISHED:
        assert set(obeyed.values()) == {1}
    await _settle(home)


@pytest.mark.parametrize("seed", range(20))
async def test_a_button_is_pressed_once_whatever_happens(home, seed):
    """A service that acts on nothing that could be seen is called a single time."""
    house = House(seed)
    await house.furnish(home)
    reaction = BROKEN if seed % 2 else None
    received = home.service("notify.phone", reaction)
    await home.run(
        {"action": "notify.phone", "data": {"message": "x"}, "retry": seed % 5},
        house.step("turn_on", continue_on_error=True),
    )
    assert len(received) == 1
    await _settle(home)


async def _settle(home):
    """Let everything happen that was going to."""
    await home.run({"delay": 60})
