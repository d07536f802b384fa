"""What an editor ought to know of a comparison, beside its verdict."""
