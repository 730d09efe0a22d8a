"""All named actions of the home, from whichever source, under one name each."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.named_action import (
    BUILTIN,
    PLATFORM,
    SCRIPT,
    SUBENTRY,
    CatalogProblem,
    NamedAction,
    Offer,
)
from .builtin import BUILTINS
from .circles import in_circles
from .expanding import expand
from .reading import read_action

type Unsubscribe = Callable[[], None]

_RANK: Final = (BUILTIN, SUBENTRY, SCRIPT, PLATFORM)
"""Who has a name when several want it."""


class Catalog:
    """Knows the named actions; built in ones are always among them."""

    def __init__(self, has_service: Callable[[str, str], bool] | None = None) -> None:
        """Begin with what is built in.

        ``has_service`` knows the services of the home; without it every one is there.
        """
        self._has_service = has_service
        self._by_kind: dict[str, list[NamedAction]] = {BUILTIN: list(BUILTINS)}
        self._unreadable: dict[str, list[CatalogProblem]] = {}
        self._settings: Mapping[str, Mapping[str, Any]] = {}
        self._clashes: list[CatalogProblem] = []
        self._actions: dict[str, NamedAction] = {}
        self._listeners: list[Callable[[], None]] = []
        self._put_together()

    def get(self, name: str) -> NamedAction | None:
        """Return an action, be it active or not; None if there is none."""
        return self._actions.get(name)

    def all(self) -> tuple[NamedAction, ...]:
        """Return every action, by name."""
        return tuple(self._actions[name] for name in sorted(self._actions))

    @property
    def problems(self) -> tuple[CatalogProblem, ...]:
        """Which entries do not count, and why."""
        unread = (one for each in self._unreadable.values() for one in each)
        return (*unread, *self._clashes)

    def counts(self) -> dict[str, int]:
        """Return how many actions count, by the kind of source."""
        kinds = [one.kind for one in self._actions.values()]
        return {kind: kinds.count(kind) for kind in _RANK}

    def knows(self, name: str) -> bool:
        """Tell whether there is such an action, be it active or not."""
        return name in self._actions

    def like(self, name: str) -> str | None:
        """Return the name of an active action that looks like this one."""
        names = [one.name for one in self._actions.values() if one.active]
        return next(iter(get_close_matches(name.lower()[:64], names, n=1)), None)

    def expand(self, name: str, step: Mapping[str, Any], place: str) -> dict[str, Any]:
        """Return the block of a step that names an action; see ``expanding``.

        Raises ``InvalidActionError`` if there is no such action, too.
        """
        if (action := self._actions.get(name)) is None:
            expected = "a service, or an action of the catalog"
            raise InvalidActionError(place, name, expected)
        return expand(action, step, place, self._exists)

    @staticmethod
    def objection(offer: Offer) -> str | None:
        """Return what is wrong with an entry by itself, None if it can be read."""
        try:
            read_action(offer.name, offer.raw, offer.source)
        except InvalidActionError as error:
            return str(error)
        return None

    def offer(self, kind: str, offers: Iterable[Offer]) -> None:
        """Take the entries of one kind of source in the place of those before.

        One that cannot be read does not count, and ``problems`` says why. It never
        raises: entries are the work of others.
        """
        problems: list[CatalogProblem] = []
        actions: list[NamedAction] = []
        for one in offers:
            try:
                actions.append(read_action(one.name, one.raw, one.source))
            except InvalidActionError as error:
                problems.append(_problem(one.source, one.name, str(error)))
        self._by_kind[kind], self._unreadable[kind] = actions, problems
        self._put_together()

    def set_settings(self, settings: Mapping[str, Mapping[str, Any]]) -> None:
        """Let values for the whole home count: ``{action: {field: value}}``."""
        self._settings = settings
        self._put_together()

    def on_change(self, listener: Callable[[], None]) -> Unsubscribe:
        """Call the listener whenever other actions count."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _exists(self, service: str) -> bool:
        domain, _, name = service.partition(".")
        return self._has_service is None or self._has_service(domain, name)

    def _put_together(self) -> None:
        found: dict[str, NamedAction] = {}
        self._clashes = []
        for kind in _RANK:
            for action in self._by_kind.get(kind, ()):
                if (winner := found.get(action.name)) is not None:
                    taken = f"the name is taken by {winner.source}"
                    self._clashes.append(_problem(action.source, action.name, taken))
                    continue
                settings = self._settings.get(action.name, {})
                found[action.name] = action.with_settings(settings)
        for name, back in in_circles(found).items():
            reason = f"it would lead to itself, by way of {back}"
            self._clashes.append(_problem(found[name].source, name, reason))
            del found[name]
        if found != self._actions:
            self._actions = found
            for listener in tuple(self._listeners):
                listener()


def _problem(source: str, name: str, reason: str) -> CatalogProblem:
    return CatalogProblem(source=source, name=name, reason=reason)
