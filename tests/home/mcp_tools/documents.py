"""The papers of a household, as an MCP server: ``documents.py PORT FOLDER``."""

from typing import Any, Final

from fastmcp import FastMCP
from watched import serve

PAPERS: Final = (
    {"title": "Boiler", "text": "Serviced every May by Adams Heating."},
    {"title": "Front door", "text": "The lock was changed in 2024."},
    {"title": "Insurance", "text": "Water damage is covered up to 20,000."},
)

server = FastMCP("Documents")


@server.tool(annotations={"readOnlyHint": True, "openWorldHint": False})
def search_documents(query: str, limit: int = 5) -> list[dict[str, Any]]:
    """Return the papers that have a word in their title or text."""
    word = query.lower()
    found = [
        paper for paper in PAPERS if word in f"{paper['title']} {paper['text']}".lower()
    ]
    return found[:limit]


if __name__ == "__main__":
    serve(server)
