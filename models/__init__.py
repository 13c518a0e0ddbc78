"""What is kept and what it means: records, store, figures, sheets and backups."""
