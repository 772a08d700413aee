"""A class: a seat for each participant, what keeps their work apart, and the room that they share."""
