"""All that the rules may know, gathered before the first of them is asked.

Nothing in it changes, and nothing in it asks Home Assistant for anything: a rule is a
function of a case, so it can be read, tested and explained by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.caller import Caller
from ..model.claim import NO_CLAIM, Claim
from ..model.impact import Impact
from ..model.policy import Policy
from ..model.rollout import OPEN, Stage
from ..model.verdict import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What Home Assistant itself would refuse the user who asks."""

    forbidden_entities: tuple[str, ...] = ()
    """Entities among those that are meant, which the user may not control."""

    admin_only: tuple[str, ...] = ()
    """What is asked for that Home Assistant lets only administrators do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What is left of the limits, for as many calls as the request has."""

    exceeded: tuple[str, ...] = ()
    """Limits that the request would exceed, each as a sentence for people."""

    looping: tuple[str, ...] = ()
    """Entities on which the same was done too often within a minute."""

    pending: int = 0
    """Questions of this policy that wait for an answer."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Case:
    """One request before the gate."""

    policy: Policy
    caller: Caller
    weigh: Callable[[], Impact]
    """Works the impact out; most requests of the household are through without it."""

    claim: Claim = NO_CLAIM
    engine_on: bool = True
    ready: bool = True
    """The books of the gate could be read."""

    panicked: bool = False
    """Somebody has pressed panic stop, and nobody has lifted it."""

    templates: tuple[str, ...] = ()
    """Places at which there is a template."""

    calls: int = 0
    """Calls with all turns of their loops, as far as they can be counted."""

    turns: int = 0
    """Turns of all loops together, as far as they can be counted."""

    countless: bool = False
    """There is a loop of which nobody can count the turns before it runs."""

    rights: Rights = field(default_factory=Rights)
    outside_targets: tuple[str, ...] = ()
    """Entities that are meant and that the policy does not allow, or denies."""

    mode: str | None = None
    """State of the policy's mode entity, None if that is not there."""

    mode_asked: str | None = None
    """The mode into which the request wants the home to go, if it does."""

    conditions_met: bool = True
    usage: Usage = field(default_factory=Usage)
    open_circuits: Mapping[str, float] = field(default_factory=dict)
    """Circuits that are open for what is asked, with the seconds until a probe."""

    first_used: tuple[str, ...] = ()
    """Actions that have never run under this policy."""

    stage: Stage = OPEN
    """What the rollout of the policy lets run by itself today."""

    canary: float = 0.0
    """From 0 to 100, the same for the same request: below the percentage it runs."""

    rejected: float | None = None
    """Seconds for which the same request stays blocked after a person rejected it."""

    granted: bool = False
    """A person has allowed this in advance, for a while."""

    @cached_property
    def impact(self) -> Impact:
        """What the request would do; worked out once."""
        return self.weigh()

    @property
    def weighed(self) -> Impact | None:
        """What it would do, None as long as nobody has had to know."""
        weighed: Impact | None = self.__dict__.get("impact")
        return weighed


type Rule = Callable[[Case], Finding | None]
"""What has this rule to object? None: nothing."""
