"""What `python tools/reliability.py` is made of: the rows, how each is shown, what is measured, the page."""
