"""What has been found so far, and the limits of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from ...errors import InvalidActionError
from ...model.claim import NO_CLAIM, Claim
from ...model.response import Loss, Reading, Wish
from ..wording import shortened
from .ground import Ground, Path
from .page import Allowance, Page
from .tree import Problem
from .whole import check_whole

MAX_WISHES: Final = 100
MAX_LOSSES: Final = 200
"""More are counted and no longer told one by one."""

_MAX_TEXT: Final = 200


class Findings:
    """The wishes and losses of one answer, in order."""

    def __init__(self, shapes: frozenset[str]) -> None:
        """Begin with nothing; ``shapes`` are the shapes of data that count."""
        self.shapes = shapes
        self.wishes: list[Wish] = []
        self.losses: list[Loss] = []
        self.analysis: list[str] = []
        self.allowance = Allowance()
        self.untold = 0
        self.format: str | None = None
        """The format around what is being read, if there is one."""

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """Give wishes the name of the format around them, unless they have one."""
        before = self.format
        self.format = before or name
        yield
        self.format = before

    @property
    def count(self) -> int:
        """Count all that was found, kept or lost."""
        return len(self.wishes) + len(self.losses) + self.untold

    def wish(  # noqa: PLR0913 - the parts of a wish
        self,
        ground: Ground,
        path: Path,
        shape: str,
        *,
        name: str | None = None,
        parameters: Mapping[str, Any] | None = None,
        actions: list[Any] | None = None,
        options: Mapping[str, Any] | None = None,
        claim: Claim = NO_CLAIM,
        call_id: str | None = None,
    ) -> None:
        """Keep a wish, if all that it says is whole and within the limits."""
        if len(self.wishes) >= MAX_WISHES:
            self.lose(ground, path, "one more wish", f"at most {MAX_WISHES}")
            return
        try:
            check_whole(parameters or {})
            check_whole(actions or [])
        except InvalidActionError as error:
            self.lose(ground, path, f"{error.place}: {error.came}", error.expected)
            return
        self.wishes.append(
            Wish(
                place=ground.place(*path),
                format=self.format or shape,
                name=name,
                parameters=parameters or {},
                actions=actions,
                options=options or {},
                claim=claim,
                repaired=ground.repair_of(path),
                call_id=call_id,
            )
        )

    def lose(self, ground: Ground, path: Path, reason: str, expected: str) -> None:
        """Report a part of what was read that is no wish."""
        self._lose(ground.place(*path), ground.text(*path), reason, expected)

    def lose_broken(self, ground: Ground, path: Path, problem: Problem) -> None:
        """Report a part that could not be read, with where it breaks."""
        reason = problem.came
        if ground.page is not None:
            reason = f"{reason} at {ground.page.where(problem.index)}"
        self.lose(ground, path, reason, problem.expected)

    def lose_text(
        self, page: Page, span: tuple[int, int], what: str, reason: str, expected: str
    ) -> None:
        """Report a piece of text that no data could be made of."""
        start, end = span
        text = page.text[start : min(end, start + 2 * _MAX_TEXT)]
        self._lose(f"{what} ({page.where(start)})", text, reason, expected)

    def lose_all(self, value: str, reason: str, expected: str) -> None:
        """Report that nothing at all was read."""
        self._lose("response", value, reason, expected)

    def _lose(self, place: str, text: str, reason: str, expected: str) -> None:
        if len(self.losses) >= MAX_LOSSES:
            self.untold += 1
            return
        self.losses.append(
            Loss(
                place=place,
                text=shortened(text, _MAX_TEXT),
                reason=shortened(reason, _MAX_TEXT),
                expected=expected,
            )
        )

    def reading(self) -> Reading:
        """Close the book."""
        losses = self.losses
        if self.untold:
            more = Loss(
                place="response",
                text="",
                reason=f"{self.untold} more losses",
                expected=f"at most {MAX_LOSSES}",
            )
            losses = [*losses, more]
        return Reading(
            formats=tuple(dict.fromkeys(wish.format for wish in self.wishes)),
            analysis="\n".join(self.analysis) or None,
            wishes=tuple(self.wishes),
            losses=tuple(losses),
        )
