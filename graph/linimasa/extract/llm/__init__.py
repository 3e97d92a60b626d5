"""A language model as extractor: it proposes statements, the text, the tables and the grammar dispose."""
