"""The named actions that are always there, one file each.

Their steps are fixed. What a caller gives gets into them as the value of a variable and
never as a part of a template: what a language model writes stays a text. Templates only
decide and count.
"""

from typing import Final

from ..version import versioned
from .call_webhook import CALL_WEBHOOK
from .create_task import CREATE_TASK
from .generate_report import GENERATE_REPORT
from .mark_introduction_complete import MARK_INTRODUCTION_COMPLETE
from .save_identity import SAVE_IDENTITY
from .save_user_info import SAVE_USER_INFO
from .send_email import SEND_EMAIL
from .send_notification import SEND_NOTIFICATION
from .start_workflow import START_WORKFLOW
from .stop_workflow import STOP_WORKFLOW
from .transition_state import TRANSITION_STATE
from .update_inventory import UPDATE_INVENTORY

BUILTINS: Final = tuple(
    versioned(action)
    for action in (
        CREATE_TASK,
        SEND_NOTIFICATION,
        SEND_EMAIL,
        UPDATE_INVENTORY,
        GENERATE_REPORT,
        CALL_WEBHOOK,
        START_WORKFLOW,
        STOP_WORKFLOW,
        SAVE_USER_INFO,
        SAVE_IDENTITY,
        MARK_INTRODUCTION_COMPLETE,
        TRANSITION_STATE,
    )
)
