"""A list of records on the screen: what it shows, narrows, remembers and does."""
