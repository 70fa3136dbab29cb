"""What a key and an account may do at most, counted and refused before the wire; and the kill switch."""
