"""Where in a plan a run is: the variables in scope, and the path so far."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers.script_variables import ScriptRunVariables
from homeassistant.helpers.typing import UNDEFINED, UndefinedType

from ..model.plan import Step, Steps
from ..model.settings import RunSettings
from ..model.steps_log import StepRecord
from .guard import Guard
from .memory import Memory
from .pace import Pace, Wrap
from .service_facts import ServiceFacts
from .signals import ConditionFailed
from .step_recorder import StepRecorder

type RunStep = Callable[[Step, Frame], Coroutine[Any, Any, None]]


class Run:
    """What all frames of one run share."""

    __slots__ = (
        "context",
        "facts",
        "guard",
        "hass",
        "memory",
        "observed",
        "pace",
        "recorder",
        "run_step",
        "settings",
        "slice_end",
        "time",
    )

    def __init__(  # noqa: PLR0913 - what all steps need
        self,
        hass: HomeAssistant,
        context: Context,
        settings: RunSettings,
        *,
        pace: Pace,
        recorder: StepRecorder,
        facts: ServiceFacts,
        run_step: RunStep,
        memory: Memory | None = None,
        guard: Guard | None = None,
    ) -> None:
        """Bring together what the steps need; ``context`` goes with every call."""
        self.hass = hass
        self.context = context
        self.settings = settings
        self.pace = pace
        self.recorder = recorder
        self.facts = facts
        self.run_step = run_step
        self.memory = memory
        self.guard = guard
        self.time = hass.loop.time
        self.slice_end = self.time() + settings.slice
        self.observed: dict[str, Any] = {}

    def split(self, arms: int) -> Wrap:
        """Return what each of so many parallel arms has to be wrapped in."""
        paced = self.pace.split(arms)
        if self.memory is None:
            return paced
        remembered = self.memory.split(arms)
        return lambda arm: remembered(paced(arm))


class Frame:
    """One sequence on its way, in one scope."""

    __slots__ = ("_top", "conversation", "named", "prefix", "run", "variables")

    def __init__(
        self,
        run: Run,
        variables: ScriptRunVariables,
        prefix: str,
        top: dict[str, Any] | None,
    ) -> None:
        """Stand at ``prefix``; ``top`` is the plain dict behind top-level variables."""
        self.run = run
        self.variables = variables
        self.prefix = prefix
        self.conversation: str | UndefinedType | None = UNDEFINED
        self.named: str | None = None
        """The action of the catalog whose steps these are, the innermost one."""

        self._top = top

    @property
    def names(self) -> Mapping[str, Any]:
        """The variables as one flat mapping for templates.

        Templates copy what they are given. Copying a chain of scopes costs more than
        the rendering itself, so the scopes are laid over each other here.
        """
        if self._top is not None:
            return self._top
        flat: dict[str, Any] = {}
        for scope in reversed(self.variables.data.maps):  # type: ignore[attr-defined] # a ChainMap behind a Mapping
            flat.update(scope)
        return flat

    def assign(self, values: Mapping[str, Any]) -> None:
        """Assign variables as ``variables:`` does, each in the scope that has it."""
        if self._top is not None:
            self._top.update(values)
        else:
            self.variables.update(values)

    def at(self, prefix: str) -> Frame:
        """Return a frame further down in the same scope."""
        frame = Frame(self.run, self.variables, prefix, self._top)
        frame.named = self.named
        return frame

    def scope(self, prefix: str, *, parallel: bool = False) -> Frame:
        """Return a frame with a scope of its own."""
        variables = self.variables.enter_scope(parallel=parallel)
        frame = Frame(self.run, variables, prefix, None)
        frame.named = self.named
        return frame

    async def decided[T](self, key: str, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, or what it gave in an earlier life of the run."""
        memory = self.run.memory
        return make() if memory is None else await memory.decided(key, make)

    async def sequence(self, steps: Steps) -> None:
        """Run steps here; whatever ends them goes on upwards."""
        run_step = self.run.run_step
        for step in steps:
            await run_step(step, self)

    async def block(self, steps: Steps, inner: Frame) -> None:
        """Run a sequence of a step in ``inner``, as a script within this one.

        A condition that fails ends the sequence and nothing else. What was set as the
        answer of a conversation counts only if the sequence was not broken off.
        """
        try:  # noqa: SIM105 - every turn of every loop comes by, and suppress() costs
            await inner.sequence(steps)
        except ConditionFailed:
            pass
        if inner.conversation is not UNDEFINED:
            self.conversation = inner.conversation


type Handler[S: Step] = Callable[[S, Frame, StepRecord], Coroutine[Any, Any, None]]
