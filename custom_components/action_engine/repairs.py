"""What can be done on the repairs page."""

from typing import Any, Final, override

from homeassistant.components.repairs import (
    ConfirmRepairFlow,
    RepairsFlow,
    RepairsFlowResult,
)
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from .alert_issues import CIRCUIT
from .engine.errors import ExecutionNotFoundError
from .engine.model.notes import Verdict
from .engine.model.quoting import as_code, quoted
from .issue_facts import issue_facts
from .runtime import loaded_engine, loaded_entry

_MENU: Final = [verdict.value for verdict in Verdict]


async def async_create_fix_flow(
    _hass: HomeAssistant,
    _issue_id: str,
    data: dict[str, str | int | float | None] | None,
) -> RepairsFlow:
    """Return the flow for an issue; those that nothing can be done about want to be read."""
    if data is not None and "execution_id" in data:
        return DecisionFlow(str(data["execution_id"]), str(data.get("name")))
    if data is not None and CIRCUIT in data:
        return CircuitFlow(str(data[CIRCUIT]))
    return ConfirmRepairFlow()


class DecisionFlow(RepairsFlow):
    """Asks what an execution was of which nobody knows how far it came."""

    def __init__(self, execution_id: str, name: str) -> None:
        """Ask about one execution."""
        self._execution_id = execution_id
        self._name = name

    async def async_step_init(
        self, _user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Tell what is known, and offer the three ways out."""
        try:
            known = await describe(self.hass, self._execution_id)
        except HomeAssistantError as error:
            return self._refused(error)
        return self.async_show_menu(
            step_id="init",
            menu_options=_MENU,
            description_placeholders=issue_facts(name=self._name) | known,
        )

    async def async_step_run_again(
        self, _user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Make the call once more, and go on."""
        return await self._decide(Verdict.AGAIN)

    async def async_step_treat_as_done(
        self, _user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Go on with the step after it."""
        return await self._decide(Verdict.DONE)

    async def async_step_give_up(
        self, _user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Leave everything as it is; the execution has failed."""
        return await self._decide(Verdict.GIVE_UP)

    async def _decide(self, verdict: Verdict) -> RepairsFlowResult:
        try:
            keeper = loaded_entry(self.hass).runtime_data.keeper
            await keeper.resolve(self._execution_id, verdict)
        except HomeAssistantError as error:
            return self._refused(error)
        return self.async_create_entry(data={})

    def _refused(self, error: HomeAssistantError) -> RepairsFlowResult:
        gone = isinstance(error, ExecutionNotFoundError)
        return self.async_abort(
            reason="already_decided" if gone else "not_possible",
            description_placeholders=issue_facts(name=self._name, error=str(error)),
        )


class CircuitFlow(ConfirmRepairFlow):
    """Closes a circuit. Home Assistant shows the repairs page to administrators only."""

    def __init__(self, circuit: str) -> None:
        """Ask about one circuit."""
        self._circuit = circuit

    @override
    async def async_step_confirm(
        self, user_input: dict[str, str] | None = None
    ) -> RepairsFlowResult:
        """Tell what is known, and do it."""
        if user_input is not None:
            try:
                loaded_engine(self.hass).gate.reset_circuit(self._circuit)
            except HomeAssistantError as error:
                return self.async_abort(
                    reason="not_possible",
                    description_placeholders=issue_facts(error=str(error)),
                )
        return await super().async_step_confirm(user_input)


async def describe(hass: HomeAssistant, execution_id: str) -> dict[str, str]:
    """Return what is known of an execution, as Markdown."""
    record = loaded_engine(hass).record
    calls = await record.doubts(execution_id)
    account = await record.get(execution_id)
    return {
        "created": _clock(account["created"]),
        "reason": quoted(account["error_message"] or ""),
        "calls": "\n".join(map(_line, calls)) or "- no call was under way",
    }


def _line(call: dict[str, Any]) -> str:
    """Return one call: its step, what was asked of whom, and when."""
    targets = ", ".join(as_code(one) for one in call["targets"])
    values = ", ".join(quoted(f"{name}: {one}") for name, one in call["data"].items())
    return "".join(
        [
            f"- step {as_code(call['path'])}, {_clock(call['at'])}: ",
            as_code(call["action"] or "a call that cannot be read any more"),
            f" for {targets}" if targets else "",
            f" with {values}" if values else "",
        ]
    )


def _clock(moment: str) -> str:
    """Return a time of the journal as the home's clock shows it."""
    parsed = dt_util.parse_datetime(moment, raise_on_error=True)
    return dt_util.as_local(parsed).strftime("%Y-%m-%d %H:%M:%S")
