"""The graph of a folder over HTTP: a SPARQL 1.1 endpoint, a query page, and a page for every IRI."""
