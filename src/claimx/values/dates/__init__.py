"""Dates: from words and figures to a TIMEX3 value and the days it covers."""
