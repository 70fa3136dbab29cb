"""Keys as they are drawn."""

import re
import zlib

from omnibroker.security import draw_key

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def test_a_key_is_long_random_and_carries_its_checksum():
    """Prefix, 43 digits of 256 random bits, 6 digits of CRC-32: scanners can tell it from noise."""
    keys = {draw_key() for _ in range(200)}
    assert len(keys) == 200
    for key in keys:
        match = re.fullmatch(r"omni_([0-9A-Za-z]{43})([0-9A-Za-z]{6})", key)
        assert match
        number = 0
        for digit in match[2]:
            number = number * 62 + ALPHABET.index(digit)
        assert number == zlib.crc32(match[1].encode())
