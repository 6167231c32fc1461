//! The built program as those who run it meet it: killed, started twice, out of room.

#[cfg(test)]
mod disk;
#[cfg(test)]
mod effort;
#[cfg(test)]
mod grown;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod killed_form;
#[cfg(test)]
mod norm;
#[cfg(test)]
mod office;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod remind;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod serve_mail;
