"""Controls that marimo does not have: anywidgets, each with its script and style beside it."""
