"""Archive and cite live blogs."""
