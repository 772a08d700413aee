"""The exercises of the workbooks, a module for each."""
