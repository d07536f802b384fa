"""One question to one server: manners, allowed addresses, the network, the bytes of the answer."""
