"""Tiger Brokers through the Tiger Open API.

What is odd here: an instrument has no id, it is named by its parts; quantities are scaled integers; an
order has a global id and a number that is drawn first; a code decides what an answer means; a change
repeats the whole order; fills can be asked for by order or symbol only; numbers that are not known are
left out, infinite or absurdly large.
"""
