"""Fills a template in, once: what stands in a variable is text and never a template."""

from collections.abc import Mapping
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import TemplateError
from homeassistant.helpers.template import Template

from ...errors import MessageTemplateError
from .template_file import TemplateFile


def fill_in(
    hass: HomeAssistant, name: str, template: TemplateFile, variables: Mapping[str, Any]
) -> dict[str, str]:
    """Return ``message``, and ``subject`` if the template has one.

    A variable that is not there is an error that names it.
    """
    filled = {"message": _render(hass, name, template, template.body, variables)}
    if template.subject is not None:
        subject = _render(hass, name, template, template.subject, variables)
        # It goes into one line of a mail or a notification.
        filled["subject"] = " ".join(subject.split())
    return filled


def _render(
    hass: HomeAssistant,
    name: str,
    template: TemplateFile,
    text: str,
    variables: Mapping[str, Any],
) -> str:
    try:
        # A new object each time: it keeps the rights with which it was used first.
        return str(
            Template(text, hass).async_render(
                dict(variables),
                parse_result=False,
                limited=not template.states,
                strict=True,
            )
        )
    except TemplateError as error:
        raise MessageTemplateError(template=name, reason=error) from error
