"""`python -m netgive_lib` is the command `netgive`."""

from netgive_lib.cli import main

main()
