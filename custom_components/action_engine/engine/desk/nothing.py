"""A catalog and tools that know nothing."""

from collections.abc import Mapping
from typing import Any

from ..errors import InvalidActionError


class NoCatalog:
    """Has no named actions."""

    def knows(self, name: str) -> bool:  # noqa: ARG002 - as the protocol has it
        """Return False."""
        return False

    def like(self, name: str) -> str | None:  # noqa: ARG002 - as above
        """Return nothing."""
        return None

    def expand(self, name: str, step: Mapping[str, Any], place: str) -> dict[str, Any]:  # noqa: ARG002 - as above
        """Raise: there is none."""
        raise InvalidActionError(place, name, "a named action")


class NoTools:
    """Knows no tools."""

    async def locate(self, name: str, place: str) -> tuple[str, str, bool]:
        """Raise: there is none."""
        raise InvalidActionError(place, name, "an action or a tool")
