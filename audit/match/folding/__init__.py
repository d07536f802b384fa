"""How a text is folded, so that only its words are compared: typography, spaces, line ends, ligatures."""
