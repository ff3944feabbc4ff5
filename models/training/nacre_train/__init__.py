"""Training of Nacre's models. Needed to train only: building, testing and running Nacre take no Python."""
