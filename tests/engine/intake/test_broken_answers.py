"""What models get wrong: mended where that is certain, else left out and reported."""

import pytest

from custom_components.action_engine.engine.intake.responses.read import read_response
from tests.engine.intake.broken_answers.cases import CASES, MENDED


@pytest.mark.parametrize(
    ("text", "wishes", "reasons"),
    [case[1:] for case in CASES],
    ids=[c[0] for c in CASES],
)
def test_a_broken_answer(text, wishes, reasons):
    """Exactly what is whole is wished for, and each other piece is one loss."""
    reading = read_response(text)
    assert [
        wish.actions or (wish.name, dict(wish.parameters)) for wish in reading.wishes
    ] == wishes
    assert len(reading.losses) == len(reasons), reading.losses
    for loss, reason in zip(reading.losses, reasons, strict=True):
        assert reason in f"{loss.reason} {loss.expected} {loss.place}"
        assert "line " in loss.place
        assert loss.text
        assert len(loss.text) <= 200


@pytest.mark.parametrize(
    "text", [case[1] for case in MENDED[:12] if "list" not in case[0]]
)
def test_what_was_mended_is_shown(text):
    """A wish says what it was, and what was made of it."""
    (wish,) = read_response(text).wishes
    assert wish.repaired.was in text
    assert wish.repaired.made.startswith('{"action_type": "a"')


def test_the_corpus_is_large():
    """At least sixty answers, each of them once."""
    assert len({text for _, text, *_ in CASES}) >= 60
