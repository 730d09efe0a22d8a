"""The person who lives in the home: moves in once, and signs in."""

from typing import Final

from .api import Api

NAME: Final = "Robin"
USERNAME: Final = "robin"
PASSWORD: Final = "home"


def move_in(api: Api) -> None:
    """Create the owner, unless this home has one already."""
    steps = {step["step"]: step["done"] for step in api.get("/api/onboarding")}
    if steps["user"]:
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


def sign_in(api: Api) -> Api:
    """Return the address with an access token of the owner."""
    client = {"client_id": f"{api.url}/"}
    flow = api.post(
        "/auth/login_flow",
        {**client, "handler": ["homeassistant", None], "redirect_uri": f"{api.url}/"},
    )
    result = api.post(
        f"/auth/login_flow/{flow['flow_id']}",
        {**client, "username": USERNAME, "password": PASSWORD},
    )
    tokens = api.post_form(
        "/auth/token",
        {**client, "grant_type": "authorization_code", "code": result["result"]},
    )
    return api.signed(tokens["access_token"])
