//! What is remembered: SQL and nothing else, the same text on SQLite and PostgreSQL.
