"""What the user types: each command's arguments and options, and the one import of what it does.

``--help`` loads these and nothing of what they do.
"""
