"""The lists that offices keep: which records they fill, and how their rows are to be understood."""
