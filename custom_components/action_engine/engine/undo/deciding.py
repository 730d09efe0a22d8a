"""Whether one entity is set back, and if not, why."""

from collections.abc import Sequence
from dataclasses import dataclass

from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import State

from ..model.undo import Conflict, Done, Snapshot, UndoWhat
from .belongings import is_as_left, still_to_come
from .compare import STATE, drifted, to_restore
from .inverse import way_back
from .lineup import NOT_THERE, Stretch
from .one_way import one_way
from .snapshot import take
from .ways import Case, Way
from .wording import going_back, has_changed, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What becomes of one entity."""

    what: UndoWhat
    reason: str
    way: Way | None = None
    """Its calls; None if there is nothing to call, or nobody may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an entity stands when the undo begins."""

    now: State | None
    calls: Sequence[Done]
    """All calls on it, last completed first."""

    def changed_by_others(self) -> str | None:
        """Return how somebody has changed it since the last call, None if nobody has.

        Where nobody saw how the call left it, nobody can tell.
        """
        if self.now is None:
            return None
        entity_id = self.now.entity_id
        left = self.calls[0].after.get(entity_id)
        if left is None or left.state in NOT_THERE:
            return "nobody saw how the execution left it"
        here = take(self.now)
        if is_as_left(self.calls, left, here):
            return None
        return has_changed(left, here, drifted(left, here))


def decide(
    stretch: Stretch,
    standing: Standing,
    conflict: Conflict,
    *,
    here: Snapshot | None,
    held: str | None,
) -> Decision:
    """Decide about one stretch of one entity.

    ``here`` is how the entity will stand by then, where a rollback of an author comes
    first; None: as it stands now. ``held``: why a later step of it stays as it is.
    """
    before, now = stretch.before, standing.now
    if before is None:
        return _impossible("how it was before is not recorded")
    if now is None:
        return _impossible("there is no such entity any more")
    if (trouble := _trouble(before, now)) is not None:
        return _impossible(trouble)
    case = _case(stretch, before, now, here or take(now))
    if not case.lost():
        return _as_before(stretch)
    against = None
    if conflict is not Conflict.FORCE:
        against = held or standing.changed_by_others()
    if against is not None and conflict is Conflict.SKIP:
        return Decision(what=UndoWhat.SKIPPED, reason=against)
    return _with_way(stretch, case, against)


def _case(stretch: Stretch, before: Snapshot, now: State, here: Snapshot) -> Case:
    due = frozenset[str]()
    if not to_restore(before, here):
        known = {STATE, *before.attributes}
        due = still_to_come(stretch.calls, here) & known
    return Case(before=before, here=here, now=now, calls=stretch.calls, due=due)


def _trouble(before: Snapshot, now: State) -> str | None:
    if before.state in NOT_THERE:
        return f"it was {before.state} before"
    return "it is not available" if now.state == STATE_UNAVAILABLE else None


def _with_way(stretch: Stretch, case: Case, against: str | None) -> Decision:
    way = way_back(case)
    if way.obstacle is not None:
        return _impossible(way.obstacle)
    notes = [way.note, *_stays(stretch)]
    if stretch.cut:
        notes.insert(0, "that is how somebody left it between two of the calls")
    back = joined(going_back(case.before, case.here, case.lost(), case.due), notes)
    if against is not None:
        return Decision(what=UndoWhat.ASKS, reason=f"{against}; {back}", way=way)
    return Decision(what=UndoWhat.WILL, reason=back, way=way)


def _as_before(stretch: Stretch) -> Decision:
    stays = _stays(stretch)
    if stays:
        return _impossible(stays[0])
    return Decision(what=UndoWhat.NOTHING, reason="it is as it was before")


def _stays(stretch: Stretch) -> list[str]:
    reasons = (one_way(call.action) for call in stretch.calls)
    return [reason for reason in reasons if reason is not None]


def _impossible(reason: str) -> Decision:
    return Decision(what=UndoWhat.IMPOSSIBLE, reason=reason)
