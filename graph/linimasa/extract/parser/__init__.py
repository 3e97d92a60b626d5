"""A Universal Dependencies parser as a second witness of who acts towards whom."""
