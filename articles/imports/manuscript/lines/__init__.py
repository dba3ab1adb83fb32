"""From the reader's lines to paragraphs: repair, running heads, tables, hyphens, joining."""
