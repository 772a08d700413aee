"""The file: one SQLite file that keeps a network, changed one transaction at a time.

What is saved is the change between two networks, never the whole state, so that two workbooks, or a workbook
and the command line, can have the file open at once.
"""

from netgive_lib.store.file import KEPT_CHANGES, Change, Store, default_path
from netgive_lib.store.making import DEFAULT_NAME
from netgive_lib.store.session import Session
from netgive_lib.store.whole import APPLICATION_ID, FORMAT, StoreError

__all__ = [
    "APPLICATION_ID",
    "DEFAULT_NAME",
    "FORMAT",
    "KEPT_CHANGES",
    "Change",
    "Session",
    "Store",
    "StoreError",
    "default_path",
]
