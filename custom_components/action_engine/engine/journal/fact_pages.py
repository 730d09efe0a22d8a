"""The pages of the journal on which stands what was learnt."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from homeassistant.core import callback
from homeassistant.util import dt as dt_util

from ..model.stored import Fact, NotKept
from . import fact_queries
from .codec import encode
from .columns import micros
from .gate_pages import FULL
from .ops import ForgetFact, PutFact
from .payload import Payloads
from .secret_names import is_secret
from .writer import Writer


class FactPages(ABC):
    """What a journal can do for facts; in order with all else that it does."""

    _writer: Writer
    _payloads: Payloads

    @abstractmethod
    async def _read[T](self, query: Callable[..., T], *arguments: Any) -> T:
        """Return what a query gives, after all that was written down so far."""

    @callback
    def put_fact(
        self,
        policy: str,
        key: str,
        value: Any,
        *,
        category: str | None = None,
        source: str | None = None,
    ) -> NotKept | None:
        """Write a fact down, in place of the one with its key; secrets are left out."""
        plain, lost = encode(value)
        at = micros(dt_util.utcnow())
        if not self._writer.put(PutFact(policy, key, plain, category, source, at)):
            return FULL
        return None if lost is None else NotKept(lost)

    async def get_facts(
        self, policy: str, category: str | None = None, key: str | None = None
    ) -> tuple[Fact, ...]:
        """Return the facts of a policy by key; of one category, or the one with a key."""
        return await self._read(fact_queries.facts, policy, category, key)

    async def count_facts(self) -> Mapping[str, int]:
        """Return how many facts there are by policy."""
        return await self._read(fact_queries.counts)

    @callback
    def forget(
        self, policy: str, key: str | None = None, category: str | None = None
    ) -> NotKept | None:
        """Remove a fact, those of a category, or without either all of a policy."""
        return None if self._writer.put(ForgetFact(policy, key, category)) else FULL

    def hides(self, name: str) -> bool:
        """Tell whether a name holds a secret, or says that one stands under it.

        The value of such a fact would be taken out.
        """
        return is_secret(name) or self._payloads.clean(name) != name
