"""What was asked, in any shape, becomes a plain list of actions."""
