"""Figures that are times: between two dates, passed since a year, told by the quarter hour."""
