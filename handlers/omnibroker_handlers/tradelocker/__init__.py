"""TradeLocker through its REST API.

What is odd here: rows are cells without names, which stand in a configuration; a 200 may be a refusal,
`s` decides; an instrument has one route for prices and one for orders, by account; every order opens a
position of its own, and closing one is another call, which answers without an id; quantities are lots.
"""
