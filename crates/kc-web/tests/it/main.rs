//! Requests against the whole site, in the process, as everybody who may and may not come.

mod refusal;
mod town;
