"""Papers that come out every month, quarter and half-year, the chronicle and the bulletin."""
