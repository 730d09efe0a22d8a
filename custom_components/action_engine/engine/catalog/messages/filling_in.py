"""Fills a template in, once: what stands in a variable is text and never a template."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import jinja2

from homeassistant.core import HomeAssistant
from homeassistant.helpers.template import MAX_TEMPLATE_OUTPUT, TemplateEnvironment

from ...errors import MessageTemplateError
from .template_file import TemplateFile

_COMPILED: Final = 128
"""Texts that are kept compiled."""


class Filler:
    """Renders in Home Assistant's own sandbox.

    Its ``Template`` is either strict or limited; this has to be both.
    """

    def __init__(self, hass: HomeAssistant) -> None:
        """Make nothing yet."""
        self._hass = hass
        self._compiled = lru_cache(maxsize=_COMPILED)(self._compile)
        self._environments: dict[bool, TemplateEnvironment] = {}

    def fill_in(
        self, name: str, template: TemplateFile, variables: Mapping[str, Any]
    ) -> dict[str, str]:
        """Return ``message``, and ``subject`` if the template has one.

        Raises ``MessageTemplateError``, also for a variable that is not there, by name.
        """
        filled = {"message": self._render(name, template, template.body, variables)}
        if template.subject is not None:
            subject = self._render(name, template, template.subject, variables)
            # It goes into one line of a mail or a notification.
            filled["subject"] = " ".join(subject.split())
        return filled

    def _render(
        self,
        name: str,
        template: TemplateFile,
        text: str,
        variables: Mapping[str, Any],
    ) -> str:
        try:
            message = self._compiled(text, template.states).render(variables).strip()
        except Exception as error:  # what a template may raise, nobody can list
            raise MessageTemplateError(template=name, reason=error) from error
        if len(message) > MAX_TEMPLATE_OUTPUT:
            reason = f"it has more than {MAX_TEMPLATE_OUTPUT} characters"
            raise MessageTemplateError(template=name, reason=reason)
        return message

    def _compile(self, text: str, states: bool) -> jinja2.Template:  # noqa: FBT001 - the key of a cache
        if (environment := self._environments.get(states)) is None:
            environment = TemplateEnvironment(
                self._hass, limited=not states, strict=True
            )
            self._environments[states] = environment
        return environment.from_string(text)
