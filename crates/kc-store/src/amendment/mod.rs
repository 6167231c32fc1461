//! Requests for change.
