"""Derived quotations with the verdict that each must get; ``python -m benchmarks.quotes`` measures with them."""
