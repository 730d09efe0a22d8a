"""Every error that the engine raises on purpose.

    ActionEngineError (HomeAssistantError)
    ├── ActionExecutionError        an execution ended in failed
    │   ├── ServiceCallError        one service call failed and is not retried
    │   ├── RetryExhaustedError     every attempt that the policy allows was made
    │   └── CallDeniedError         the gate stopped a call of a run
    ├── ExecutionCancelledError     an execution was cancelled while somebody waited
    ├── JournalUnavailableError     the journal cannot be read or changed now
    ├── DeliveryError               a report was made, and is not where it should be
    ├── WebhookFailedError          a server was called, and nobody knows what it has done
    │   └── WebhookUnreachableError it has not done anything
    ├── ToolCallError               a tool of an LLM API failed
    │   ├── ToolUnreachableError    nobody was reached, or not in time
    │   └── ToolAnswerError         it has answered in a way that nobody can use
    ├── ToolNotFoundError           no such tool, or its server is away
    ├── AssistMissingError          Assist is not there, so nothing can stand before it
    └── RequestError (ServiceValidationError)   the caller can mend it
        ├── ActionParseError        text that cannot be read as actions
        ├── InvalidActionError      an action, option or field that is not valid
        ├── SourceNotFoundError     a script or automation that is not there
        ├── QueueFullError          no room for another execution
        ├── AlreadyRunningError     mode single, and its key is busy
        ├── CyclicRequestError      a run asks for itself, or waits for itself
        ├── EngineDisabledError     the switch is off, or the engine is stopping
        ├── RequestDeniedError      the gate does not let it through
        ├── FloodedError            too many requests in a minute
        ├── ApprovalNotFoundError   no open question with that id for this person
        ├── ApprovalRefusedError    this answer does not count
        ├── NowhereToLookError      an expectation, and no entity to look at
        ├── NothingToUndoError      nothing was done that could be undone
        ├── PolicyUnreadableError   a policy was stored in a way that nobody can read
        ├── NotRepeatableError      what it would need is not kept any more
        ├── TooManyFactsError       a policy has as many facts as it may have
        ├── WebhookNotFoundError    no endpoint with that name, or none that can be read
        ├── WebhookRefusedError     an endpoint at whose address nothing may be sent
        ├── WebhookRejectedError    the server does not want what was sent
        ├── MessageTemplateError    a template that is not there, or cannot be filled in
        └── ExecutionNotFoundError  no execution with that id, or not in that state

``code`` is stable and meant for programs. ``text`` stands word for word in the
English translation under ``exceptions.<code>``.
"""

from typing import ClassVar, Final

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

DOMAIN: Final = "action_engine"


class ActionEngineError(HomeAssistantError):
    """Base of the tree; ``placeholders`` fill the translated text."""

    code: ClassVar[str] = "unexpected"
    text: ClassVar[str] = "{error}"
    """English, for logs and summaries; the frontend shows its translation."""

    had_no_effect: ClassVar[bool] = False
    """What raised it is known to have done nothing, so that it may be tried again."""

    def __init__(self, **placeholders: object) -> None:
        """Fill the text; translations get the same facts, all of them as strings."""
        facts = {name: str(value) for name, value in placeholders.items()}
        super().__init__(
            self.text.format_map(facts),
            translation_domain=DOMAIN,
            translation_key=self.code,
            translation_placeholders=facts,
        )


class ActionExecutionError(ActionEngineError):
    """An execution failed; placeholders: ``name``, ``execution_id``, ``error``."""

    code = "execution_failed"
    text = "{name} failed: {error}"


class ServiceCallError(ActionExecutionError):
    """A call failed for good; placeholders: ``action``, ``error``."""

    code = "service_call_failed"
    text = "{action} failed: {error}"


class RetryExhaustedError(ActionExecutionError):
    """No attempt is left; placeholders: ``action``, ``attempts``, ``error``."""

    code = "retry_exhausted"
    text = "{action} failed {attempts} times: {error}"


class CallDeniedError(ActionExecutionError):
    """The gate stopped a call; placeholders: ``action``, ``error``."""

    code = "call_denied"
    text = "{action} is not allowed: {error}"


class ExecutionCancelledError(ActionEngineError):
    """Somebody cancelled it; placeholders: ``name``, ``execution_id``."""

    code = "execution_cancelled"
    text = "{name} was cancelled"


class JournalUnavailableError(ActionEngineError):
    """The database cannot be used at this time; placeholder: ``reason``."""

    code = "journal_unavailable"
    text = "The journal cannot be used at this time: {reason}"


class DeliveryError(ActionEngineError):
    """The report was made and went nowhere; placeholders: ``place``, ``reason``."""

    code = "delivery_failed"
    text = "The report could not be delivered to {place}: {reason}"


class WebhookFailedError(ActionEngineError):
    """A call outside may or may not have been done; placeholders: ``endpoint``, ``reason``."""

    code = "webhook_failed"
    text = "The webhook {endpoint} failed: {reason}"


class WebhookUnreachableError(WebhookFailedError):
    """Nothing was done there; placeholders: ``endpoint``, ``reason``."""

    code = "webhook_unreachable"
    text = "The webhook {endpoint} cannot be reached: {reason}"
    had_no_effect = True


class ToolCallError(ActionEngineError):
    """A tool failed; placeholders: ``tool``, ``api``, ``error``."""

    code = "tool_call_failed"
    text = "The tool {tool} of {api} failed: {error}"


class ToolUnreachableError(ToolCallError):
    """Nobody answered, or not in time; placeholders: ``tool``, ``api``, ``error``."""

    code = "tool_unreachable"
    text = "The tool {tool} of {api} cannot be reached: {error}"


class ToolAnswerError(ToolCallError):
    """Its answer is too large or no data; placeholders: ``tool``, ``api``, ``error``."""

    code = "tool_answer"
    text = "The tool {tool} of {api} cannot be understood: {error}"


class ToolNotFoundError(ActionEngineError):
    """There is no such tool now, it may come back; placeholders: ``name``, ``reason``."""

    code = "tool_not_found"
    text = "There is no tool {name}: {reason}"


class AssistMissingError(ActionEngineError):
    """The API that is to be supervised is not there; placeholder: ``reason``."""

    code = "assist_missing"
    text = "Assist is not there; the integration llm has to be loaded: {reason}"


class RequestError(ActionEngineError, ServiceValidationError):
    """The request cannot be accepted as it is."""


class ActionParseError(RequestError):
    """Text cannot be read; placeholders: ``place``, ``came``, ``expected``."""

    code = "parse_failed"
    text = "{place}: came {came}, expected {expected}"


class InvalidActionError(RequestError):
    """Something is not valid; placeholders: ``place``, ``came``, ``expected``."""

    code = "invalid_action"
    text = "{place}: came {came}, expected {expected}"

    def __init__(self, place: str, came: object, expected: str) -> None:
        """Name the place by its path, what stood there, and what may stand there."""
        super().__init__(place=place, came=came, expected=expected)
        self.place = place
        self.came = str(came)
        self.expected = expected


class SourceNotFoundError(RequestError):
    """There is no such script or automation; placeholder: ``entity_id``."""

    code = "source_not_found"
    text = "There is no {entity_id}"


class QueueFullError(RequestError):
    """The queue is full; placeholders: ``waiting``, ``max_queue``."""

    code = "queue_full"
    text = "The queue is full: {waiting} of {max_queue} executions are waiting"


class AlreadyRunningError(RequestError):
    """The key is busy; placeholders: ``key``, ``execution_id`` of the one that runs."""

    code = "already_running"
    text = "An execution with the key {key} is still open: {execution_id}"


class CyclicRequestError(RequestError):
    """A run asks for itself; placeholders: ``name``, ``parent``."""

    code = "cyclic_request"
    text = "{name} asks for itself, or would wait for itself, inside {parent}"


class EngineDisabledError(RequestError):
    """The engine takes no new work; placeholder: ``reason``."""

    code = "engine_disabled"
    text = "The engine takes no new work: {reason}"


class RequestDeniedError(RequestError):
    """The gate denied it; placeholders: ``name``, ``execution_id``, ``reason``."""

    code = "request_denied"
    text = "{name} is not allowed: {reason}"


class FloodedError(RequestError):
    """Too many requests; placeholder: ``name`` of the policy."""

    code = "flooded"
    text = "Too many requests under the policy {name}; wait a minute"


class ApprovalNotFoundError(RequestError):
    """No such open question; placeholder: ``approval_id``."""

    code = "approval_not_found"
    text = "There is no such open question, or it is not for you: {approval_id}"


class ApprovalRefusedError(RequestError):
    """An answer does not count; placeholder: ``reason``."""

    code = "approval_refused"
    text = "This answer does not count: {reason}"


class PolicyUnreadableError(RequestError):
    """It denies everything until it is mended; placeholders: ``name``, ``reason``."""

    code = "policy_unreadable"
    text = "The policy {name} cannot be read: {reason}"


class ExecutionNotFoundError(RequestError):
    """No such execution, or not in a fitting state; placeholder: ``execution_id``."""

    code = "execution_not_found"
    text = "There is no such execution, or it has ended: {execution_id}"


class NowhereToLookError(RequestError):
    """Nobody can see what is expected; placeholders: ``action``, ``place``."""

    code = "nowhere_to_look"
    text = "{place}: {action} has no targets to look at; expect needs an entity_id"


class NothingToUndoError(RequestError):
    """There is nothing to take back; placeholder: ``what``."""

    code = "nothing_to_undo"
    text = "Nothing was done that could be undone: {what}"


class NotRepeatableError(RequestError):
    """It cannot be done again from the record; placeholders: ``execution_id``, ``reason``."""

    code = "not_repeatable"
    text = "Execution {execution_id} cannot be done again: {reason}"


class TooManyFactsError(RequestError):
    """There is no room for another fact; placeholder: ``most``."""

    code = "too_many_facts"
    text = "No more than {most} facts are kept under one policy; forget some first"


class WebhookNotFoundError(RequestError):
    """It is not there, or not readable; placeholders: ``endpoint``, ``reason``."""

    code = "webhook_not_found"
    text = "There is no webhook {endpoint}: {reason}"


class WebhookRefusedError(RequestError):
    """Nothing was sent, nor will be; placeholders: ``endpoint``, ``reason``."""

    code = "webhook_refused"
    text = "The webhook {endpoint} is not called: {reason}"


class WebhookRejectedError(RequestError):
    """The same would be refused again; placeholders: ``endpoint``, ``reason``."""

    code = "webhook_rejected"
    text = "The webhook {endpoint} does not take it: {reason}"


class MessageTemplateError(RequestError):
    """A message cannot be made; placeholders: ``template``, ``reason``."""

    code = "message_template"
    text = "The template {template} gives no message: {reason}"
