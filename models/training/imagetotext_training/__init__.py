"""Trains the models that ImageToText ships: see models/README.md."""
