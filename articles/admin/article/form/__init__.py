"""The article form: its fields, its rows, its errors, and the record that it shows and makes."""
