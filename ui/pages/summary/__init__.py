"""The annual summary on the screen."""
