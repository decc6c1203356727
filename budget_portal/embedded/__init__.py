"""PostgreSQL from a wheel: where it lives, as whom it runs, how it starts, heals and stops."""
