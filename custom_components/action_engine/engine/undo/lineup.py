"""What was done, put in the order in which it is undone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN

from ..model.undo import Done, RawAction, Snapshot
from .belongings import is_as_left

NOT_THERE = frozenset({STATE_UNAVAILABLE, STATE_UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit:
    """What is undone in one go: a call, or a step with everything inside it."""

    head: Done
    calls: tuple[Done, ...]
    """The head and, if its author wrote how to undo it, all calls below it."""

    entity_ids: tuple[str, ...]

    @property
    def rollback(self) -> tuple[RawAction, ...] | None:
        """What the author wrote to undo it."""
        return self.head.rollback

    @property
    def began(self) -> float:
        """When it began, or its end if nobody knows."""
        return began(self.head)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Calls on one entity that are taken back by setting it back once."""

    entity_id: str
    calls: tuple[Done, ...]
    """Oldest first."""

    before: Snapshot | None
    """How the entity was before the first of them."""

    cut: bool = False
    """Somebody else changed the entity just before the first of them, so that older
    calls are no longer there to be taken back."""


def began(call: Done) -> float:
    """Return when a call began, or its end if nobody knows."""
    return call.ended if call.began is None else call.began


def line_up(done: Sequence[Done]) -> list[Unit]:
    """Return the units, last completed first.

    What stands below a step whose author wrote how to undo it belongs to that step.
    """
    owners = [(i, call) for i, call in enumerate(done) if call.rollback is not None]
    owned: dict[int, list[Done]] = {}
    heads: list[tuple[int, Done]] = []
    for index, call in enumerate(done):
        owner = _owner(call, owners)
        if owner is None:
            heads.append((index, call))
        else:
            owned.setdefault(owner, []).append(call)
    heads.sort(key=lambda one: (one[1].ended, one[0]), reverse=True)
    return [_unit(call, owned.get(index, [])) for index, call in heads]


def _owner(call: Done, owners: Sequence[tuple[int, Done]]) -> int | None:
    """Return the index of the outermost step with a rollback that the call is in."""
    above = [
        (len(other.path), index)
        for index, other in owners
        if other.execution_id == call.execution_id
        and call.path.startswith(f"{other.path}/")
    ]
    return min(above)[1] if above else None


def _unit(head: Done, below: list[Done]) -> Unit:
    calls = (head, *sorted(below, key=lambda call: call.ended))
    ids = dict.fromkeys(i for call in calls for i in entities_of(call))
    return Unit(head=head, calls=calls, entity_ids=tuple(ids))


def entities_of(call: Done) -> tuple[str, ...]:
    """Return whom a call was meant for, and whom else it is known to have changed."""
    return tuple(dict.fromkeys((*call.entity_ids, *call.before)))


def by_entity(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return for each entity the units that concern it, last completed first."""
    concern: dict[str, list[Unit]] = {}
    for unit in units:
        for entity_id in unit.entity_ids:
            concern.setdefault(entity_id, []).append(unit)
    return concern


def calls_on(units: Sequence[Unit], entity_id: str) -> tuple[Done, ...]:
    """Return all calls on an entity, last completed first."""
    calls = [
        call
        for unit in units
        for call in unit.calls
        if entity_id in call.entity_ids or entity_id in call.before
    ]
    return tuple(sorted(calls, key=lambda call: call.ended, reverse=True))


@dataclass(slots=True, eq=False)
class _Growing:
    """A stretch that takes in older and older calls."""

    entity_id: str
    heed_others: bool
    known: Sequence[Done]
    """All calls on the entity, whichever stretch they are in."""

    units: list[Unit] = field(default_factory=list)
    first: Done | None = None
    cut: bool = False

    def take_in(self, unit: Unit) -> None:
        call = unit.head
        if self.cut:
            return
        if self.first is not None and self.heed_others and self._is_foreign(call):
            self.cut = True
            return
        self.units.append(unit)
        if self.first is None or began(call) <= began(self.first):
            self.first = call

    def _is_foreign(self, older: Done) -> bool:
        """Tell whether somebody changed the entity between two calls."""
        if self.first is None or began(self.first) < older.ended:
            # They overlap, so that nothing can be said of the time between them.
            return False
        left = older.after.get(self.entity_id)
        found = self.first.before.get(self.entity_id)
        if left is None or found is None or found.state in NOT_THERE:
            return False
        return not is_as_left(self.known, left, found)

    def finished(self) -> Stretch:
        calls = tuple(unit.head for unit in reversed(self.units))
        before = None if self.first is None else self.first.before.get(self.entity_id)
        return Stretch(
            entity_id=self.entity_id, calls=calls, before=before, cut=self.cut
        )


def stretches(
    units: Sequence[Unit], entity_id: str, *, heed_others: bool
) -> list[tuple[Unit, Stretch]]:
    """Return the stretches of an entity, each with the unit at which it is set back.

    ``units`` are those that concern it. It is set back at the oldest of its calls: what
    came later may need it as it was then, such as the plug of an amplifier. A step with
    a rollback of its author ends a stretch. ``heed_others``: so does what somebody has
    changed between two calls.
    """
    known = calls_on(units, entity_id)
    found: list[tuple[Unit, Stretch]] = []
    growing = _Growing(entity_id, heed_others, known)
    for unit in units:
        if unit.rollback is None:
            growing.take_in(unit)
            continue
        found += _closed(growing)
        growing = _Growing(entity_id, heed_others, known)
    return found + _closed(growing)


def _closed(growing: _Growing) -> list[tuple[Unit, Stretch]]:
    return [(growing.units[-1], growing.finished())] if growing.units else []


def before_of(unit: Unit, entity_id: str) -> Snapshot | None:
    """Return how an entity was before anything in the unit had begun."""
    for call in sorted(unit.calls, key=began):
        if (before := call.before.get(entity_id)) is not None:
            return before
    return None
