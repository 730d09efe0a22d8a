"""Plans that were compiled before, by what they were compiled from.

A dashboard button that is pressed twice is validated once. Plans leave in the order
in which they were last used; one that still runs is unloaded when its last run ends.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from ..model.draft import Draft
from ..model.plan import Plan

CAPACITY: Final = 128


class PlanCache:
    """Keeps the most recently used plans, each with the draft it came from."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        """Keep at most ``capacity`` plans."""
        self._capacity = capacity
        self._kept: OrderedDict[Hashable, tuple[Draft, Plan]] = OrderedDict()
        self._users: dict[int, int] = {}
        self._leaving: dict[int, Plan] = {}

    def get(self, key: Hashable) -> tuple[Draft, Plan] | None:
        """Return what was kept under the key, and count it as used."""
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Hashable, draft: Draft, plan: Plan) -> None:
        """Keep a plan; the least recently used one leaves if there is no room.

        Without a key it is not kept, and unloaded when its last run ends.
        """
        if key is None:
            self._leaving[id(plan)] = plan
            return
        # Two requests for the same actions may both have compiled them.
        if (rival := self._kept.pop(key, None)) is not None and rival[1] is not plan:
            self._retire(rival[1])
        self._kept[key] = (draft, plan)
        while len(self._kept) > self._capacity:
            _, (_, old) = self._kept.popitem(last=False)
            self._retire(old)

    def acquire(self, plan: Plan) -> None:
        """Say that a run uses the plan."""
        self._users[id(plan)] = self._users.get(id(plan), 0) + 1

    def release(self, plan: Plan) -> None:
        """Say that a run no longer uses the plan."""
        key = id(plan)
        self._users[key] -= 1
        if self._users[key]:
            return
        del self._users[key]
        if (leaving := self._leaving.pop(key, None)) is not None:
            leaving.unload()

    def clear(self) -> None:
        """Let all plans go."""
        while self._kept:
            self._retire(self._kept.popitem()[1][1])

    def _retire(self, plan: Plan) -> None:
        if id(plan) in self._users:
            self._leaving[id(plan)] = plan
        else:
            plan.unload()
