"""What a group of callers may do, as the owner of the home has set it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from .rollout import EVERYTHING, OPEN, WHOLE, Rollout, Stage


class SafetyMode(StrEnum):
    """How much risk goes through without a person."""

    STRICT = "strict"
    """Low risk only."""

    MODERATE = "moderate"
    """Up to medium risk."""

    PERMISSIVE = "permissive"
    """Up to high risk; what is critical always goes to a person."""


class PolicyStatus(StrEnum):
    """How a policy stands, in one word for people."""

    DISABLED = "disabled"
    CANARY = "canary"
    """A share of what is asked for runs by itself."""

    SUPERVISED = "supervised"
    """A person is asked each time."""

    FULL_AUTO = "full_auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applies:
    """Whose requests a policy is about; the most specific policy counts."""

    users: frozenset[str] = frozenset()
    """Ids of users of Home Assistant."""

    entities: frozenset[str] = frozenset()
    """Automations and scripts."""

    labels: frozenset[str] = frozenset()
    """Labels of automations and scripts."""

    assistants: frozenset[str] = frozenset()
    """Language models by assistant: ``conversation``, ``ai_task``, …"""

    platforms: frozenset[str] = frozenset()
    """Language models by integration."""

    agents: bool = False
    """Every language model."""

    household: bool = False
    """Every person, automation and script of this home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A set of entities, named in the four ways in which Home Assistant groups them.

    ``devices`` are not among them: what belongs to a device may change with an update.
    """

    entities: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    floors: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is named at all."""
        return bool(self.entities or self.areas or self.floors or self.labels)


NOWHERE: Final = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The most that one run may do; None for no cap."""

    calls: int | None = None
    entities: int | None = None
    """Different entities that a run may act on."""

    seconds: float | None = None
    turns: int | None = None
    """Turns of all its loops together."""


NO_CAPS: Final = Caps()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One policy. The defaults are those for callers whom nobody trusts yet.

    Actions are patterns as in a shell: ``light.*``, ``*.turn_off``, ``lock.unlock``;
    names of the catalog are actions, too.
    """

    id: str
    name: str
    applies: Applies = field(default_factory=Applies)
    enabled: bool = False
    trusted: bool = False
    """Templates are rendered. What callers send who are not trusted is literal."""

    approval_required: bool = True
    auto_approval_threshold: float = 0.9
    """A claimed confidence below goes to a person, as does none at all if the caller
    is a language model."""

    max_per_hour: int | None = 10
    """Calls of any kind; None for no limit, as for the others."""

    max_per_day: int | None = 50
    type_limits: Mapping[str, int] = field(default_factory=dict)
    """Calls in an hour by pattern of the action."""

    entity_limit: int | None = None
    """Calls in an hour on any one entity."""

    budget: int | None = None
    """Units, of whatever the owner counts, that all calls of a day may cost."""

    costs: Mapping[str, int] = field(default_factory=dict)
    """Units of one call by pattern of the action: the first that fits, else none."""

    repeats: int | None = 5
    """The same action on the same entity so often within a minute is a loop."""

    allowed_actions: tuple[str, ...] = EVERYTHING
    denied_actions: tuple[str, ...] = ()
    allowed_targets: Scope = NOWHERE
    """Nothing named: every entity."""

    denied_targets: Scope = NOWHERE
    canary_percentage: int = 0
    """So much of what may run by itself does; the rest goes to a person."""

    rollout: Rollout | None = None
    """Stages in which it is opened up; None: all at once."""

    safety_mode: SafetyMode = SafetyMode.STRICT
    ask_first_use: bool = True
    """An action type that has never run under this policy goes to a person."""

    conditions: tuple[Mapping[str, Any], ...] = ()
    """Raw conditions, all of which have to hold: quiet hours, presence, anything."""

    mode_entity: str | None = None
    """An entity whose state is the mode of the home; None with ``modes``: the engine
    keeps the mode of this policy itself."""

    modes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Allowed actions by mode; a mode that is not named allows nothing then."""

    mode_changes: tuple[str, ...] = ()
    """Modes into which these callers may ask the home to go."""

    transitions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By mode those of ``mode_changes`` into which they may ask from there; nothing
    named: from any mode into any of them."""

    circuits: bool = True
    """What has failed too often is not tried again for a while."""

    notify_on_auto_action: bool = True
    approvers: frozenset[str] = frozenset()
    """Users who may answer; nobody named: the administrators."""

    approval_ttl: float = 3600.0
    """Seconds in which a question has to be answered."""

    caps: Caps = NO_CAPS

    @property
    def has_own_mode(self) -> bool:
        """Tell whether its mode is kept by the engine, and shown by an entity of it."""
        return self.mode_entity is None and bool(self.modes)

    @property
    def status(self) -> PolicyStatus:
        """Return how it stands, in one word."""
        if not self.enabled:
            return PolicyStatus.DISABLED
        if self.approval_required or not self.canary_percentage:
            return PolicyStatus.SUPERVISED
        if self.canary_percentage < WHOLE:
            return PolicyStatus.CANARY
        return PolicyStatus.FULL_AUTO

    def stage(self, today: date) -> Stage:
        """Return what the rollout lets run by itself today."""
        return OPEN if self.rollout is None else self.rollout.stage(today)

    def status_on(self, today: date) -> PolicyStatus:
        """Return how it stands on a day, in one word."""
        stage = self.stage(today)
        if stage.is_whole or self.status is not PolicyStatus.FULL_AUTO:
            return self.status
        return PolicyStatus.CANARY if stage.percentage else PolicyStatus.SUPERVISED


HOUSEHOLD: Final = Policy(
    id="household",
    name="Household",
    applies=Applies(household=True),
    enabled=True,
    trusted=True,
    approval_required=False,
    auto_approval_threshold=0.0,
    max_per_hour=None,
    max_per_day=None,
    repeats=None,
    canary_percentage=WHOLE,
    safety_mode=SafetyMode.PERMISSIVE,
    ask_first_use=False,
    circuits=False,
    notify_on_auto_action=False,
)
"""People, automations and scripts of this home: allowed, and written down."""

AGENTS: Final = Policy(
    id="agents",
    name="Agents",
    applies=Applies(agents=True),
    caps=Caps(calls=20, entities=20, seconds=300, turns=50),
)
"""Language models: everything off until the owner says otherwise."""

STRICT: Final = Policy(id="strict", name="Strict")
"""For whoever no policy is about: denied."""
