"""The actions of the desk, for those that do not ask in Home Assistant's own words.

run_plan          tool calls that hang together         always answers
process_response  whatever a language model has said    always answers
ask               a question, for a model to plan       always answers
"""

from typing import Final

from homeassistant.core import SupportsResponse

from . import desk_api
from .gate_services import Handler, service

DESK_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "run_plan": (service(desk_api.run_plan), SupportsResponse.OPTIONAL),
    "ask": (service(desk_api.ask), SupportsResponse.ONLY),
    "process_response": (service(desk_api.process_response), SupportsResponse.OPTIONAL),
}
