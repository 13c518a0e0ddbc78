"""Taking Excel lists in: the dialog, and what the clerk corrects in it."""
