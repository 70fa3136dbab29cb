"""Who asked for what, and what became of it: a chain of sealed records that nobody edits unseen."""
