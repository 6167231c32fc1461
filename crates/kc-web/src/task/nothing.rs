//! What stands on the first page of somebody for whom nothing waits: what will come here for a
//! person in their place, and the first thing they can do.

use crate::kernel::components::Empty;
use crate::kernel::shell;
use crate::kernel::visit::Visit;
use kc_domain::policy::Action;

/// What may be done, what will appear here, and where one can begin: words in both languages.
struct Start {
    action: Action,
    text: (&'static str, &'static str),
    label: (&'static str, &'static str),
    url: &'static str,
}

/// By what a person may do, the most telling first.
const STARTS: &[Start] = &[
    Start {
        action: Action::ManagePeople,
        text: (
            "Việc nghiệp vụ không đến tay quản trị hệ thống. Bạn mời người, giao và kết thúc vai trò, thu lại ủy quyền của người đã nghỉ.",
            "No business comes to the administrator. You invite people, give and end roles, and revoke delegations.",
        ),
        label: ("Xem người dùng", "See people"),
        url: "/people",
    },
    Start {
        action: Action::ApproveMove,
        text: (
            "Chứng từ kế toán đã lập và chờ bạn duyệt tự hiện ở đây.",
            "Payments prepared by the accountant appear here to be approved.",
        ),
        label: ("Xem sổ kinh phí", "See the ledger"),
        url: "/ledger",
    },
    Start {
        action: Action::ProposeProject,
        text: (
            "Đợt đăng ký đang mở, đề án bị trả lại, yêu cầu sau kiểm tra và câu hỏi sau hỗ trợ tự hiện ở đây kèm hạn.",
            "Open registration rounds, returned proposals, requests and follow-up questions appear here with their days.",
        ),
        label: ("Xem đề án", "See projects"),
        url: "/projects",
    },
    Start {
        action: Action::ScoreProject,
        text: (
            "Hồ sơ cần khai lợi ích và chấm điểm trước phiên họp tự hiện ở đây.",
            "Files to score before the sitting appear here.",
        ),
        label: ("Xem thẩm định", "See appraisals"),
        url: "/appraisals",
    },
    Start {
        action: Action::PrepareMove,
        text: (
            "Tạm ứng phải thu hồi và chứng từ bị trả lại tự hiện ở đây.",
            "Advances to recover and rejected payments appear here.",
        ),
        label: ("Xem sổ kinh phí", "See the ledger"),
        url: "/ledger",
    },
    Start {
        action: Action::AppraiseProject,
        text: (
            "Đề án chờ thẩm định, quyết định chờ ban hành và đề nghị điều chỉnh tự hiện ở đây kèm hạn.",
            "Projects to appraise, decisions to issue and requests for change appear here with their days.",
        ),
        label: ("Xem đề án", "See projects"),
        url: "/projects",
    },
    Start {
        action: Action::ReadAudit,
        text: (
            "Kiểm toán, thanh tra chỉ xem, không có bước nào phải làm. Mọi con số mở được đến từng bút toán.",
            "Auditors read and owe no step. Every figure opens down to its entries.",
        ),
        label: ("Mở nhật ký", "Open the audit"),
        url: "/audit",
    },
];

/// The empty desk of this person.
pub(super) fn nothing(visit: &Visit<'_>) -> Empty {
    let (lang, cx) = (visit.lang(), visit.cx());
    let start = STARTS.iter().find(|start| cx.may(start.action));
    let any = (
        "Đề án chờ bước tiếp theo, hồ sơ bị trả lại và đề nghị chờ quyết định tự hiện ở đây.",
        "Projects to lead on, returned files and requests to decide appear here by themselves.",
    );
    let (vi, en) = start.map_or(any, |start| start.text);
    Empty {
        title: lang
            .t("Chưa có việc nào chờ bạn", "Nothing waits for you")
            .to_owned(),
        text: lang.t(vi, en).to_owned(),
        action: start.map(|start| shell::Action {
            label: lang.t(start.label.0, start.label.1).to_owned(),
            url: start.url.to_owned(),
            official: false,
            posts: false,
        }),
    }
}
