"""Names of actions and tools, replaced by what they stand for.

It is done once, before a draft is compiled and pinned: a run that resumes does what its
names meant when it was accepted.
"""

from collections.abc import Mapping
from dataclasses import replace
import re
from typing import Any, Final, Protocol

from ..errors import InvalidActionError
from ..model.draft import Draft
from ..plan.problems import shorten
from ..plan.rewriting import rewritten

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}", re.IGNORECASE)
_SERVICE: Final = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+", re.IGNORECASE)

_CANDIDATES: Final = re.compile(
    rb'"catalog":'
    rb'|"tool":(?!"[A-Za-z0-9_]+\.[A-Za-z0-9_]+")'
    rb'|"(?:action|service)":"[A-Za-z][A-Za-z0-9_]*"'
)
"""What a draft has to have, as JSON, to be looked through at all.

A tool with the name of a service is one, whatever else may be called like it.
"""

_INSIDE: Final = "sequence"

_LIMITS: Final = ("timeout", "cache_seconds")
"""Keys of a step that only tools of language model APIs have."""


class Catalog(Protocol):
    """Knows the named actions."""

    def knows(self, name: str) -> bool:
        """Tell whether there is such an action."""

    def like(self, name: str) -> str | None:
        """Return the name of an action that looks like this one."""

    def expand(self, name: str, step: Mapping[str, Any], place: str) -> dict[str, Any]:
        """Return the block for a step that names an action.

        ``step`` has the parameters in ``data``. Raises ``InvalidActionError``.
        """


class Tools(Protocol):
    """Knows the tools of language model APIs."""

    async def locate(self, name: str, place: str) -> tuple[str, str, bool]:
        """Return API and tool of a name, and whether a second call does no harm.

        Raises ``InvalidActionError``.
        """


class Resolver:
    """Finds out what names stand for."""

    def __init__(self, catalog: Catalog, tools: Tools) -> None:
        """Ask these two."""
        self._catalog = catalog
        self._tools = tools

    async def resolve(self, draft: Draft, known: Mapping[str, Any]) -> Draft:
        """Return a draft without names.

        ``known`` are variables that named actions may have beside their parameters.
        Raises ``InvalidActionError`` for a name that nobody knows.
        """
        resolving = _Resolving(self._catalog, self._tools, known)
        actions = await rewritten(draft.actions, resolving.change)
        return replace(draft, actions=actions)


class _Resolving:
    """Goes through one draft."""

    def __init__(
        self, catalog: Catalog, tools: Tools, known: Mapping[str, Any]
    ) -> None:
        self._catalog = catalog
        self._tools = tools
        self._known = known

    async def change(self, step: Mapping[str, Any], place: str) -> Mapping[str, Any]:
        if "catalog" in step:
            return self._block(step, place)
        if isinstance(name := step.get("tool"), str):
            return await self._tool(name, step, place)
        key = "action" if "action" in step else "service"
        if isinstance(name := step.get(key), str) and _NAME.fullmatch(name):
            return self._named(name, _without(step, key), place)
        return step

    def _block(self, step: Mapping[str, Any], place: str) -> Mapping[str, Any]:
        """Return a block, which must be as the catalog would make it now.

        It is in what undoes or repeats a run. Else anybody could do anything under the
        name of an action that he may use.
        """
        name = step["catalog"]
        if _INSIDE not in step:
            return self._named(name, _without(step, "catalog"), place)
        own = self._named(name, _as_asked(step), place)
        if own[_INSIDE] != step[_INSIDE] or own.get("known") != step.get("known"):
            expected = f"{name} without a sequence: only the catalog says what it does"
            raise InvalidActionError(f"{place}: sequence", shorten(step), expected)
        return step

    def _named(
        self, name: Any, step: Mapping[str, Any], place: str
    ) -> Mapping[str, Any]:
        if not isinstance(name, str) or not self._catalog.knows(name.lower()):
            close = self._catalog.like(name) if isinstance(name, str) else None
            expected = (
                "an action such as light.turn_on, or a named one"
                if close is None
                else f"perhaps {close}"
            )
            raise InvalidActionError(place, shorten(name), expected)
        block = self._catalog.expand(name.lower(), step, place)
        mentioned = {key: one for key, one in self._known.items() if key in str(block)}
        return {**block, "known": {**block.get("known", {}), **mentioned}}

    async def _tool(
        self, name: str, step: Mapping[str, Any], place: str
    ) -> Mapping[str, Any]:
        if _SERVICE.fullmatch(name):
            return step
        if _NAME.fullmatch(name) and self._catalog.knows(name.lower()):
            block = self._named(name, _without(step, "tool"), place)
            return {**block, "literal": True}
        api, tool, is_safe = await self._tools.locate(name, f"{place}: tool")
        call = {"api": api, "tool": tool, "arguments": step.get("data") or {}}
        call |= {key: step[key] for key in _LIMITS if key in step}
        rest = {key: value for key, value in step.items() if key not in _LIMITS}
        found = {**rest, "tool": "action_engine.call_tool", "data": call}
        if "response_variable" in step:
            found["unwrap"] = "result"
        if is_safe:
            found.setdefault("idempotent", True)
        return found


def may_have_names(fingerprint: object) -> bool:
    """Tell whether anything in a draft could be a name, by its fingerprint.

    That is JSON, and looking through it costs the usual draft next to nothing.
    """
    if not isinstance(fingerprint, bytes):
        return True
    return _CANDIDATES.search(fingerprint) is not None


def _without(step: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name != key}


_MADE: Final = frozenset(
    {_INSIDE, "catalog", "known", "impact", "requires_approval", "version", "literal"}
)


def _as_asked(block: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in block.items() if name not in _MADE}
