//! What is true: pure rules, without I/O, clock or async.
