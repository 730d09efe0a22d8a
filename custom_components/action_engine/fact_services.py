"""The actions about what was learnt: facts of the policy of whoever calls.

remember  keep a fact, in place of the one with its key   everybody, as his policy allows
recall    facts by key, category, or all                  the same
forget    remove one, those of a category, or all         the same

Another policy is named by an administrator by hand, and by nobody else: what an assistant
has learnt is neither the household's nor that of another assistant.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.core import ServiceCall, ServiceResponse, SupportsResponse
from homeassistant.exceptions import Unauthorized

from .engine.engine import ActionEngine
from .engine.errors import InvalidActionError
from .fact_fields import Wanted, parse_forget, parse_recall, parse_remember
from .policies import find_policy
from .rights import require_admin
from .runtime import loaded_engine

type Handler = Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose facts a call is about, and who says it."""

    policy: str
    source: str | None


async def _remember(call: ServiceCall) -> ServiceResponse:
    engine, wanted = loaded_engine(call.hass), parse_remember(call.data)
    owner = await _owner(call, engine, wanted)
    kept = await engine.record.facts.remember(
        owner.policy,
        wanted.key or "",
        wanted.value,
        category=wanted.category,
        source=owner.source,
    )
    return {
        "key": kept.fact.key,
        "value": kept.fact.value,
        "masked": kept.masked,
        "previous": None if kept.previous is None else kept.previous.as_dict(),
    }


async def _recall(call: ServiceCall) -> ServiceResponse:
    engine, wanted = loaded_engine(call.hass), parse_recall(call.data)
    owner = await _owner(call, engine, wanted)
    found = await engine.record.facts.recall(
        owner.policy, key=wanted.key, category=wanted.category
    )
    shown = found[: wanted.limit]
    return {
        "facts": [fact.as_dict() for fact in shown],
        "left_off": len(found) - len(shown),
    }


async def _forget(call: ServiceCall) -> ServiceResponse:
    engine, wanted = loaded_engine(call.hass), parse_forget(call.data)
    owner = await _owner(call, engine, wanted)
    number = await engine.record.facts.forget(
        owner.policy, key=wanted.key, category=wanted.category
    )
    return {"forgotten": number}


FACT_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "remember": (_remember, SupportsResponse.OPTIONAL),
    "recall": (_recall, SupportsResponse.ONLY),
    "forget": (_forget, SupportsResponse.OPTIONAL),
}


async def _owner(call: ServiceCall, engine: ActionEngine, wanted: Wanted) -> Owner:
    """Return whose facts are meant, if the caller has any business with them."""
    if wanted.policy is None:
        action = f"{call.domain}.{call.service}"
        ruling = await engine.gate.owner_of(call.context, action)
        return Owner(policy=ruling.policy.id, source=ruling.caller.name)
    await require_admin(call.hass, call.context)
    if call.context.user_id is None or not engine.gate.by_hand(call.context):
        raise Unauthorized(
            context=call.context,
            permission=POLICY_CONTROL,
            perm_category="action_engine_facts",
        )
    policy = await _named(engine, wanted.policy)
    return Owner(policy=policy, source=call.context.user_id)


async def _named(engine: ActionEngine, name: str) -> str:
    """Return the id of a policy; one that is gone still has an id, and maybe facts."""
    policies = engine.gate.policies
    if (found := find_policy(policies, name)) is not None:
        return found.id
    if name in await engine.record.facts.count():
        return name
    known = ", ".join(one.name for one in policies)
    raise InvalidActionError("policy", repr(name), f"one of {known}, or an id")
