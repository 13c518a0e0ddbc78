"""What is seen: the window, its pages and dialogs, and what is typed behind the program's name; only here is Qt."""
