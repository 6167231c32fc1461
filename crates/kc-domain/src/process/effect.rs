//! What a step does to the money of its project, by name.

use super::Status;
use super::named::named;

named! {
    /// What follows from a step beside its new state, in the same transaction. Files name it, so
    /// that the diagram shows it; the moves of money behind it are code.
    Effect

    /// What is approved and neither advanced nor paid goes back to its purses.
    Release => "release", "kinh phí chưa dùng trở về nguồn", "unused money goes back";
    /// Every entry of the project is reversed, as if it had never been there.
    Reversal => "reversal", "mọi bút toán được ghi đảo", "every entry is reversed";
}

impl Effect {
    /// The effect without which no step may lead to a state that counts as this.
    ///
    /// Thông tư 36/2013/TT-BCT, điều 11: what a stopped project did not use is not its any more.
    pub fn due(status: Status) -> Option<Self> {
        match status {
            Status::Stopped => Some(Self::Release),
            Status::Withdrawn => Some(Self::Reversal),
            _ => None,
        }
    }
}
