"""Authors: bylines, affiliation lines, contact details, qualifications, biographies."""
