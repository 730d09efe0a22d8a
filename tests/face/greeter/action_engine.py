"""What the integration offers to Action Engine."""


async def async_get_actions(hass):
    """Return the named actions: mappings with a name, fields, and steps."""
    return [
        {
            "name": "greet",
            "title": "Greet somebody",
            "description": "Says hello.",
            "category": "communication",
            "fields": {"whom": {"selector": {"text": {}}, "required": True}},
            "impact": "low",
            "rollback": {"supported": "no", "why": "a greeting cannot be taken back"},
            "sequence": [
                {
                    "tool": "greeter.greet",
                    "data": {"whom": "${{whom}}"},
                    "response_variable": "result",
                }
            ],
        },
        {"name": "create_task", "sequence": [{"tool": "greeter.greet"}]},
        {"name": "broken", "sequence": []},
        "no mapping",
    ]
