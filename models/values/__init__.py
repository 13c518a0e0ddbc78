"""Values of the field: dates, money, codes, names and numbers, read from text and shown again."""
