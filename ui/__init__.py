"""What is seen: the window, its pages and dialogs; the only place that knows Qt."""
