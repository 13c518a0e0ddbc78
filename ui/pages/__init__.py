"""Pages whose work is more than a list and a form."""
