"""Where the journal, the audit chain, limits and halts are kept: SQLite, or PostgreSQL with the same tables."""
