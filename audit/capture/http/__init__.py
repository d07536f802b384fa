"""One question to one server: manners, addresses that may be asked, the network, and the bytes of the answer."""
