"""Makes the two networks that ImageToText ships: see models/README.md."""
