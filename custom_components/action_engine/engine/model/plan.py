"""The plan: an immutable tree of steps, one record per action type.

Every step knows its ``label`` (its index among its siblings) and its ``place``
(``2/choose/0/sequence/1``, where it stands in the source). The *path* of one
occurrence in one run adds the iteration of every loop around it and is put
together while it runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from homeassistant.core import HomeAssistant
from homeassistant.helpers.condition import ConditionChecker
from homeassistant.helpers.script_variables import ScriptVariables
from homeassistant.helpers.template import Template

from .expectation import Expectation
from .repeat import Repeat
from .step_keys import NO_KEYS, StepKeys

type Steps = tuple[Step, ...]


class Checks(Protocol):
    """Conditions whose checkers exist once ``ready`` was awaited."""

    def __len__(self) -> int:
        """Return how many conditions there are."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What each of them looks at, in a few words; never what it compares with."""

    async def ready(self, hass: HomeAssistant) -> Sequence[ConditionChecker]:
        """Return the checkers, made at the first use and kept with the plan."""

    def unload(self) -> None:
        """Release what the checkers hold; they are made again when needed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """What every action has."""

    label: str
    place: str
    action: str
    """What people read: the service where it is known, else the action type."""

    alias: str | None = None
    enabled: bool | Template = True
    continue_on_error: bool = False
    keys: StepKeys = NO_KEYS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FixedCall:
    """A call to a known service on known targets, prepared once."""

    domain: str
    service: str
    data: Mapping[str, Any]
    """Data and target together, as Home Assistant merges them."""

    target: Mapping[str, Any]
    entity_ids: tuple[str, ...] | None
    """The explicit targets, None if areas, devices, floors, labels or groups take part."""

    parts: tuple[Any, ...] = ()
    """Data with templates, to be rendered in this order; ``data`` is empty then, and what
    follows here is not known yet."""

    repeat: Repeat = Repeat.UNCLEAR
    expectation: Expectation | None = None
    expected: str = ""
    """The expectation as people read it."""

    extra_within: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EffortStep(Step):
    """A step that can fail, be tried again, be remedied and be replaced."""

    remedy: Steps = ()
    fallback: Steps = ()
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CallStep(EffortStep):
    """A service call; ``config`` is what Home Assistant's schema made of it."""

    config: Mapping[str, Any]
    fixed: FixedCall | None = None
    response_variable: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SceneStep(CallStep):
    """A scene to be activated: a call like any other, with a key of its own."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DeviceStep(EffortStep):
    """A device action."""

    config: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DelayStep(Step):
    """Wait for a time; the value may hold templates."""

    delay: Any
    seconds: float | None = None
    """What the value comes to, None if it has to be rendered."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaitStep(Step):
    """What both kinds of waiting share; ``timeout`` may hold templates."""

    timeout: Any = None
    seconds: float | None = None
    """What the timeout comes to, None if there is none or it has to be rendered."""

    continue_on_timeout: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaitTemplateStep(WaitStep):
    """Wait until a template is true."""

    template: Template


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaitTriggerStep(WaitStep):
    """Wait until one of the triggers fires."""

    triggers: list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EventStep(Step):
    """Fire an event; the data parts are rendered in their order and merged."""

    event: str
    fixed: dict[str, Any] | None = None
    """What the parts come to, None if one of them has to be rendered."""

    data: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VariablesStep(Step):
    """Assign variables."""

    variables: ScriptVariables


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StopStep(Step):
    """End the run, as a success or as an error."""

    text: str | None
    error: bool = False
    response_variable: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConversationStep(Step):
    """Set what a conversation agent answers; None takes the answer back."""

    response: Template | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConditionStep(Step):
    """End the sequence it stands in unless the condition holds."""

    check: Checks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SequenceStep(Step):
    """A sequence in a sequence."""

    steps: Steps
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IfStep(Step):
    """Do one thing or another; None means that there is no ``else``."""

    checks: Checks
    then: Steps
    otherwise: Steps | None = None
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choice:
    """One way of a ``choose``."""

    checks: Checks
    steps: Steps
    alias: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ChooseStep(Step):
    """Take the first way whose conditions hold."""

    choices: tuple[Choice, ...]
    default: Steps | None = None
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Branch:
    """One arm of a ``parallel``."""

    steps: Steps
    enabled: bool | Template = True
    alias: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ParallelStep(Step):
    """Run all arms at once, and wait for all of them."""

    branches: tuple[Branch, ...]
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RepeatStep(Step):
    """What the four loops share."""

    steps: Steps
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CountStep(RepeatStep):
    """Repeat a number of times."""

    count: int | Template


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForEachStep(RepeatStep):
    """Repeat for each item of a list; the items may hold templates."""

    items: Any


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhileStep(RepeatStep):
    """Repeat while the conditions hold; they are looked at before each turn."""

    checks: Checks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UntilStep(RepeatStep):
    """Repeat until the conditions hold; they are looked at after each turn."""

    checks: Checks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TryStep(Step):
    """Run ``body``; ``catch`` if it fails, ``final`` whatever happened."""

    body: Steps
    catch: Steps | None = None
    final: Steps = ()
    rollback: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NativeStep(Step):
    """An action type that only Home Assistant itself knows how to run."""

    config: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """A compiled request."""

    steps: Steps
    variables: ScriptVariables | None = None
    checks: tuple[Checks, ...] = field(default=(), repr=False)
    size: int = 0
    """How many steps the tree has, on all levels."""

    def unload(self) -> None:
        """Release what the conditions of this plan hold."""
        for checks in self.checks:
            checks.unload()
