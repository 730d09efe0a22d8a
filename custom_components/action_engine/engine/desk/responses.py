"""Answers of language models: read, and each wish in them brought before the gate."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from typing import Any

from ..archive.past import PastExecution
from ..errors import RequestError
from ..intake.responses.options import option_keys
from ..model.approval import Approval
from ..model.claim import Claim
from ..model.request import Request
from ..model.response import ANSWER, Loss, Reading, Wish
from ..model.sender import Sender
from ..model.verdict import Verdict
from ..run.execution import Execution
from .records import Outcome, of_error, of_execution, of_verdict

type Run = Callable[[Request], Awaitable[Execution | PastExecution]]
type Assess = Callable[[Request], Awaitable[Verdict]]
type QuestionAbout = Callable[[str], Approval | None]
type Answer = dict[str, Any]


class Responses:
    """Has the wishes of language models judged, and done if they may be."""

    def __init__(self, run: Run, assess: Assess, question: QuestionAbout) -> None:
        """``question`` returns the open question about an execution."""
        self._run = run
        self._assess = assess
        self._question = question

    async def process(
        self, reading: Reading, sender: Sender, *, dry_run: bool = False
    ) -> Answer:
        """Return one record for each wish and each loss, in the order of the text.

        Wishes are done one after the other, as they are written. One that fails, is
        held or denied does not keep others back: each was asked for by itself.
        """
        records = [
            await self.grant(wish, sender, dry_run=dry_run) for wish in reading.wishes
        ]
        rejected = [lost(one) for one in reading.losses]
        counts = Counter(one["outcome"] for one in (*records, *rejected))
        return {
            "formats": list(reading.formats),
            "analysis": reading.analysis,
            "dry_run": dry_run,
            "actions": records,
            "rejected": rejected,
            "counts": dict(counts),
        }

    async def grant(self, wish: Wish, sender: Sender, *, dry_run: bool) -> Answer:
        """Return what became of one wish."""
        told = _described(wish)
        try:
            request = request_of(wish, sender)
            if dry_run:
                verdict = await self._assess(request)
                return told | of_verdict(verdict.as_dict())
            execution = await self._run(request)
        except RequestError as error:
            return told | of_error(error)
        return told | of_execution(execution, self._question(execution.id))


def request_of(wish: Wish, sender: Sender) -> Request:
    """Return what a wish asks of the engine."""
    keys = option_keys(wish.options)
    more: dict[str, Any] = {"claim": _claim(wish, sender.claim)}
    if keys.priority is not None:
        more["priority"] = keys.priority
    if keys.retry is not None:
        more["retry"] = keys.retry
    return sender.request(_actions(wish), wish.name or "Actions", **more)


def _actions(wish: Wish) -> list[Any]:
    if wish.actions is not None:
        return wish.actions
    step = {"tool": wish.name, "data": dict(wish.parameters)}
    return [step | {"response_variable": ANSWER}]


def _claim(wish: Wish, sent: Claim) -> Claim:
    """Return what is claimed of one wish; what whoever sends it says goes for all."""
    own = {key: one for key, one in asdict(wish.claim).items() if one is not None}
    confidences = [
        one for one in (wish.claim.confidence, sent.confidence) if one is not None
    ]
    if confidences:
        # Of two claims the one that earns less trust.
        own["confidence"] = min(confidences)
    if wish.repaired is not None:
        own["repaired"] = f"{wish.repaired.was} → {wish.repaired.made}"
    return replace(sent, **own)


def _described(wish: Wish) -> dict[str, Any]:
    told = {
        "place": wish.place,
        "format": wish.format,
        "action": wish.name or "actions",
        "parameters": dict(wish.parameters) or None,
        "confidence": wish.claim.confidence,
        "reasoning": wish.claim.reasoning,
        "call_id": wish.call_id,
        "repaired": None if wish.repaired is None else asdict(wish.repaired),
    }
    return {key: value for key, value in told.items() if value is not None}


def lost(loss: Loss) -> dict[str, Any]:
    """Return what became of what could not be read."""
    return {
        "outcome": Outcome.REJECTED.value,
        "place": loss.place,
        "text": loss.text,
        "error": loss.reason,
        "expected": loss.expected,
    }
