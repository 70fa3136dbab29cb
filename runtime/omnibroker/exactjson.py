"""JSON with exact numbers: a number with a point is a Decimal on the way in and digits on the way out."""

from decimal import Decimal

import msgspec

encode = msgspec.json.Encoder(decimal_format="number").encode
decode = msgspec.json.Decoder(float_hook=Decimal).decode
DecodeError = msgspec.DecodeError
