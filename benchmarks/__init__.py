"""How fast netgive is, against what a user would pick instead: `python -m benchmarks`.

Everything is measured in one run, ours and the other in turn, and the best of several counts. What else the machine
does at that time shows in the wall clock; the processor time beside it is less touched by that.
"""
