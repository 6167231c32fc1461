//! What each action is called.

use super::Action;
use crate::kernel::text::Lang;

impl Action {
    /// What the person does, in words: "phê duyệt đề án".
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::SignIn => lang.t("đăng nhập", "sign in"),
            Self::HoldTokens => lang.t("giữ mã truy cập cá nhân", "hold personal tokens"),
            Self::Initialise => lang.t("khởi tạo hệ thống", "initialise the system"),
            Self::ReadPeople => lang.t("xem người dùng", "see people"),
            Self::ManagePeople => lang.t("quản lý người dùng", "manage people"),
            Self::ReadOrganisations => lang.t("xem tổ chức", "see organisations"),
            Self::RecordOrganisation => lang.t("ghi tổ chức", "record an organisation"),
            Self::ReadEstablishments => lang.t("xem cơ sở CNNT", "see establishments"),
            Self::RecordEstablishment => lang.t("ghi cơ sở CNNT", "record an establishment"),
            Self::ReadDocuments => lang.t("xem văn bản", "see documents"),
            Self::RecordDocument => lang.t("ghi văn bản", "record a document"),
            Self::ReadProgrammes => lang.t("xem chương trình", "see programmes"),
            Self::RecordProgramme => lang.t("ghi chương trình", "record a programme"),
            Self::ReadPlans => lang.t("xem kế hoạch", "see plans"),
            Self::RecordPlan => lang.t("ghi kế hoạch", "record a plan"),
            Self::ReadProjects => lang.t("xem đề án", "see projects"),
            Self::ProposeProject => lang.t("đăng ký đề án", "propose a project"),
            Self::AmendProject => lang.t("sửa thông tin đề án", "amend a project"),
            Self::SubmitProject => lang.t("trình đề án", "submit a project"),
            Self::ReturnProject => lang.t("trả lại đề án", "return a project"),
            Self::ApproveProject => lang.t("phê duyệt đề án", "approve a project"),
            Self::WithdrawProject => lang.t("rút đề án", "withdraw a project"),
            Self::RecordContract => lang.t("ghi hợp đồng", "record a contract"),
            Self::RecordAcceptance => lang.t("ghi nghiệm thu", "record acceptance"),
            Self::ReadLedger => lang.t("xem sổ kinh phí", "see the ledger"),
            Self::AssignBudget => lang.t("giao, điều chỉnh dự toán", "assign budget"),
            Self::PrepareMove => lang.t("lập chứng từ chi", "prepare a payment"),
            Self::ApproveMove => lang.t("duyệt chi", "approve a payment"),
            Self::RecordCounterpart => lang.t("ghi vốn đối ứng", "record counterpart money"),
            Self::ReverseEntry => lang.t("ghi bút toán đảo", "reverse an entry"),
            Self::ReadIndicators => lang.t("xem chỉ tiêu, kết quả", "see targets and results"),
            Self::RecordIndicator => lang.t("ghi chỉ tiêu, kết quả", "record targets and results"),
            Self::ReadStatements => lang.t("xem số liệu công bố", "see statements"),
            Self::RecordStatement => lang.t("ghi số liệu công bố", "record a statement"),
            Self::ReadReports => lang.t("xem báo cáo", "see reports"),
            Self::SendReport => lang.t("ghi gửi báo cáo", "keep that a report was sent"),
            Self::ReadRules => lang.t("xem quy định, quy trình", "see rules and processes"),
            Self::AdoptRules => lang.t(
                "áp dụng quy định, quy trình của tỉnh",
                "adopt rules of the province",
            ),
            Self::CollectProject => lang.t(
                "tiếp nhận, tổng hợp đề án",
                "take in and consolidate projects",
            ),
            Self::AdmitProject => lang.t(
                "tiếp nhận đề án ngoài đợt đăng ký",
                "take in a late proposal",
            ),
            Self::AppraiseProject => lang.t("thẩm định đề án", "appraise a project"),
            Self::RecordProgress => lang.t("báo cáo tiến độ", "report progress"),
            Self::ReadAppraisals => lang.t("xem thẩm định, chấm điểm", "see appraisals"),
            Self::RecordAppraisal => lang.t("tổ chức thẩm định, xếp hạng", "run appraisals"),
            Self::ScoreProject => lang.t("chấm điểm đề án", "score a project"),
            Self::ReadDecisions => lang.t("xem quyết định", "see decisions"),
            Self::RecordDecision => lang.t("dự thảo quyết định", "draft a decision"),
            Self::IssueDecision => lang.t("ban hành quyết định", "issue a decision"),
            Self::ReadVisits => lang.t("xem khảo sát, kiểm tra, nghiệm thu", "see field work"),
            Self::RecordVisit => lang.t("ghi khảo sát, kiểm tra, nghiệm thu", "record field work"),
            Self::RecordFollowup => lang.t("ghi theo dõi sau hỗ trợ", "record follow-up"),
            Self::RequestChange => lang.t("đề nghị điều chỉnh đề án", "request a change"),
            Self::ConfirmChange => lang.t("xác nhận đề nghị điều chỉnh", "confirm a change"),
            Self::DecideChange => lang.t("quyết định điều chỉnh", "decide on a change"),
            Self::Delegate => lang.t("ủy quyền công việc", "delegate tasks"),
            Self::SetReminders => lang.t("đặt cách nhận nhắc việc", "set how one is reminded"),
            Self::Remind => lang.t("gửi thư nhắc việc", "send reminders"),
            Self::ReadAudit => lang.t("xem nhật ký", "see the audit"),
        }
    }
}
