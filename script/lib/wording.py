"""How a run reads on a terminal: one line for each thing that happened.

     1.02  retry     1/parallel/2/sequence/0  Warm up the coffee machine  attempt 1: …

Seconds since the start, what happened, the step's path, its name, and the details.
"""

from collections.abc import Mapping
from typing import Any, Final

PATH_WIDTH: Final = 26
NAME_WIDTH: Final = 30
LABEL_WIDTH: Final = 8

COLOURS: Final[Mapping[str, str]] = {
    "ok": "32",
    "begin": "2",
    "skipped": "2",
    "stop": "36",
    "wait": "36",
    "retry": "33",
    "fallback": "33",
    "failed": "31",
}
LABELS: Final[Mapping[str, str]] = {
    "succeeded": "ok",
    "attempt_failed": "retry",
    "waiting": "wait",
    "failed": "failed",
    "skipped": "skipped",
    "fallback": "fallback",
    "stopped": "stop",
}
VERIFIED: Final[Mapping[bool, str]] = {
    True: "every call was seen to have its effect",
    False: "not every call could be seen to have its effect",
}
BLOCKS: Final = frozenset({"parallel", "sequence", "choose", "if", "repeat", "try"})
"""Steps that are shown when they begin, above those that they hold."""


class Wording:
    """Turns events of the live feed and the summary into lines."""

    def __init__(self, *, colour: bool) -> None:
        """Use colour on a terminal, never in a file."""
        self._colour = colour

    def heading(self) -> str:
        """Return the line above the steps."""
        return self.paint(
            "begin",
            f"{'s':>6}  {'':{LABEL_WIDTH}}  {'path':{PATH_WIDTH}}  "
            f"{'step':{NAME_WIDTH}}  details",
        )

    def step(self, event: Mapping[str, Any], seconds: float) -> str | None:
        """Return the line for an event of a step, None for one that tells nothing new."""
        label = _label(event)
        if label is None:
            return None
        name = event.get("alias") or event["action"]
        line: str = (
            f"{seconds:6.2f}  {self.paint(label, f'{label:{LABEL_WIDTH}}')}  "
            f"{_fit(event['path'], PATH_WIDTH)}  {_fit(name, NAME_WIDTH)}  "
            f"{'; '.join(_details(event))}"
        )
        return line.rstrip()

    def summary(self, summary: Mapping[str, Any]) -> list[str]:
        """Return the lines that account for a whole run."""
        times = summary["times"]
        label = "ok" if summary["success"] else "failed"
        rows = {
            "state": self.paint(label, summary["state"]),
            "verified": VERIFIED[summary["verified"]],
            "counts": ", ".join(f"{k} {n}" for k, n in summary["counts"].items()),
            "time": f"{times['run']:.2f} s, and {times['queued']:.2f} s in the queue",
            **summary["responses"],
        }
        if error := summary.get("error"):
            rows["error"] = error["message"]
        lines = [f"{name:{LABEL_WIDTH}}  {value}" for name, value in rows.items()]
        trouble = [self._trouble(it) for it in summary["steps"] if it.get("failures")]
        return [*lines, "", *trouble, "", summary["final_answer"]]

    def _trouble(self, step: Mapping[str, Any]) -> str:
        """Return the line for a step that did not succeed at once."""
        label = LABELS[step["status"]]
        errors = dict.fromkeys(failure["error"] for failure in step["failures"])
        name = step.get("alias") or step["action"]
        return (
            f"{self.paint(label, f'{label:{LABEL_WIDTH}}')}  {_fit(name, NAME_WIDTH)}  "
            f"{step['attempts']} attempts; {'; '.join(errors)}"
        )

    def paint(self, label: str, text: str) -> str:
        """Return the text in the colour of a label."""
        if not self._colour or label not in COLOURS:
            return text
        return f"\033[{COLOURS[label]}m{text}\033[0m"


def _label(event: Mapping[str, Any]) -> str | None:
    is_block, status = event["action"] in BLOCKS, str(event["status"])
    if status == "started":
        return "begin" if is_block else None
    if is_block and status == "succeeded":
        return None
    return LABELS.get(status, status)


def _details(event: Mapping[str, Any]) -> list[str]:
    if event["status"] == "attempt_failed":
        delay = event.get("delay")
        again = "no more attempts" if delay is None else f"again in {delay:.1f} s"
        return [f"attempt {event['attempt']}: {event['error']}", again]
    if error := event.get("error"):
        return [str(error)]
    return [*_targets(event), *_expectation(event), *_effort(event)]


def _targets(event: Mapping[str, Any]) -> list[str]:
    return [", ".join(targets)] if (targets := event.get("targets")) else []


def _expectation(event: Mapping[str, Any]) -> list[str]:
    if not (expected := event.get("expected")):
        return []
    is_seen = event["status"] != "waiting" and event.get("seen")
    return [f"{'seen' if is_seen else 'expecting'} {expected}"]


def _effort(event: Mapping[str, Any]) -> list[str]:
    attempt = event.get("attempt") or 1
    is_over = attempt > 1 and event["status"] != "waiting"
    return [f"at attempt {attempt}"] if is_over else []


def _fit(text: str, width: int) -> str:
    """Return a text of exactly this width; what is too long loses its middle."""
    if len(text) <= width:
        return text.ljust(width)
    tail = width // 2
    return f"{text[: width - tail - 1]}…{text[-tail:]}"
