"""What an answer amounts to: a page, a way to one, or what stands where a page should be.

All is pure.
"""
