"""Wait for states, by event: until all is well, or until a time is over."""

import asyncio
from collections.abc import Callable, Iterable

from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers.event import (
    async_track_state_change_event,
    async_track_template,
)
from homeassistant.helpers.script_variables import ScriptRunVariables
from homeassistant.helpers.template import Template, result_as_boolean


async def watch_entities(
    hass: HomeAssistant,
    entity_ids: Iterable[str],
    is_well: Callable[[str], bool],
    seconds: float,
) -> tuple[str, ...]:
    """Wait until ``is_well`` of every entity; return those that never were.

    An entity that was well once is not looked at again.
    """
    left = dict.fromkeys(i for i in entity_ids if not is_well(i))
    if not left or seconds <= 0:
        return tuple(left)
    done: asyncio.Future[None] = hass.loop.create_future()

    @callback
    def changed(event: Event[EventStateChangedData]) -> None:
        entity_id = event.data["entity_id"]
        if entity_id in left and is_well(entity_id):
            del left[entity_id]
            if not left and not done.done():
                done.set_result(None)

    # Nothing is awaited between the look above and this: no change can slip through.
    unsubscribe = async_track_state_change_event(hass, list(left), changed)
    try:
        await asyncio.wait([done], timeout=seconds)
    finally:
        unsubscribe()
    return tuple(left)


async def watch_template(
    hass: HomeAssistant,
    template: Template,
    variables: ScriptRunVariables,
    seconds: float,
) -> bool:
    """Wait until the template is true, and tell whether it was.

    Raises ``TemplateError`` if it cannot be rendered.
    """
    if result_as_boolean(template.async_render(variables)):
        return True
    if seconds <= 0:
        return False
    done: asyncio.Future[None] = hass.loop.create_future()

    @callback
    def turned_true(*_: object) -> None:
        if not done.done():
            done.set_result(None)

    unsubscribe = async_track_template(hass, template, turned_true, variables)
    try:
        await asyncio.wait([done], timeout=seconds)
    finally:
        unsubscribe()
    return done.done()
