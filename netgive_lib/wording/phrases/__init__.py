"""How things are said, a module for each code. See `text.phrases` for how a line is read."""
