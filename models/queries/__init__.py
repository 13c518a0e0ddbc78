"""What the clerk asks of a list: several conditions, in her words."""
