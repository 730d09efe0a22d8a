"""Each format on its own, several in one text, and formats that others add."""

import pytest

from custom_components.action_engine.engine.errors import InvalidActionError
from custom_components.action_engine.engine.intake.responses.formats import (
    Format,
    register_format,
)
from custom_components.action_engine.engine.intake.responses.ground import Ground
from custom_components.action_engine.engine.intake.responses.read import read_response

X1 = [("f", {"x": 1})]
STEP = {"action": "light.turn_on", "target": {"entity_id": "light.a"}}


def named(reading):
    """Return name and parameters of each wish; nothing may have been lost."""
    assert reading.losses == ()
    return [(wish.name, dict(wish.parameters)) for wish in reading.wishes]


@pytest.mark.parametrize(
    "answer",
    [
        {
            "tool_calls": [
                {
                    "id": "c",
                    "type": "function",
                    "function": {"name": "f", "arguments": '{"x": 1}'},
                }
            ]
        },
        {
            "choices": [
                {
                    "message": {
                        "role": "assistant",
                        "content": None,
                        "tool_calls": [
                            {
                                "id": "c",
                                "function": {"name": "f", "arguments": '{"x": 1}'},
                            }
                        ],
                    }
                }
            ]
        },
        {
            "output": [
                {"type": "reasoning", "summary": []},
                {
                    "type": "function_call",
                    "call_id": "c",
                    "name": "f",
                    "arguments": '{"x": 1}',
                },
            ]
        },
        {
            "role": "assistant",
            "content": [
                {"type": "text", "text": "hm"},
                {"type": "tool_use", "id": "c", "name": "f", "input": {"x": 1}},
            ],
        },
        {
            "candidates": [
                {
                    "content": {
                        "parts": [
                            {"functionCall": {"id": "c", "name": "f", "args": {"x": 1}}}
                        ]
                    }
                }
            ]
        },
        {
            "message": {
                "role": "assistant",
                "content": "",
                "tool_calls": [
                    {"id": "c", "function": {"name": "f", "arguments": {"x": 1}}}
                ],
            }
        },
        [{"id": "c", "function": {"name": "f", "arguments": '{"x": 1}'}}],
        [{"id": "c", "name": "f", "arguments": {"x": 1}}],
        {"type": "tool_use", "id": "c", "name": "f", "input": {"x": 1}},
        {"id": "c", "functionCall": {"name": "f", "args": {"x": 1}}},
    ],
)
def test_tool_calls(answer):
    """Calls of every interface are found, as data, with the id that waits for them."""
    reading = read_response(answer)
    assert named(reading) == X1
    assert reading.formats == ("tool_calls",)
    assert reading.wishes[0].call_id == "c"


@pytest.mark.parametrize("form", ["auto", "tool_calls"])
def test_tool_calls_as_text(form):
    """The same calls are read from JSON, arguments in JSON within JSON among them."""
    text = '{"tool_calls": [{"id": "c", "function": {"name": "f", "arguments": "{\\"x\\": 1}"}}]}'
    assert named(read_response(text, format=form)) == X1


def test_arguments_that_are_cut_off():
    """A call whose arguments are not whole is lost, the others are not."""
    calls = [
        {"function": {"name": "f", "arguments": text}}
        for text in ('{"x": 1', "", '{"x": 1} 2', "[]", '{"x": 1}')
    ]
    reading = read_response({"tool_calls": calls})
    assert [(wish.name, wish.parameters) for wish in reading.wishes] == X1
    assert [loss.place.split(" ")[0] for loss in reading.losses] == [
        "tool_calls/0/arguments",
        *(f"tool_calls/{index}" for index in (1, 2, 3)),
    ]


def test_words_beside_calls():
    """Calls count; what the words around them tell of actions is reported."""
    reading = read_response(
        {
            "content": [
                {"type": "text", "text": "I will [ACTION:G]{}[/ACTION]"},
                {"type": "tool_use", "id": "c", "name": "f", "input": {"x": 1}},
            ]
        }
    )
    assert [wish.name for wish in reading.wishes] == ["f"]
    assert [loss.reason for loss in reading.losses] == [
        "something like an action beside calls"
    ]


def test_words_without_calls():
    """The words of an answer are read as text."""
    answer = {
        "choices": [
            {
                "message": {
                    "role": "assistant",
                    "content": 'Ok [ACTION:F]{"x": 1}[/ACTION]',
                }
            }
        ]
    }
    reading = read_response(answer)
    assert named(reading) == X1
    assert reading.analysis == "Ok"


def test_only_one_of_several_answers():
    """Alternatives are not done one after the other."""
    message = {
        "message": {"tool_calls": [{"function": {"name": "f", "arguments": {"x": 1}}}]}
    }
    reading = read_response({"choices": [message, message]})
    assert len(reading.wishes) == 1
    assert [loss.reason for loss in reading.losses] == ["another answer"]


@pytest.mark.parametrize(
    "text",
    [
        '<action name="f"><param name="x">1</param></action>',
        '<action name="f"><x>1</x></action>',
        "<action><type>f</type><parameters><x>1</x></parameters></action>",
        '<action><type>f</type><parameters>{"x": 1}</parameters></action>',
        '<action type="f">{"x": 1}</action>',
        '<invoke name="f"><parameter name="x">1</parameter></invoke>',
        '<function_calls>\n<invoke name="f">\n<parameter name="x">1</parameter>\n</invoke>\n</function_calls>',
        '<tool_call>\n{"name": "f", "arguments": {"x": 1}}\n</tool_call>',
    ],
)
def test_xml(text):
    """Elements of every kind, alone and among words."""
    assert named(read_response(text)) == X1
    reading = read_response(f"One < two & {text} so", format="xml")
    assert named(reading) == X1
    assert reading.formats == ("xml",)


def test_what_xml_says_of_itself():
    """Confidence and reasoning are claims, and texts are texts."""
    (wish,) = read_response(
        '<action name="f"><confidence>0.5</confidence><reasoning>why</reasoning>'
        "<a>Tom &amp; <![CDATA[<b>]]></a><b>on</b><c>[1, 2]</c></action>"
    ).wishes
    assert (wish.claim.confidence, wish.claim.reasoning) == (0.5, "why")
    assert wish.parameters == {"a": "Tom & <b>", "b": "on", "c": [1, 2]}


@pytest.mark.parametrize("key", ["parameters", "params", "data", "arguments"])
@pytest.mark.parametrize("name", ["action_type", "action", "name"])
def test_the_keys_of_json(name, key):
    """Every spelling of name and parameters means the same."""
    answer = {"actions": [{name: "f", key: {"x": 1}}]}
    assert named(read_response(answer)) == X1


@pytest.mark.parametrize(
    "text",
    [
        "actions:\n  - action: light.turn_on\n    target: {entity_id: light.a}\n",
        "- action: light.turn_on\n  target:\n    entity_id: light.a\n",
        "action: light.turn_on\ntarget:\n  entity_id: light.a\n",
        '{"actions": [{"action": "light.turn_on", "target": {"entity_id": "light.a"}}]}',
        '[{"action": "light.turn_on", "target": {"entity_id": "light.a"}}]',
    ],
)
@pytest.mark.parametrize("form", ["auto", "actions"])
def test_native_actions(text, form):
    """Actions of Home Assistant are given on as they are."""
    reading = read_response(text, format=form)
    assert reading.losses == ()
    (wish,) = reading.wishes
    assert wish.actions == [STEP]
    assert wish.format == "actions"


def test_a_sequence_is_one_wish():
    """Native actions belong together, and the least that one claims counts for all."""
    (wish,) = read_response(
        {
            "actions": [
                {**STEP, "confidence": 0.9},
                {"delay": 5},
                {**STEP, "confidence": 0.4},
            ]
        }
    ).wishes
    assert wish.actions == [STEP, {"delay": 5}, STEP]
    assert wish.claim.confidence == 0.4


def test_several_formats_in_one_text():
    """Each piece is read once, by one format, in the order of the text."""
    text = (
        'First {"action_type": "a"} then [ACTION:B]{"t": "<action name=\\"no\\"/>"}[/ACTION]\n'
        '```json\n[{"action_type": "c", "parameters": {"t": "[ACTION:NO]{}[/ACTION]"}}]\n```\n'
        '<invoke name="d"><parameter name="t">{"action_type": "no"}</parameter></invoke>\n'
        "~~~yaml\naction_type: e\n~~~\nThat is all."
    )
    reading = read_response(text)
    assert reading.losses == ()
    assert [wish.name for wish in reading.wishes] == list("abcde")
    assert reading.formats == ("embedded", "tag", "fenced", "xml")
    assert reading.analysis == "First\nthen\nThat is all."
    lines = [wish.place.partition("(")[2].partition(",")[0] for wish in reading.wishes]
    assert lines == ["line 1", "line 1", "line 3", "line 5", "line 7"]


@pytest.mark.parametrize(
    "text", ["", "Hello.", "{name} and {x: of it}", "[1, 2]", '{"t": 21}']
)
def test_an_answer_without_wishes(text):
    """Whoever wants nothing done loses nothing."""
    reading = read_response(text)
    assert (reading.wishes, reading.losses) == ((), ())


def test_a_format_that_is_asked_for():
    """No other format is read, and an answer that is nothing of it is a loss."""
    text = 'a {"action_type": "a"} [ACTION:B]{}[/ACTION]'
    assert [wish.name for wish in read_response(text, format="tag").wishes] == ["b"]
    (loss,) = read_response("Hello.", format="json").losses
    assert loss.expected == "the format json"


def test_a_format_that_is_not_there():
    """The caller hears which formats there are."""
    with pytest.raises(InvalidActionError, match="auto, embedded"):
        read_response("", format="toml")


def test_a_format_of_somebody_else():
    """It is asked before the others, and gone when it was taken away."""

    def read(page, start, found):
        end = page.text.index(";", start)
        ground = Ground(data={}, page=page, start=start)
        found.wish(ground, (), "shout", name=page.text[start + 1 : end])
        return end + 1

    def seek(page, start):
        at = page.text.find("!", start)
        return None if at < 0 else at

    remove = register_format("shout", Format(seek=seek, read=read))
    try:
        reading = read_response('now !stop; {"action_type": "a"}')
        with pytest.raises(ValueError, match="shout"):
            register_format("shout", Format(seek=seek, read=read))
    finally:
        remove()
    assert [(wish.name, wish.format) for wish in reading.wishes] == [
        ("stop", "shout"),
        ("a", "embedded"),
    ]
    assert read_response("now !stop;").wishes == ()
