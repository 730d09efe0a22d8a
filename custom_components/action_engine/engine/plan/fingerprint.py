"""What tells one plan from another: its source, byte for byte."""

from collections.abc import Hashable

import orjson

from ..model.draft import Draft


def fingerprint(draft: Draft) -> Hashable:
    """Return the key under which the plan of a draft is kept.

    None if the actions hold something that JSON would write like something else, such
    as a date or a number as a key: a plan that cannot be told from another one must
    not be shared.
    """
    try:
        return orjson.dumps(
            (draft.actions, draft.variables), option=orjson.OPT_PASSTHROUGH_DATETIME
        )
    except TypeError:
        return None
