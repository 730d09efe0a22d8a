"""Making a named action, and changing one."""

from collections.abc import Mapping
from typing import Any

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult
from homeassistant.exceptions import ServiceValidationError

from .action_schema import ACTION_SCHEMA
from .const import SUBENTRY_ACTION
from .engine.model.copying import copied
from .engine.model.named_action import BUILTIN, SUBENTRY, Offer
from .runtime import loaded_engine

_NEW: Mapping[str, Any] = {
    "category": "custom",
    "fields": {},
    "impact": "medium",
    "requires_approval": False,
    "rollback": [],
    "active": True,
}


class ActionFlow(ConfigSubentryFlow):
    """One form with everything in it."""

    async def async_step_user(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Make an action."""
        errors, facts = self._errors(user_input)
        if user_input is None or errors:
            return self._form("user", user_input or _NEW, errors, facts)
        title, data = _parts(user_input)
        return self.async_create_entry(title=title, data=data)

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Change an action; it counts as soon as it is stored."""
        subentry = self._get_reconfigure_subentry()
        errors, facts = self._errors(user_input)
        if user_input is None or errors:
            stored = {"title": subentry.title, **copied(dict(subentry.data))}
            return self._form("reconfigure", user_input or stored, errors, facts)
        title, data = _parts(user_input)
        return self.async_update_and_abort(
            self._get_entry(), subentry, title=title, data=data
        )

    def _errors(
        self, user_input: dict[str, Any] | None
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return what is wrong with what was filled in, and the facts for its text."""
        if user_input is None:
            return {}, {}
        title, data = _parts(user_input)
        name = data.pop("name")
        try:
            catalog = loaded_engine(self.hass).desk.catalog
        except ServiceValidationError:
            return {"base": "not_loaded"}, {}
        offer = Offer(name=name, source=SUBENTRY, raw={"title": title, **data})
        if (objection := catalog.objection(offer)) is not None:
            return {"base": "invalid_action"}, {"reason": objection}
        known = catalog.get(name)
        if name in self._taken() or (known is not None and known.source == BUILTIN):
            return {"base": "name_taken"}, {"name": name}
        return {}, {}

    def _taken(self) -> set[str]:
        """Return the names of all other actions of the owner."""
        own = self.context.get("subentry_id")
        others = self._get_entry().get_subentries_of_type(SUBENTRY_ACTION)
        return {one.data.get("name", "") for one in others if one.subentry_id != own}

    def _form(
        self,
        step: str,
        shown: Mapping[str, Any],
        errors: dict[str, str],
        facts: dict[str, str],
    ) -> SubentryFlowResult:
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(ACTION_SCHEMA, shown),
            errors=errors,
            description_placeholders=facts,
        )


def _parts(user_input: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the title, and the rest in the shape in which it is stored."""
    data = copied(dict(user_input))
    title = str(data.pop("title")).strip()
    # An emptied field is not sent at all.
    for key in ("fields", "rollback"):
        data[key] = data.get(key) or ({} if key == "fields" else [])
    return title, data
