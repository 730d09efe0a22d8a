"""What was learnt, and is to be known in runs to come: facts, each under one policy.

They stay until they are forgotten. Nobody but the journal keeps them, so there is no copy
in memory that could differ from what a restart would bring back.
"""

import asyncio
from collections.abc import Mapping
import json
import re
from typing import Any, Final

from ..errors import InvalidActionError, JournalUnavailableError, TooManyFactsError
from ..journal.journal import Journal
from ..model.stored import Fact, NotKept, Remembered
from .fact_text import facts_for_prompt

MOST_FACTS: Final = 500
"""Facts of one policy."""

LARGEST: Final = 4096
"""Bytes of a value as JSON."""

LONGEST_NAME: Final = 64

_NAME: Final = re.compile(r"\w(?:[\w ./:'-]{0,62}\w)?")
_A_NAME: Final = (
    f"a name of 1 to {LONGEST_NAME} letters, digits, spaces and any of _ - . / : '"
)
_A_VALUE: Final = f"a value that JSON can hold, of at most {LARGEST} bytes"


class Facts:
    """Remembers, recalls and forgets; raises ``JournalUnavailableError`` if it cannot."""

    def __init__(self, journal: Journal) -> None:
        """Keep them in an open journal."""
        self._journal = journal
        self._one_at_a_time = asyncio.Lock()
        """What is looked at first is still so when it is written."""

    async def remember(
        self,
        policy: str,
        key: str,
        value: Any,
        *,
        category: str | None = None,
        source: str | None = None,
    ) -> Remembered:
        """Keep a fact in place of the one with its key; it is on disk then.

        Raises ``InvalidActionError`` for what cannot be kept as it is meant, and
        ``TooManyFactsError`` instead of dropping one.
        """
        self._check_name(key, "key")
        if category is not None:
            self._check_name(category, "category")
        plain = as_json(value)
        async with self._one_at_a_time:
            await self._check_durable()
            previous = await self._one(policy, key)
            if previous is None:
                await self._check_room(policy)
            kept = self._journal.put_fact(
                policy, key, plain, category=category, source=source
            )
            await self._written(kept)
            fact = await self._one(policy, key)
        if fact is None:
            raise JournalUnavailableError(reason="the fact was not kept")
        return Remembered(fact=fact, previous=previous, masked=fact.value != plain)

    async def recall(
        self,
        policy: str,
        *,
        key: str | None = None,
        category: str | None = None,
    ) -> tuple[Fact, ...]:
        """Return facts in the order of their keys, all unless one of both is given."""
        return await self._journal.get_facts(policy, category, key)

    async def forget(
        self,
        policy: str,
        *,
        key: str | None = None,
        category: str | None = None,
    ) -> int:
        """Remove facts, all of them without key and category; return how many."""
        async with self._one_at_a_time:
            await self._check_durable()
            found = await self._journal.get_facts(policy, category, key)
            if found:
                await self._written(self._journal.forget(policy, key, category))
        return len(found)

    async def count(self) -> Mapping[str, int]:
        """Return how many there are by the id of the policy."""
        return await self._journal.count_facts()

    async def for_prompt(self, policy: str) -> str:
        """Return what a language model may be told of a policy's facts; see there."""
        return facts_for_prompt(await self.recall(policy))

    def _check_name(self, name: str, place: str) -> None:
        if not _NAME.fullmatch(name):
            raise InvalidActionError(place, repr(name[:LONGEST_NAME]), _A_NAME)
        if self._journal.hides(name):
            # It is kept as it is; and what stands under it would be taken out.
            expected = "one under which no secret stands: those are not kept"
            raise InvalidActionError(place, "the name of a secret", expected)

    async def _check_room(self, policy: str) -> None:
        if (await self.count()).get(policy, 0) >= MOST_FACTS:
            raise TooManyFactsError(most=MOST_FACTS)

    async def _one(self, policy: str, key: str) -> Fact | None:
        return next(iter(await self._journal.get_facts(policy, None, key)), None)

    async def _written(self, kept: NotKept | None) -> None:
        if kept is not None:
            raise JournalUnavailableError(reason=kept.reason)
        await self._check_durable()

    async def _check_durable(self) -> None:
        if not await self._journal.durable():
            reason = self._journal.health.reason or "it is closed"
            raise JournalUnavailableError(reason=reason)


def as_json(value: Any) -> Any:
    """Return a copy of a value as JSON gives it back; raise if that cannot hold it."""
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        size = len(text.encode())
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidActionError("value", type(value).__name__, _A_VALUE) from error
    if size > LARGEST:
        raise InvalidActionError("value", f"one of {size} bytes", _A_VALUE)
    return json.loads(text)
