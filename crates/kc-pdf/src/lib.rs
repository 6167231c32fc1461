//! Official papers as PDF, typeset by typst; knows no word of the business.
