"""From a validated call to the right cell: which account, which broker, what must be checked before."""
