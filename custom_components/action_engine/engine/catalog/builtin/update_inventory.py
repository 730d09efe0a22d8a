"""Sets a stock that a number of Home Assistant keeps."""

from typing import Final

from ...model.impact import Reversible, Risk
from ...model.named_action import Field, NamedAction, Rollback
from .steps import RawStep, by_domain, computed, failure, tool

_DOMAINS: Final = ("number", "input_number", "counter")
_VALUE: Final = "value"
_NUMBER: Final = {"number": {"mode": "box", "step": "any"}}


def _set(domain: str) -> RawStep:
    data = {"entity_id": "${{entity}}", "value": f"${{{{{_VALUE}}}}}"}
    return tool(f"{domain}.set_value", data)


UPDATE_INVENTORY: Final = NamedAction(
    name="update_inventory",
    title="Update a stock",
    description="Sets how much there is of something, or how much more or less.",
    category="inventory",
    fields={
        "entity": Field(
            selector={"entity": {"domain": list(_DOMAINS)}},
            required=True,
            name="Stock",
            description="The number or counter that holds the stock",
            example="input_number.coffee_beans",
            aliases=("entity_id", "product", "producto", "item"),
        ),
        "amount": Field(
            selector=_NUMBER,
            name="Amount",
            description="How much there is from now on",
            example=12,
            aliases=("quantity", "cantidad", "stock"),
        ),
        "change": Field(
            selector=_NUMBER,
            name="Change",
            description="How much is added; a negative number is taken away",
            example=-1,
            aliases=("delta", "cambio", "adjustment"),
        ),
    },
    either=(("amount", "change"),),
    impact=Risk.HIGH,
    rollback=Rollback(
        supported=Reversible.YES,
        why="the number is set back, unless it was changed since",
    ),
    inner=(_VALUE,),
    sequence=(
        # A number that is not known ends it here: nothing is added to nothing.
        computed(
            _VALUE,
            "amount | float if amount is not none else states(entity) | float + change"
            " | float",
        ),
        by_domain(
            "entity",
            {domain: [_set(domain)] for domain in _DOMAINS},
            [failure("Only a number, an input_number or a counter keeps a stock")],
        ),
    ),
)
