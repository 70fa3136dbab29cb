"""Futu through the REST gateway that speaks for OpenD.

What is odd here: words are numbers, and the same market has four of them; 0 is the simulated environment and
1 the real one; a refusal comes with status 200; an account is asked market by market; what the broker
answers to an order is an id and nothing else; a digit too many in a price would be cut off silently.
"""
