"""Questions: planned by a language model, judged, run, and answered.

Each stage has its own errors: the model could not be asked, what it planned is no plan,
the gate did not let it through, or it ran and failed.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.helpers import entity_registry as er

from ..errors import InvalidActionError
from ..intake.planned import Planned, read_planned
from ..model.caller import Agent
from ..model.question import Question
from ..model.sender import Sender
from .briefing import STRUCTURE, instructions
from .finding import FoundTool
from .menu_reading import Menus
from .plans import Plans
from .responses import Answer
from .tools import Tools

_AI_TASK: Final = ("ai_task", "generate_data")
_LONGEST_QUESTION: Final = 120


class Stage(StrEnum):
    """How far a question has come."""

    MODEL = "model"
    """The language model was not there, or did not answer."""

    PLAN = "plan"
    """What it planned is not in order."""

    GATE = "gate"
    """It was denied, or a person is being asked."""

    RUN = "run"
    ANSWERED = "answered"


class Asking:
    """Has questions answered."""

    def __init__(
        self, hass: HomeAssistant, menus: Menus, tools: Tools, plans: Plans
    ) -> None:
        """Ask the language models of this home."""
        self._hass = hass
        self._menus = menus
        self._tools = tools
        self._plans = plans

    async def ask(self, question: Question, sender: Sender) -> Answer:
        """Return the answer, or what kept it from coming, with the stage it came to."""
        sender = replace(sender, agent=sender.agent or self._agent(question))
        told: Answer = {"question": question.text, "success": False}
        try:
            data = await self._planned(question, sender)
        except Unauthorized:
            raise
        except HomeAssistantError as error:
            return told | _failed(Stage.MODEL, error)
        try:
            planned = read_planned(data, question.text)
        except InvalidActionError as error:
            return told | _failed(Stage.PLAN, error) | {"planned": data}
        if planned.plan is None:
            return {**told, "success": True, "stage": Stage.ANSWERED.value} | {
                "final_answer": planned.answer
            }
        told["plan"] = dict(planned.plan)
        if question.dry_run:
            return told | {"success": True, "stage": Stage.PLAN.value}
        answer = await self._plans.run(planned.plan, _claiming(sender, planned))
        return told | answer | {"stage": _stage_of(answer).value}

    async def _planned(self, question: Question, sender: Sender) -> Any:
        menu = await self._menus.read(sender)
        tools = await self._tools_of(question.apis, sender.context)
        wanted: dict[str, Any] = {
            "task_name": f"Action Engine: {question.text[:_LONGEST_QUESTION]}",
            "instructions": instructions(question.text, menu, tools),
            "structure": STRUCTURE,
        }
        if question.entity_id is not None:
            wanted["entity_id"] = question.entity_id
        response = await self._hass.services.async_call(
            *_AI_TASK,
            wanted,
            blocking=True,
            context=sender.context,
            return_response=True,
        )
        return response.get("data") if isinstance(response, Mapping) else None

    async def _tools_of(
        self, apis: tuple[str, ...], context: Context
    ) -> list[FoundTool]:
        return [one for api in apis for one in await self._tools.all_of(api, context)]

    def _agent(self, question: Question) -> Agent:
        registry = er.async_get(self._hass)
        entry = question.entity_id and registry.async_get(question.entity_id)
        return Agent(assistant=_AI_TASK[0], platform=entry.platform if entry else None)


def _claiming(sender: Sender, planned: Planned) -> Sender:
    """Return a sender with what the model says of its plan, if it says it properly."""
    claim = sender.claim
    sure = planned.confidence
    if isinstance(sure, (int, float)) and not isinstance(sure, bool) and 0 <= sure <= 1:
        mine = claim.confidence
        claim = replace(claim, confidence=sure if mine is None else min(sure, mine))
    if isinstance(planned.reasoning, str) and claim.reasoning is None:
        claim = replace(claim, reasoning=planned.reasoning[:10_000] or None)
    return replace(sender, claim=claim)


def _stage_of(answer: Answer) -> Stage:
    match answer["state"]:
        case "refused":
            return Stage.PLAN
        case "denied" | "pending_approval" | "rejected" | "expired":
            return Stage.GATE
        case _:
            return Stage.ANSWERED if answer["success"] else Stage.RUN


def _failed(stage: Stage, error: Exception) -> Answer:
    return {
        "stage": stage.value,
        "final_answer": None,
        "error": {"type": type(error).__name__, "message": str(error)},
    }
