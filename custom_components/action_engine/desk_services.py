"""The actions of the desk, for those that do not ask in Home Assistant's own words.

run_plan          tool calls that hang together         always answers
process_response  whatever a language model has said    always answers
"""

from typing import Final

from homeassistant.core import SupportsResponse

from . import desk_api
from .gate_services import Handler, service

DESK_SERVICES: Final[dict[str, tuple[Handler, SupportsResponse]]] = {
    "run_plan": (service(desk_api.run_plan), SupportsResponse.OPTIONAL),
    "process_response": (service(desk_api.process_response), SupportsResponse.OPTIONAL),
}
