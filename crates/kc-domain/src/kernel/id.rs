//! Identities: 16 bytes, made before the record is written.

use uuid::Uuid;

/// Declares one kind of identity, so that a project's can never stand for a purse's.
macro_rules! identity {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// Reads the hyphenated form; `None` for anything else.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(|uuid| Self(uuid.into_bytes()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", Uuid::from_bytes(self.0).hyphenated())
            }
        }

        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
        }
    )*};
}

/// Hands the list of identities to a macro, here and wherever each of them needs something.
#[macro_export]
macro_rules! for_each_id {
    ($each:ident) => {
        $each! {
            /// A person who signs in.
            UserId,
            /// An organisation of any kind, in a tree of its own.
            OrganisationId,
            /// One role of one person at one organisation.
            AssignmentId,
            /// A cơ sở CNNT.
            EstablishmentId,
            /// A document: decision, contract, minutes, voucher.
            DocumentId,
            /// A file kept beside a document or a record.
            AttachmentId,
            /// A programme of several years.
            ProgrammeId,
            /// A plan of one year.
            PlanId,
            /// A project (đề án).
            ProjectId,
            /// A machine or piece of equipment of a project.
            EquipmentId,
            /// A purse: budget money of one source, level and year.
            PurseId,
            /// One entry of the ledger.
            EntryId,
            /// A statement: published figures and the checks between them.
            StatementId,
            /// A target of a programme or plan.
            TargetId,
            /// A recorded result.
            ResultId,
            /// A visit: survey, inspection, acceptance.
            VisitId,
            /// A request or an obstacle that must still be dealt with.
            MatterId,
            /// A round of questions after the support.
            FollowupId,
            /// A council of appraisal.
            CouncilId,
            /// A member's declaration of interests for a year.
            DeclarationId,
            /// A sitting of a council, in one version.
            SittingId,
            /// One score of one member for one file.
            ScoreId,
            /// A kept run of a ranking.
            RankingId,
            /// A decision: a legal act over the projects of a plan.
            DecisionId,
            /// One line of a decision: a project, a purse, an amount.
            DecisionItemId,
            /// One activity of a project.
            ActivityId,
            /// Somebody standing in for a colleague.
            DelegationId,
            /// A letter on its way.
            LetterId,
            /// A contract of a project.
            ContractId,
            /// A list of moves handed to the treasury.
            HandoverId,
            /// A request to change an approved project.
            AmendmentId,
            /// A personal token of the interface.
            ApiTokenId,
        }
    };
}

for_each_id!(identity);

/// An identity derived from another and a name, the same each time it is derived.
pub fn derived(base: [u8; 16], name: &str) -> [u8; 16] {
    Uuid::new_v5(&Uuid::from_bytes(base), name.as_bytes()).into_bytes()
}
