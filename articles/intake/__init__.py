"""From a file to drafts: what is read is checked, given its place on this site, and saved."""
