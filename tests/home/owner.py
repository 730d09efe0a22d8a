"""The person who lives in the home: moves in once, and signs in."""

from http import HTTPStatus
from typing import Final

from .api import Api, ApiError

NAME: Final = "Robin"
USERNAME: Final = "robin"
PASSWORD: Final = "home"


def move_in(api: Api) -> None:
    """Create the owner, unless this home has one already."""
    if not wants_owner(api):
        return
    api.post(
        "/api/onboarding/users",
        {
            "client_id": f"{api.url}/",
            "name": NAME,
            "username": USERNAME,
            "password": PASSWORD,
            "language": "en",
        },
    )


def is_answering(api: Api) -> bool:
    """Return True as soon as one can sign in here; raises OSError until then."""
    wants_owner(api)
    return True


def wants_owner(api: Api) -> bool:
    """Tell whether nobody lives here yet."""
    try:
        steps = {step["step"]: step["done"] for step in api.get("/api/onboarding")}
    except ApiError as error:
        if error.status == HTTPStatus.NOT_FOUND:
            # Home Assistant asks no more once it has stored that all is done.
            return False
        raise
    return not steps["user"]


def sign_in(api: Api, username: str = USERNAME, password: str = PASSWORD) -> Api:
    """Return the address with an access token, of the owner if nobody is named."""
    client = {"client_id": f"{api.url}/"}
    flow = api.post(
        "/auth/login_flow",
        {**client, "handler": ["homeassistant", None], "redirect_uri": f"{api.url}/"},
    )
    result = api.post(
        f"/auth/login_flow/{flow['flow_id']}",
        {**client, "username": username, "password": password},
    )
    tokens = api.post_form(
        "/auth/token",
        {**client, "grant_type": "authorization_code", "code": result["result"]},
    )
    return api.signed(tokens["access_token"])
