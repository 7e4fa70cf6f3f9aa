"""Amounts of money: from words and figures to bounds and a currency."""
