"""The commands of `netgive`. Each imports what it needs when it runs: `netgive --help` answers at once."""
