"""Make it happen: the queue, the interpreter, and one verified service call."""
