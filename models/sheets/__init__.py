"""Excel and CSV lists on their way in."""
