"""Making a policy, and changing one."""

from typing import Any, Final

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.selector import SelectOptionDict

from .const import SUBENTRY_POLICY
from .engine.model.policy import Policy
from .policy_data import policy_as_data, policy_from_subentry
from .policy_form import Names, Problem, condition_problem, contradiction, filled_in
from .policy_schema import Choices, policy_schema

_EMPTY: Final = Policy(id="", name="")
_MODELS: Final = ("ai_task", "conversation")
"""Domains of the entities behind which language models are."""


class PolicyFlow(ConfigSubentryFlow):
    """One form with everything in it."""

    _problem: Problem | None = None

    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Make a policy; what is not touched is as strict as it can be."""
        policy = await self._policy(user_input)
        if policy is None:
            return await self._form("user", user_input, _EMPTY)
        return self.async_create_entry(title=policy.name, data=policy_as_data(policy))

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Change a policy; it counts as soon as it is stored."""
        subentry = self._get_reconfigure_subentry()
        policy = await self._policy(user_input)
        if policy is None:
            stored = policy_from_subentry(subentry)
            return await self._form("reconfigure", user_input, stored)
        return self.async_update_and_abort(
            self._get_entry(), subentry, title=policy.name, data=policy_as_data(policy)
        )

    async def _policy(self, user_input: dict[str, Any] | None) -> Policy | None:
        """Return what was filled in, None if there is nothing, or a problem with it."""
        if user_input is None:
            return None
        found = filled_in(user_input)
        if isinstance(found, Problem):
            self._problem = found
        else:
            self._problem = await self._objection(found)
        return None if self._problem or isinstance(found, Problem) else found

    async def _objection(self, policy: Policy) -> Problem | None:
        """Return what no single field can see."""
        known = contradiction(policy, self._taken(), await self._names())
        return known or await condition_problem(self.hass, policy)

    async def _form(
        self, step: str, user_input: dict[str, Any] | None, policy: Policy
    ) -> SubentryFlowResult:
        problem = self._problem
        shown = user_input or {"name": policy.name, **policy_as_data(policy)}
        schema = policy_schema(await self._choices(policy))
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(schema, shown),
            errors={} if problem is None else {"base": problem.code},
            description_placeholders={} if problem is None else problem.facts,
        )

    def _taken(self) -> frozenset[str]:
        """Return the names of all other policies."""
        own = self.context.get("subentry_id")
        others = self._get_entry().get_subentries_of_type(SUBENTRY_POLICY)
        return frozenset(
            one.title.casefold() for one in others if one.subentry_id != own
        )

    async def _names(self) -> Names:
        """Return who has an account, the ones that were switched off among them."""
        users = await self.hass.auth.async_get_users()
        return {
            user.id: user.name or user.id for user in users if not user.system_generated
        }

    async def _choices(self, policy: Policy) -> Choices:
        """Return what there is to choose from, and what was chosen before."""
        names = await self._names()
        users = await self.hass.auth.async_get_users()
        active = {user.id for user in users if user.is_active and user.id in names}
        chosen = policy.applies.users | policy.approvers
        models = er.async_get(self.hass).entities.values()
        return Choices(
            users=[
                SelectOptionDict(value=one, label=names.get(one, one))
                for one in sorted(active | chosen)
            ],
            assistants=list(_MODELS),
            platforms=sorted(
                {one.platform for one in models if one.domain in _MODELS}
                | policy.applies.platforms
            ),
        )
