//! Workbooks and text exports, read back with other eyes than those that wrote them.

#[cfg(test)]
mod attack;
#[cfg(test)]
mod camera;
#[cfg(test)]
mod cast;
#[cfg(test)]
mod comma;
#[cfg(test)]
mod docx;
#[cfg(test)]
mod report;
