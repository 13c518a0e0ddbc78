"""What is wrong or doubtful in a text, and in the figures beside it: 逻辑检查."""
