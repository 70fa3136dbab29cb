"""Interactive Brokers through the Client Portal Web API.

What is odd here: contracts are numbers (conids) that must be looked up; an order may be answered by a
question; a 200 may carry an error; quantities and prices come as integers, numbers or text; `price` of
a stop order is its trigger; nothing in an answer is guaranteed to be there.
"""
