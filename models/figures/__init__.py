"""Every number the township reports, with the records behind it."""
