"""Everything that a plan may ask of the home, read from the plan before it runs.

The worst case: every way of every choice, and every sequence that is only there for
when something fails. Steps that are switched off for good are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..model.plan import CountStep, ForEachStep, Plan, RepeatStep, Step, Steps
from ..model.walk import inner_steps
from .wish import Asking, wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a plan may ask for, and how often."""

    askings: tuple[Asking, ...] = ()
    turns: int = 0
    """Of all loops together, as far as they can be counted."""

    countless: bool = False
    """There is a loop of which nobody can count the turns before it runs."""

    @property
    def calls(self) -> int:
        """Everything that is asked for, each as often as its loops turn.

        What is tried again after a failure counts once, as does waiting for nothing.
        """
        acting = (one.times for one in self.askings if one.action != "trigger")
        return sum(1 if times is None else times for times in acting)


@dataclass(slots=True)
class _Book:
    """What was found on the way through a plan."""

    askings: list[Asking] = field(default_factory=list)
    turns: int = 0
    countless: bool = False


def survey(plan: Plan) -> Survey:
    """Return all that a plan may ask for, in the order of its source."""
    book = _Book()
    _read(plan.steps, 1, book)
    return Survey(
        askings=tuple(book.askings), turns=book.turns, countless=book.countless
    )


def _read(steps: Steps, times: int | None, book: _Book) -> None:
    for step in steps:
        # A template may switch it on when it runs.
        if step.enabled is False:
            continue
        if (asking := wish(step)) is not None:
            book.askings.append(replace(asking, times=times))
        inside = _turned(step, times, book) if isinstance(step, RepeatStep) else times
        for held in inner_steps(step):
            _read(held, inside, book)
        _read(getattr(step, "rollback", ()), times, book)


def _turned(step: RepeatStep, times: int | None, book: _Book) -> int | None:
    """Return how often the inside of a loop runs, None if nobody can know."""
    turns = _turns(step)
    if turns is None:
        book.countless = True
        return None
    book.turns += turns * (1 if times is None else times)
    return None if times is None else turns * times


def _turns(step: Step) -> int | None:
    match step:
        case CountStep(count=int() as count):
            return max(count, 0)
        case ForEachStep(items=list() | tuple() | Mapping() as items):
            return len(items)
        case _:
            return None
