"""The form of a record: its editors, what they offer, and what they do for one another."""
