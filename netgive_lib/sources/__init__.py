"""Getting people in: from a file, of whatever format, to a `Found`."""
