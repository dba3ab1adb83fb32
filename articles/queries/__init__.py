"""What pages and exports ask of the database: ordinary querysets, one module a page or purpose."""
