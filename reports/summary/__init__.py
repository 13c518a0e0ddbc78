"""The annual work summary: clauses are functions from facts to text with figures in it."""
