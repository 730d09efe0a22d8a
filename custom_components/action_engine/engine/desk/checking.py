"""What is wrong with a text, and what would become of it: nothing runs, nothing is kept."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Final

from ..errors import InvalidActionError, RequestError
from ..intake.decision_plan import read_decision, to_actions
from ..intake.lines import Lines
from ..intake.responses.read import read_response
from ..intake.text_kind import kind_of
from ..intake.yaml_text import load_yaml
from ..model.caller import Agent
from ..model.request import Request, Source, SourceKind
from ..model.response import Wish
from ..model.sender import Sender
from ..model.trial import TextKind
from ..model.verdict import Verdict
from .plan_outcomes import RESULTS, call_at
from .plans import in_words_of
from .responses import Responses, lost, request_of

type Validate = Callable[[Source], Awaitable[dict[str, Any]]]
type Assess = Callable[[Request], Awaitable[Verdict]]
type Answer = dict[str, Any]

_NOTHING: Final = "nothing that asks for anything"
_PARTS: Final = ("outline", "plan", "steps")


class Checking:
    """Looks at texts as the engine would, and lets nothing come of it."""

    def __init__(
        self, validate: Validate, assess: Assess, responses: Responses
    ) -> None:
        """``validate`` and ``assess`` are the engine's; neither of them runs anything."""
        self._validate = validate
        self._assess = assess
        self._responses = responses
        self._checks: Mapping[TextKind, Callable[[str, Sender], Awaitable[Answer]]] = {
            TextKind.ACTIONS: self._actions,
            TextKind.PLAN: self._plan,
            TextKind.RESPONSE: self._response,
        }

    async def check(self, text: str, kind: TextKind, sender: Sender) -> Answer:
        """Return the kind, every problem with its line, and what the gate would answer.

        Whatever the text is, nothing is raised for it.
        """
        found = kind_of(text) if kind is TextKind.AUTO else kind
        lines = Lines(text)
        told = await self._checks[found](text, sender)
        problems = [_with_line(one, lines) for one in told["problems"]]
        problems.sort(key=lambda one: one["line"] or 0)
        told |= {"problems": problems, "valid": not problems}
        if "plan" in told:
            told["plan"] = [_step_with_line(one, lines) for one in told["plan"]]
        return {"kind": found.value} | told

    async def _actions(self, text: str, sender: Sender) -> Answer:
        source = Source(kind=SourceKind.YAML, value=text)
        request = Request(
            source=source,
            context=sender.context,
            agent=sender.agent,
            claim=sender.claim,
        )
        return await self._judged(request)

    async def _plan(self, text: str, sender: Sender) -> Answer:
        try:
            data = load_yaml(text)
            plan = read_decision(data)
        except RequestError as error:
            return {"problems": [_problem(error)]}
        actions = to_actions(plan, RESULTS)
        told = await self._judged(sender.request(actions, plan.query or None))
        told["problems"] = [
            _problem(in_words_of(plan, _error(one))) for one in told["problems"]
        ]
        # A step of the run stands in the text as a call.
        steps = [
            one
            if (call := call_at(plan, one["place"])) is None
            else {**one, "at": f"tool_calls/{call.index}"}
            for one in told.get("plan", ())
        ]
        decision = {"decision": dict(data), "strategy": plan.strategy.value}
        return told | decision | ({"plan": steps} if steps else {})

    async def _response(self, text: str, sender: Sender) -> Answer:
        # Whoever passes it on, a language model has a say in it.
        agent = sender.agent or Agent()
        by_model = Sender(context=sender.context, agent=agent, claim=sender.claim)
        reading = read_response(text)
        wishes = [await self._wish(one, by_model) for one in reading.wishes]
        problems = [
            *_refused(wishes),
            *(_lost(one) for one in map(lost, reading.losses)),
        ]
        if not wishes and not problems:
            expected = "an action in one of the formats of answers"
            problems = [_problem(InvalidActionError("response", _NOTHING, expected))]
        return {
            "problems": problems,
            "analysis": reading.analysis,
            "formats": list(reading.formats),
            "wishes": wishes,
        }

    async def _wish(self, wish: Wish, sender: Sender) -> Answer:
        told = await self._responses.grant(wish, sender, dry_run=True)
        if "error" in told:
            return told
        report = await self._validate(request_of(wish, sender).source)
        return told | _of_plan(report)

    async def _judged(self, request: Request) -> Answer:
        report = await self._validate(request.source)
        told = {"problems": report["problems"], **_of_plan(report)}
        if report["problems"]:
            return told
        try:
            verdict = await self._assess(request)
        except RequestError as error:
            return told | {"problems": [_problem(error)]}
        return told | {"verdict": verdict.as_dict()}


def _of_plan(report: Mapping[str, Any]) -> Answer:
    return {key: report[key] for key in _PARTS if key in report}


def _refused(wishes: Iterable[Answer]) -> list[Answer]:
    return [
        {
            "place": one["place"],
            "came": one["action"],
            "expected": one.get("expected"),
            "message": one["error"],
        }
        for one in wishes
        if "error" in one
    ]


def _lost(record: Mapping[str, Any]) -> Answer:
    came, expected = record["error"], record["expected"]
    message = f"{record['place']}: came {came}, expected {expected}"
    return {
        "place": record["place"],
        "came": came,
        "expected": expected,
        "message": message,
    }


def _problem(error: RequestError) -> Answer:
    facts = error.translation_placeholders or {}
    return {
        "place": facts.get("place", ""),
        "came": facts.get("came"),
        "expected": facts.get("expected"),
        "message": str(error),
    }


def _error(problem: Mapping[str, Any]) -> InvalidActionError:
    return InvalidActionError(
        problem["place"], problem["came"], problem["expected"] or ""
    )


def _step_with_line(step: Mapping[str, Any], lines: Lines) -> Answer:
    """Return a step with the line in which it begins; ``at`` is its place in the text."""
    told = {key: one for key, one in step.items() if key != "at"}
    spot = lines.spot(step.get("at", step["place"]))
    line, column = (None, None) if spot is None else spot
    return told | {"line": line, "column": column}


def _with_line(problem: Mapping[str, Any], lines: Lines) -> Answer:
    spot = lines.spot(problem["place"])
    line, column = (None, None) if spot is None else spot
    message = problem.get("message") or str(_error(problem))
    return {**problem, "message": message, "line": line, "column": column}
