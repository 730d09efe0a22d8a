"""One entry without questions, and an options page that takes effect at once."""

from typing import Any, Final, override

from homeassistant.config_entries import (
    ConfigEntry,
    ConfigFlow,
    ConfigFlowResult,
    ConfigSubentryFlow,
    OptionsFlow,
)
from homeassistant.core import callback

from .action_flow import ActionFlow
from .const import (
    DOMAIN,
    SECTION_CATALOG,
    SECTION_JOURNAL,
    SECTION_RETRY,
    SECTION_SAFETY,
    SUBENTRY_ACTION,
    SUBENTRY_POLICY,
    SUBENTRY_WEBHOOK,
)
from .engine.engine import check_url, hash_code
from .engine.model.journal import UrlProblem
from .entry_options import options_as_entry, options_from_entry
from .options_schema import OPTIONS_SCHEMA
from .policy_flow import PolicyFlow
from .seeding import SEEDED, seeds
from .webhook_flow import WebhookFlow

UNCHANGED: Final = "\u2022" * 8
"""Shown in the place of a code; who leaves it there keeps the code."""


class ActionEngineConfigFlow(ConfigFlow, domain=DOMAIN):
    """Sets the engine up; the manifest takes care that there is only one."""

    MINOR_VERSION = SEEDED

    @override
    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for a confirmation, nothing else: every setting has a default."""
        if user_input is None:
            return self.async_show_form(step_id="user")
        return self.async_create_entry(
            title="Action Engine", data={}, subentries=seeds()
        )

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(
        cls, config_entry: ConfigEntry
    ) -> dict[str, type[ConfigSubentryFlow]]:
        """Return what the owner may add to the entry."""
        return {
            SUBENTRY_POLICY: PolicyFlow,
            SUBENTRY_ACTION: ActionFlow,
            SUBENTRY_WEBHOOK: WebhookFlow,
        }

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> OptionsFlow:
        """Return the options page."""
        return ActionEngineOptionsFlow()


class ActionEngineOptionsFlow(OptionsFlow):
    """How much at once, how patient, how distrustful; and what is remembered where."""

    async def async_step_init(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Show what is set, and store what was changed."""
        errors: dict[str, str] = {}
        reason = ""
        if user_input is not None:
            errors = contradictions(user_input)
            if not errors and (problem := await self._try_database(user_input)):
                errors, reason = {"base": problem.code}, problem.detail
            if not errors:
                await self._hide_code(user_input[SECTION_SAFETY])
                return self.async_create_entry(data=user_input)
        shown = user_input or self._shown()
        return self.async_show_form(
            step_id="init",
            data_schema=self.add_suggested_values_to_schema(OPTIONS_SCHEMA, shown),
            errors=errors,
            description_placeholders={"reason": reason},
        )

    def _shown(self) -> dict[str, dict[str, Any]]:
        shown = options_as_entry(options_from_entry(self.config_entry.options))
        if shown[SECTION_SAFETY]["approval_code"]:
            shown[SECTION_SAFETY]["approval_code"] = UNCHANGED
        shown[SECTION_CATALOG] = dict(
            self.config_entry.options.get(SECTION_CATALOG, {})
        )
        return shown

    async def _hide_code(self, given: dict[str, Any]) -> None:
        """Put the hash of a code in its place; nobody ever sees the code again."""
        code = given.get("approval_code", "")
        if code == UNCHANGED:
            options = options_from_entry(self.config_entry.options)
            given["approval_code"] = options.approval_code or ""
        elif code:
            hashed = await self.hass.async_add_executor_job(hash_code, code)
            given["approval_code"] = hashed

    async def _try_database(self, user_input: dict[str, Any]) -> UrlProblem | None:
        """Connect to a database that was not used before, and make a table there."""
        section = user_input[SECTION_JOURNAL]
        section["db_url"] = url = section.get("db_url", "").strip()
        used = options_from_entry(self.config_entry.options).journal.url
        if not url or url == used:
            return None
        return await self.hass.async_add_executor_job(check_url, url)


def contradictions(user_input: dict[str, Any]) -> dict[str, str]:
    """Return what no single field can see, as errors of the form."""
    retry = user_input[SECTION_RETRY]
    if retry["max_delay"] < retry["initial_delay"]:
        return {"base": "max_delay_below_initial_delay"}
    return {}
