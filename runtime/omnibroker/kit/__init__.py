"""All that a handler may import from the runtime: errors, outcomes, exact numbers, tables, instrument keys."""
