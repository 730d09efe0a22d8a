"""Named actions: which there are, what they take, and what they come to."""
