"""Whether the headline figures that were read can stand beside one another."""
