//! Requests against the whole site, in the process, as everybody who may and may not come.

#[cfg(test)]
mod bearer;
#[cfg(test)]
mod door;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod once;
#[cfg(test)]
mod refusal;
#[cfg(test)]
mod town;
