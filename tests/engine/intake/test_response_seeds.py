"""The examples that the product was asked for with, word for word."""

from pathlib import Path
import re

import pytest

from custom_components.action_engine.engine.intake.responses.options import option_keys
from custom_components.action_engine.engine.intake.responses.read import read_response
from custom_components.action_engine.engine.model.request import Priority

FOLDER = Path(__file__).parent / "seed_answers"


def answer(name):
    """Return an example with its odd characters as they are."""
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "form"),
    [
        ("", "", "json"),
        ("Well:\n```json\n", "```\nDone.", "fenced"),
        ("So ", " ok", "embedded"),
    ],
)
def test_an_answer_with_an_analysis(before, after, form):
    """Both actions, with what they claim, wherever the JSON stands."""
    reading = read_response(before + answer("001_0.json") + after)
    assert reading.analysis == "Sales anomaly detected with 85% confidence"
    assert reading.formats == (form,)
    assert reading.losses == ()
    task, notice = reading.wishes
    assert task.name == "create_task"
    assert task.parameters["titulo"].startswith("Investigar anomal\u00c3")
    assert task.parameters["titulo"] in answer("001_0.json")
    assert set(task.parameters) == {"titulo", "descripcion", "prioridad"}
    assert task.claim.confidence == 0.85
    assert task.claim.reasoning == "High-impact anomaly requires investigation"
    assert task.repaired is None
    assert notice.name == "send_notification"
    assert notice.parameters["tipo"] == "warning"
    assert notice.claim.confidence == 0.9
    assert task.place.split(" ")[0].endswith("actions/0")


def test_a_definition_with_options():
    """The options stay beside the parameters, and mean keys of the engine."""
    (wish,) = read_response(answer("002_0.json")).wishes
    assert wish.name == "send_email"
    assert wish.parameters["variables"] == {
        "customer_name": "Acme Inc.",
        "renewal_date": "2023-12-31",
    }
    assert wish.options["retry_policy"] == "exponential"
    keys = option_keys(wish.options)
    assert keys.priority is Priority.HIGH
    assert keys.retry == {"multiplier": 2.0, "max_retries": 3}


@pytest.mark.parametrize(
    ("name", "action", "keys"),
    [
        ("004_0.txt", "save_user_info", ["key", "value"]),
        ("004_1.txt", "save_identity", ["identity", "category", "description"]),
        ("004_2.txt", "mark_introduction_complete", []),
        ("004_3.txt", "transition_state", ["target_state"]),
    ],
)
def test_a_tag(name, action, keys):
    """Names in capitals mean the action in small letters."""
    (wish,) = read_response(f"Of course. {answer(name)}Anything else?").wishes
    assert (wish.name, list(wish.parameters)) == (action, keys)
    assert wish.format == "tag"


REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "responses.md"
EXAMPLES = re.findall(
    r"^```(\w+)\n(.*?)^```", REFERENCE.read_text(), re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize(("word", "text"), EXAMPLES)
def test_an_example_of_the_reference(word, text):
    """What the reference shows is read, alone and between fences."""
    fences = f"```{word}\n{text}```\n"
    # Words around an object are no code that would stand between fences.
    for answer in (text, *([] if text[0].isalpha() else [fences])):
        reading = read_response(answer)
        assert reading.losses == ()
        assert len(reading.wishes) == (4 if word == "xml" else 1)
