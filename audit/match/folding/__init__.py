"""How a text is folded to its words: typography, spaces, line ends, ligatures."""
