"""Verified copies of the office file, and the way back."""
