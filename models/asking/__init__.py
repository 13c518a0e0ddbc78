"""What is asked of the store beside records: numbers, row numbers, sums, rows of a span."""
