"""From what was done to what would undo it.

The last comes first: what an author wrote as ``rollback`` of a step, else the way back
of each entity, else the reason why there is none.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from homeassistant.core import State

from ..model.undo import Conflict, Done, Snapshot, UndoItem, UndoPlan, UndoWhat
from .deciding import Decision, Standing, decide
from .inverse import RULES
from .lineup import Stretch, Unit, before_of, by_entity, calls_on, line_up, stretches
from .one_way import only_reads, why_not
from .opposites import opposite
from .stages import Stages
from .steps import Restore, authored, bare, restore

type Now = Callable[[str], State | None]

_SOMEWHERE: Final = "unknown"


def plan_undo(done: Sequence[Done], now: Now, *, conflict: Conflict) -> UndoPlan:
    """Return what would set back everything that was done.

    ``now`` gives the present state of an entity, None if there is none. An entity is
    set back as a whole or not at all. What somebody has changed since is skipped, set
    back all the same, or left for a person to decide, as ``conflict`` says.
    """
    return _Planner(done, now, conflict).plan()


class _Planner:
    """Walks once through all that was done, last first."""

    def __init__(self, done: Sequence[Done], now: Now, conflict: Conflict) -> None:
        self._units = line_up(done)
        self._now = now
        self._conflict = conflict
        concern = by_entity(self._units)
        self._calls = {one: calls_on(units, one) for one, units in concern.items()}
        self._ends = self._find_ends(concern)
        self._expected: dict[str, Snapshot] = {}
        self._held: dict[str, str] = {}
        self._items: list[UndoItem] = []
        self._stages = Stages()
        self._numbered = 0

    def plan(self) -> UndoPlan:
        for unit in self._units:
            if unit.rollback is not None:
                self._undo_as_written(unit)
                continue
            for entity_id in unit.entity_ids:
                self._undo_entity(unit, entity_id)
            if not unit.entity_ids:
                self._undo_call(unit, None)
        return UndoPlan(items=tuple(self._items), actions=self._stages.actions())

    def _find_ends(
        self, concern: Mapping[str, Sequence[Unit]]
    ) -> Mapping[tuple[Unit, str], Stretch]:
        heed_others = self._conflict is not Conflict.FORCE
        return {
            (unit, entity_id): stretch
            for entity_id, units in concern.items()
            for unit, stretch in stretches(units, entity_id, heed_others=heed_others)
        }

    def _undo_entity(self, unit: Unit, entity_id: str) -> None:
        if entity_id.partition(".")[0] not in RULES:
            self._undo_call(unit, entity_id)
            return
        stretch = self._ends.get((unit, entity_id))
        if stretch is None:
            return
        decision = self._members_decide(stretch) or decide(
            stretch,
            self._standing(entity_id),
            self._conflict,
            here=self._expected.get(entity_id),
            held=self._held.get(entity_id),
        )
        back = None
        if decision.way is not None and stretch.before is not None:
            back = restore(stretch.before, decision.way, self._number())
        self._note(unit, entity_id, decision, back)

    def _members_decide(self, stretch: Stretch) -> Decision | None:
        """Leave a group to its members, if these are known."""
        before = stretch.before
        members = None if before is None else before.attributes.get("entity_id")
        known = isinstance(members, list) and {*map(str, members)} <= {*self._calls}
        if not known or not members:
            return None
        reason = "its members are set back one by one"
        return Decision(what=UndoWhat.NOTHING, reason=reason)

    def _undo_call(self, unit: Unit, entity_id: str | None) -> None:
        """Undo one call whose effect no state holds."""
        call = unit.head
        act = opposite(call.action, call.data)
        if act is not None:
            step = bare(entity_id, act, self._number())
            reason = f"taken back with {act.action}"
            will = Decision(what=UndoWhat.WILL, reason=reason)
            self._note(unit, entity_id, will, Restore(step=step, expect={}))
            return
        self._note(unit, entity_id, self._no_way(call, entity_id), None)

    def _no_way(self, call: Done, entity_id: str | None) -> Decision:
        if only_reads(call.action):
            return Decision(what=UndoWhat.NOTHING, reason="it changed nothing")
        others = any(one.partition(".")[0] in RULES for one in call.before)
        if others:
            reason = "what it changed is set back one by one"
            return Decision(what=UndoWhat.NOTHING, reason=reason)
        domain = None if entity_id is None else entity_id.partition(".")[0]
        reason = why_not(call.action, domain)
        return Decision(what=UndoWhat.IMPOSSIBLE, reason=reason)

    def _undo_as_written(self, unit: Unit) -> None:
        against = self._against(unit)
        if against is None:
            what, reason = UndoWhat.WILL, "undone as its author wrote"
            self._expect_as_written(unit)
        else:
            is_asked = self._conflict is Conflict.ASK
            what, reason = UndoWhat.ASKS if is_asked else UndoWhat.SKIPPED, against
            stays = "a later step that changed it stays as it is"
            self._held |= dict.fromkeys(unit.entity_ids, stays)
        back = None
        if what is not UndoWhat.SKIPPED:
            step = authored(unit.rollback or (), self._number(), unit.head.path)
            back = Restore(step=step, expect={})
        self._note(unit, None, Decision(what=what, reason=reason), back)

    def _against(self, unit: Unit) -> str | None:
        """Return why what an author wrote must not run, None if it may."""
        if self._conflict is Conflict.FORCE:
            return None
        for entity_id in unit.entity_ids:
            held = self._held.get(entity_id)
            reason = held or self._standing(entity_id).changed_by_others()
            if reason is not None:
                return f"{entity_id}: {reason}"
        return None

    def _expect_as_written(self, unit: Unit) -> None:
        """Take it that a step's rollback leaves everything as it was before the step."""
        for entity_id in unit.entity_ids:
            self._expected[entity_id] = before_of(unit, entity_id) or Snapshot(
                entity_id=entity_id, state=_SOMEWHERE
            )

    def _standing(self, entity_id: str) -> Standing:
        return Standing(now=self._now(entity_id), calls=self._calls[entity_id])

    def _number(self) -> str:
        self._numbered += 1
        return f"undo_{self._numbered}"

    def _note(
        self,
        unit: Unit,
        entity_id: str | None,
        decision: Decision,
        back: Restore | None,
    ) -> None:
        head = unit.head
        self._items.append(
            UndoItem(
                entity_id=entity_id,
                path=head.path,
                what=decision.what,
                reason=decision.reason,
                actions=() if back is None else (back.step,),
                expect=back.expect or None if back is not None else None,
                id=None if back is None else back.step["id"],
                execution_id=head.execution_id,
            )
        )
        if back is not None and decision.what is UndoWhat.WILL:
            self._stages.add(back.step, unit)
