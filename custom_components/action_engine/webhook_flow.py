"""Making a webhook, and changing one."""

from typing import Any, Final

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult

from .const import SUBENTRY_WEBHOOK
from .engine.model.webhook import Webhook
from .policy_form import Problem
from .stored_section import PolicyDataError
from .webhook_form import WEBHOOK_SCHEMA, filled_in, shown
from .webhook_reading import read_webhook, webhook_as_data

_EMPTY: Final = Webhook(name="")


class WebhookFlow(ConfigSubentryFlow):
    """One form with everything in it."""

    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Make a webhook; what is not touched is as strict as it can be."""
        found = self._webhook(user_input, _EMPTY)
        if not isinstance(found, Webhook):
            return self._form("user", user_input, _EMPTY, found)
        return self.async_create_entry(title=found.name, data=webhook_as_data(found))

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Change a webhook; it counts as soon as it is stored."""
        before = self._stored()
        found = self._webhook(user_input, before)
        if not isinstance(found, Webhook):
            return self._form("reconfigure", user_input, before, found)
        return self.async_update_and_abort(
            self._get_entry(),
            self._get_reconfigure_subentry(),
            title=found.name,
            data=webhook_as_data(found),
        )

    def _stored(self) -> Webhook:
        """Return what is stored; what nobody can read has to be filled in anew."""
        subentry = self._get_reconfigure_subentry()
        try:
            return read_webhook(subentry.title, subentry.data)
        except PolicyDataError:
            return Webhook(name=subentry.title)

    def _webhook(
        self, user_input: dict[str, Any] | None, before: Webhook
    ) -> Webhook | Problem | None:
        if user_input is None:
            return None
        own = self.context.get("subentry_id")
        others = self._get_entry().get_subentries_of_type(SUBENTRY_WEBHOOK)
        taken = [one.title for one in others if one.subentry_id != own]
        return filled_in(user_input, before, taken)

    def _form(
        self,
        step: str,
        user_input: dict[str, Any] | None,
        before: Webhook,
        problem: Problem | None,
    ) -> SubentryFlowResult:
        values = user_input or shown(before)
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(WEBHOOK_SCHEMA, values),
            errors={} if problem is None else {"base": problem.code},
            description_placeholders={} if problem is None else problem.facts,
        )
