"""Articles in languages without a folder: quoted words, and speakers that need no grammar."""
