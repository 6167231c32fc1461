//! Councils, interests, sittings, scores and kept rankings.

mod council;
mod file;
mod interest;
mod owed;
mod ranking;
mod score;
mod sitting;

pub use council::{
    Candidate, Size, candidates, find, insert, insert_member, list, list_of_person, members, sizes,
};
pub use file::{
    AskedOf, FileFacts, experience, files, files_of_project, insert_file, parties, remove_file,
    set_asks, set_marks,
};
pub use interest::{
    Declared, Recusal, declared, declared_by, insert_declaration, insert_recusal, judges, recusals,
};
pub use owed::{OwedScores, owed_scores};
pub use ranking::{KeptRanking, find_ranking, insert_ranking, list_rankings, newest_ranking};
pub use score::{insert_score, scores, strike};
pub use sitting::{
    close, find_sitting, insert_sitting, list_sittings, newest_version, presence, set_notes,
    set_presence,
};
