"""A web that consists of three pages, as an MCP server: ``web.py PORT FOLDER``."""

from typing import Final

from fastmcp import FastMCP
from watched import serve

PAGES: Final = {
    "https://home.example/heating": "The boiler wants to be serviced in May.",
    "https://home.example/garden": "Water the tomatoes in the evening.",
    "https://home.example/recipes": "Tomatoes and basil make a soup.",
}

server = FastMCP("Web tools")
reading = server.tool(annotations={"readOnlyHint": True, "openWorldHint": True})


@reading
def search_web(query: str) -> list[str]:
    """Return the addresses of pages that have a word in them."""
    return [url for url, text in PAGES.items() if query.lower() in text.lower()]


@reading
def fetch_page(url: str) -> str:
    """Return the text of a page."""
    if url not in PAGES:
        message = f"There is no page {url}"
        raise ValueError(message)
    return PAGES[url]


if __name__ == "__main__":
    serve(server)
