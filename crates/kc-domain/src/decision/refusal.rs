//! Why a rule about decisions says no.

use super::{Change, DecisionKind};
use crate::kernel::date::show_date;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use crate::ledger::Source;
use crate::project::Status;
use chrono::NaiveDate;

/// A refusal about a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It lists no project.
    NoItems,
    /// It takes something away and does not say why.
    NoReason {
        /// What it does.
        kind: DecisionKind,
    },
    /// It is issued or discarded already.
    NotDraft,
    /// The project stands in another plan.
    OtherPlan {
        /// Code of the project.
        project: String,
        /// Code of the plan.
        plan: String,
    },
    /// The purse holds money of another plan.
    OtherPurse {
        /// Code of the purse.
        purse: String,
        /// Code of the plan.
        plan: String,
    },
    /// The project is not where this kind of decision finds it.
    WrongState {
        /// What the decision does.
        kind: DecisionKind,
        /// Code of the project.
        project: String,
        /// Where the project stands.
        status: Status,
    },
    /// Before and after do not say what the kind says.
    WrongAmount {
        /// What the decision does.
        kind: DecisionKind,
        /// Code of the project.
        project: String,
        /// Approved before.
        before: Dong,
        /// Approved after.
        after: Dong,
    },
    /// The ledger moved since the line was drafted.
    AmountMoved {
        /// Code of the project.
        project: String,
        /// What the draft says.
        drafted: Dong,
        /// What the ledger says.
        now: Dong,
    },
    /// The content of a project changed since it was put in: the approval falls.
    Stale {
        /// Code of the project.
        project: String,
        /// What changed.
        changes: Vec<Change>,
    },
    /// Switched money is not the same money.
    SwitchUnequal {
        /// Sum before.
        before: Dong,
        /// Sum after.
        after: Dong,
    },
    /// A stopped project keeps what was advanced or paid; its lines say something else.
    StopUneven {
        /// Code of the project.
        project: String,
        /// What one of its purses still has approved.
        left: Dong,
    },
    /// There is no later plan to go to.
    NoLaterPlan {
        /// The year of the plan.
        year: i32,
    },
    /// There is no purse of the same source there.
    NoLaterPurse {
        /// The source.
        source: Source,
        /// Code of the later plan.
        plan: String,
    },
    /// The day of the decision has not come yet.
    InTheFuture {
        /// The day.
        day: NaiveDate,
    },
    /// The ranking the draft is built from was replaced by a newer one.
    RankingReplaced {
        /// When the newer one was kept, as shown.
        by: String,
    },
    /// The ranking is over the files of another plan.
    OtherRanking {
        /// Code of the plan.
        plan: String,
    },
    /// Who worked on the draft does not issue it.
    OwnDraft,
    /// Who issues proposed one of its projects.
    OwnProposal {
        /// Code of the project.
        project: String,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoItems => "decision.no-items",
            Self::NoReason { .. } => "decision.no-reason",
            Self::NotDraft => "decision.not-draft",
            Self::OtherPlan { .. } => "decision.other-plan",
            Self::OtherPurse { .. } => "decision.other-purse",
            Self::WrongState { .. } => "decision.wrong-state",
            Self::WrongAmount { .. } => "decision.wrong-amount",
            Self::AmountMoved { .. } => "decision.amount-moved",
            Self::Stale { .. } => "decision.stale",
            Self::SwitchUnequal { .. } => "decision.switch-unequal",
            Self::StopUneven { .. } => "decision.stop-uneven",
            Self::NoLaterPlan { .. } => "decision.no-later-plan",
            Self::NoLaterPurse { .. } => "decision.no-later-purse",
            Self::InTheFuture { .. } => "decision.in-the-future",
            Self::RankingReplaced { .. } => "decision.ranking-replaced",
            Self::OtherRanking { .. } => "decision.other-ranking",
            Self::OwnDraft => "decision.own-draft",
            Self::OwnProposal { .. } => "decision.own-proposal",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.in_vietnamese(),
            Lang::En => self.in_english(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoReason { .. } => Some("reason"),
            Self::OtherPlan { .. } | Self::WrongState { .. } | Self::Stale { .. } => {
                Some("project")
            }
            Self::OtherPurse { .. } | Self::NoLaterPurse { .. } => Some("purse"),
            Self::WrongAmount { .. } | Self::AmountMoved { .. } | Self::StopUneven { .. } => {
                Some("after")
            }
            Self::NoLaterPlan { .. } => Some("to_plan"),
            Self::InTheFuture { .. } => Some("dated"),
            Self::OtherRanking { .. } => Some("plan"),
            Self::NoItems
            | Self::NotDraft
            | Self::SwitchUnequal { .. }
            | Self::RankingReplaced { .. }
            | Self::OwnDraft
            | Self::OwnProposal { .. } => None,
        }
    }
}

impl Refusal {
    fn in_vietnamese(&self) -> String {
        match self {
            Self::NoItems => "Quyết định chưa có đề án nào. Hãy đưa ít nhất một đề án vào danh mục.".to_owned(),
            Self::NoReason { kind } => format!(
                "Quyết định “{}” phải nêu lý do. Hãy nhập lý do rồi lưu lại.",
                kind.name(Lang::Vi)
            ),
            Self::NotDraft => "Quyết định không còn là dự thảo nên không sửa được. Muốn thay đổi, hãy lập quyết định điều chỉnh.".to_owned(),
            Self::OtherPlan { project, plan } => format!(
                "Đề án {project} không thuộc kế hoạch {plan}. Mỗi quyết định chỉ gồm đề án của một kế hoạch; hãy lập quyết định riêng."
            ),
            Self::OtherPurse { purse, plan } => format!(
                "Nguồn {purse} không phải kinh phí của kế hoạch {plan}. Hãy chọn nguồn của kế hoạch này."
            ),
            Self::WrongState { kind, project, status } => format!(
                "Đề án {project} đang ở trạng thái “{}”, không thể đưa vào quyết định “{}”. Bỏ đề án khỏi danh mục hoặc chọn loại quyết định khác.",
                status.name(Lang::Vi),
                kind.name(Lang::Vi)
            ),
            Self::WrongAmount { kind, project, before, after } => format!(
                "Đề án {project}: từ {before} thành {after} không phù hợp với quyết định “{}”. {}",
                kind.name(Lang::Vi),
                asked(*kind)
            ),
            Self::AmountMoved { project, drafted, now } => format!(
                "Đề án {project}: dự thảo ghi đã phê duyệt {drafted}, nhưng sổ kinh phí hiện ghi {now}. Mở dòng của đề án và lưu lại với số mới."
            ),
            Self::Stale { project, changes } => format!(
                "Đề án {project} đã thay đổi sau khi đưa vào dự thảo: {}. Xem lại nội dung, rồi đưa lại đề án vào dự thảo.",
                listed(changes, Lang::Vi)
            ),
            Self::SwitchUnequal { before, after } => format!(
                "Chuyển đổi nguồn không làm thay đổi tổng số: trước {before}, sau {after}. Sửa để hai bên bằng nhau."
            ),
            Self::StopUneven { project, left } => format!(
                "Đề án {project}: dừng thì phần chưa dùng trở về nguồn, phần đã tạm ứng hoặc đã chi còn {left}. Mỗi nguồn của đề án một dòng; sửa số sau quyết định của dòng này thành {left}."
            ),
            Self::NoLaterPlan { year } => format!(
                "Chưa chọn kế hoạch của năm sau {year} để nhận đề án. Hãy chọn kế hoạch năm sau; nếu chưa có, lập kế hoạch đó trước."
            ),
            Self::NoLaterPurse { source, plan } => format!(
                "Kế hoạch {plan} chưa có nguồn “{}” để nhận kinh phí chuyển sang. Mở nguồn đó trước ở mục Kinh phí.",
                source.name(Lang::Vi)
            ),
            Self::InTheFuture { day } => format!(
                "Ngày quyết định {} chưa đến. Ghi ngày ký trên văn bản.",
                show_date(*day)
            ),
            Self::RankingReplaced { by } => replaced(by).0,
            Self::OtherRanking { plan } => foreign(plan).0,
            Self::OwnDraft => "Người soạn dự thảo không tự ghi ban hành. Nhờ một người khác có quyền ban hành.".to_owned(),
            Self::OwnProposal { project } => format!(
                "Đề án {project} do chính bạn đăng ký; người đăng ký không phê duyệt đề án của mình. Nhờ một người khác ghi ban hành."
            ),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NoItems => "The decision lists no project. Add at least one.".to_owned(),
            Self::NoReason { kind } => {
                format!("“{}” must say why. Enter a reason.", kind.name(Lang::En))
            }
            Self::NotDraft => "It is no draft any more. Draft another decision.".to_owned(),
            Self::OtherPlan { project, plan } => format!(
                "Project {project} is not in plan {plan}. A decision lists projects of one plan; draft another."
            ),
            Self::OtherPurse { purse, plan } => {
                format!("Purse {purse} holds no money of plan {plan}. Choose one of this plan.")
            }
            Self::WrongState {
                kind,
                project,
                status,
            } => format!(
                "Project {project} is “{}” and cannot stand in “{}”. Take it out or choose another kind.",
                status.name(Lang::En),
                kind.name(Lang::En)
            ),
            Self::WrongAmount {
                kind,
                project,
                before,
                after,
            } => format!(
                "Project {project}: from {before} to {after} does not fit “{}”.",
                kind.name(Lang::En)
            ),
            Self::AmountMoved {
                project,
                drafted,
                now,
            } => format!(
                "Project {project}: the draft says {drafted} was approved, the ledger says {now}. Save its line anew."
            ),
            Self::Stale { project, changes } => format!(
                "Project {project} changed after it was put in: {}. Look at it again, then put it in anew.",
                listed(changes, Lang::En)
            ),
            Self::SwitchUnequal { before, after } => {
                format!("Switching keeps the sum: before {before}, after {after}. Make both equal.")
            }
            Self::StopUneven { project, left } => format!(
                "Project {project}: what was not used goes back, what was advanced or paid comes to {left}. List each of its purses and say {left} after the decision."
            ),
            Self::NoLaterPlan { year } => {
                format!("Choose the plan of a year after {year}; record it first if there is none.")
            }
            Self::NoLaterPurse { source, plan } => format!(
                "Plan {plan} has no purse of “{}” yet. Open one first.",
                source.name(Lang::En)
            ),
            Self::InTheFuture { day } => format!(
                "The day {} has not come. Enter the day on the paper.",
                show_date(*day)
            ),
            Self::RankingReplaced { by } => replaced(by).1,
            Self::OtherRanking { plan } => foreign(plan).1,
            Self::OwnDraft => "Who drafted it does not issue it. Ask somebody else.".to_owned(),
            Self::OwnProposal { project } => format!(
                "You proposed project {project} yourself. Ask somebody else to issue the decision."
            ),
        }
    }
}

/// A newer ranking holds instead, in both languages.
fn replaced(by: &str) -> (String, String) {
    let vi = format!(
        "Kết quả xếp hạng làm căn cứ đã được thay bằng kết quả ghi lúc {by}. Bỏ dự thảo này và soạn lại từ kết quả đang dùng."
    );
    let en = format!(
        "The ranking it is built from was replaced by the one kept at {by}. Discard this draft and build another from that one."
    );
    (vi, en)
}

/// The ranking is of another plan, in both languages.
fn foreign(plan: &str) -> (String, String) {
    let vi = format!(
        "Kết quả xếp hạng không thuộc kế hoạch {plan}. Chọn đúng kế hoạch mà hội đồng đã xếp hạng."
    );
    let en = format!("The ranking is not over plan {plan}. Choose the plan the council ranked.");
    (vi, en)
}

/// What the amounts of a kind must be.
fn asked(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Approve => "Đề án chưa có kinh phí và phải được phê duyệt một số lớn hơn 0.",
        DecisionKind::Supplement => "Số sau phải lớn hơn số trước.",
        DecisionKind::Adjust => "Số sau phải khác số trước.",
        DecisionKind::SwitchSource => {
            "Số sau phải khác số trước. Chuyển nguồn ghi hai dòng: giảm ở nguồn cũ, tăng bằng chừng ấy ở nguồn mới."
        }
        DecisionKind::Cut | DecisionKind::CarryOver => "Số sau phải nhỏ hơn số trước.",
        DecisionKind::Postpone => "Số sau phải là 0 đồng.",
        DecisionKind::Stop => "Số sau là phần đã tạm ứng hoặc đã chi; chưa dùng gì thì là 0 đồng.",
    }
}

fn listed(changes: &[Change], lang: Lang) -> String {
    let nothing = lang.t("chưa có", "nothing");
    let shown = |said: &str| {
        if said.is_empty() {
            nothing.to_owned()
        } else {
            said.to_owned()
        }
    };
    let each = |change: &Change| {
        let (before, after) = (shown(&change.before), shown(&change.after));
        format!("{} ({before} → {after})", change.fact.name(lang))
    };
    changes.iter().map(each).collect::<Vec<_>>().join("; ")
}
