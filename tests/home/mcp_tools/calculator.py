"""A calculator as an MCP server: ``calculator.py PORT FOLDER``. All numbers are floats."""

import math

from fastmcp import FastMCP
from watched import serve

server = FastMCP("Calculator")
pure = server.tool(
    annotations={
        "readOnlyHint": True,
        "destructiveHint": False,
        "idempotentHint": True,
        "openWorldHint": False,
    }
)


@pure
def add(a: float, b: float) -> float:
    """Add two numbers."""
    return a + b


@pure
def subtract(a: float, b: float) -> float:
    """Subtract the second number from the first."""
    return a - b


@pure
def multiply(a: float, b: float) -> float:
    """Multiply two numbers."""
    return a * b


@pure
def divide(a: float, b: float) -> float:
    """Divide the first number by the second."""
    if b == 0:
        message = "Nothing can be divided by zero"
        raise ValueError(message)
    return a / b


@pure
def power(base: float, exponent: float) -> float:
    """Raise a number to a power."""
    return float(base**exponent)


@pure
def square(n: float) -> float:
    """Square a number."""
    return n * n


@pure
def sqrt(n: float) -> float:
    """Return the square root of a number."""
    return math.sqrt(n)


@pure
def factorial(n: int) -> float:
    """Return the factorial of a whole number up to 170."""
    return float(math.factorial(n))


@pure
def sine(angle: float) -> float:
    """Return the sine of an angle in radians."""
    return math.sin(angle)


@pure
def cosine(angle: float) -> float:
    """Return the cosine of an angle in radians."""
    return math.cos(angle)


@pure
def tangent(angle: float) -> float:
    """Return the tangent of an angle in radians."""
    return math.tan(angle)


@pure
def log(n: float, base: float = math.e) -> float:
    """Return a logarithm, the natural one without a base."""
    return math.log(n, base)


@pure
def exp(n: float) -> float:
    """Return e to the power of a number."""
    return math.exp(n)


@pure
def modulo(a: float, b: float) -> float:
    """Return what is left of a division."""
    return a % b


@pure
def absolute(n: float) -> float:
    """Return a number without its sign."""
    return abs(n)


@pure
def minimum(numbers: list[float]) -> float:
    """Return the least of some numbers."""
    return min(numbers)


@pure
def maximum(numbers: list[float]) -> float:
    """Return the largest of some numbers."""
    return max(numbers)


if __name__ == "__main__":
    serve(server)
