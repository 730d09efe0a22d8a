"""How one entity gets back to a snapshot: what a rule is told, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from homeassistant.core import State

from ..model.undo import Done, Snapshot
from .compare import STATE, to_restore


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One call on the entity."""

    action: str
    """``light.turn_on``."""

    data: Mapping[str, Any] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    """Any of these has to be seen before the next call; empty: the state is not looked
    at."""

    shows: tuple[str, ...] = ()
    """Attributes that have to be back before the next call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The calls that set an entity back, in their order, or why there are none."""

    acts: tuple[Act, ...] = ()
    obstacle: str | None = None
    """Why it cannot be set back at all; there are no acts then."""

    note: str | None = None
    """What does not come back although the rest does."""

    unseen: tuple[str, ...] = ()
    """Attributes that do not come back, so that nobody looks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One entity to be set back."""

    before: Snapshot
    here: Snapshot
    """How it will stand when its turn comes."""

    now: State
    """The entity today; says what it can do, and which options it has."""

    calls: tuple[Done, ...] = ()
    """What the execution did to it, oldest first."""

    due: frozenset[str] = frozenset()
    """What will change yet, although it still is as before."""

    def wanted(self, name: str) -> Any:
        """Return the attribute that it had before, None if it had none."""
        return self.before.attributes.get(name)

    def lost(self) -> frozenset[str]:
        """Return what has to be set back: attribute names, and ``state``."""
        return frozenset(to_restore(self.before, self.here)) | self.due

    def moved(self) -> bool:
        """Tell whether it is in another state than before."""
        return STATE in self.lost()

    def can(self, feature: int) -> bool:
        """Tell whether it supports a feature, now or when it was as it shall be.

        A player that is off hides what it can do.
        """
        features = self.now.attributes.get("supported_features")
        today = int(features) if isinstance(features, int) else 0
        return bool((today | self.before.features) & feature)

    def options(self, name: str) -> Sequence[Any]:
        """Return what an entity says that may be chosen; nothing if it says no list."""
        known = self.now.attributes.get(name)
        return known if isinstance(known, (list, tuple)) else ()

    def offers(self, options: str, value: Any) -> bool:
        """Tell whether a value may be chosen; an entity without the list takes all."""
        known = self.now.attributes.get(options)
        return not isinstance(known, (list, tuple)) or value in known


type Rule = Callable[[Case], Way]
"""Never raises for a case whose snapshot came from ``take``."""


def blocked(reason: str) -> Way:
    """Return that there is no way."""
    return Way(obstacle=reason)


def no_such_state(case: Case) -> Way:
    """Return that nothing can put the entity in the state that it had."""
    return blocked(f"nothing can make it {case.before.state}")
