"""The parts of the preview of an import: its rows, and one of them side by side."""
