"""How `schemas/schemaorg.json` was made from a published release of the schema.org vocabulary."""
