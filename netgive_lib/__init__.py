"""netgive: know who is in your network, and what you can bring them.

The tables, the network and its graph, the pictures: each is a module of its own. Start with
`netgive_lib.network.Network` and `netgive_lib.store.Store`.
"""

__version__ = "0.1.0"
