//! The sentences of the refusals, by what they are about.

use super::Refusal;
use crate::kernel::date::show_date;
use crate::kernel::text::Lang;

impl Refusal {
    pub(super) fn of_council(&self, lang: Lang) -> Option<String> {
        let said = match self {
            Self::BadSheet { code, what } => match lang {
                Lang::Vi => format!(
                    "Phiếu chấm điểm {code} không dùng được (mục “{what}”). Hãy sửa tệp dữ liệu của phiếu."
                ),
                Lang::En => format!("The sheet {code} cannot be used ({what}). Correct its file."),
            },
            Self::UnknownSheet { code } => match lang {
                Lang::Vi => format!("Không có phiếu chấm điểm “{code}”. Chọn trong danh sách."),
                Lang::En => format!("There is no sheet “{code}”. Choose one from the list."),
            },
            Self::SheetNotInForce { code, year } => match lang {
                Lang::Vi => format!(
                    "Phiếu chấm điểm {code} không còn hoặc chưa có hiệu lực trong năm {year}. Hãy chọn phiếu khác."
                ),
                Lang::En => format!("The sheet {code} is not in force in {year}. Choose another."),
            },
            Self::AlreadyMember => lang
                .t(
                    "Người này đã là thành viên hội đồng. Hãy chọn người khác.",
                    "This person is a member already. Choose somebody else.",
                )
                .to_owned(),
            Self::SecondChair => lang
                .t(
                    "Hội đồng đã có chủ tịch. Hãy chọn chức danh khác.",
                    "The council has a chair. Choose another post.",
                )
                .to_owned(),
            Self::TooManyMembers { most } => match lang {
                Lang::Vi => format!("Hội đồng có tối đa {most} thành viên. Hãy lập hội đồng khác."),
                Lang::En => format!("A council has at most {most} members. Set up another one."),
            },
            Self::NoCouncilRole { name } => match lang {
                Lang::Vi => format!(
                    "{name} chưa có vai trò “Thành viên hội đồng”. Nhờ quản trị hệ thống giao vai trò trước."
                ),
                Lang::En => format!(
                    "{name} does not hold the role of a council member. Ask the administrator first."
                ),
            },
            _ => return None,
        };
        Some(said)
    }

    pub(super) fn of_scoring(&self, lang: Lang) -> Option<String> {
        let said = match self {
            Self::UnknownCriterion { code } => match lang {
                Lang::Vi => format!("Phiếu không có tiêu chí “{code}”. Mở lại phiếu rồi chấm."),
                Lang::En => format!("The sheet has no criterion “{code}”. Open the sheet again."),
            },
            Self::OverLimit {
                name,
                given,
                points_max,
                ..
            } => match lang {
                Lang::Vi => format!(
                    "“{name}”: cho {given} điểm, điểm tối đa là {points_max}. Hãy cho trong giới hạn."
                ),
                Lang::En => format!(
                    "“{name}”: {given} points given, at most {points_max}. Stay within the limit."
                ),
            },
            Self::Unscored { name, .. } => match lang {
                Lang::Vi => format!("Chưa chấm tiêu chí “{name}”. Hãy cho điểm mọi tiêu chí."),
                Lang::En => format!("“{name}” has no points yet. Score every criterion."),
            },
            Self::NotAMember { council } => match lang {
                Lang::Vi => format!(
                    "Chỉ thành viên của “{council}” mới được chấm điểm, và chỉ chấm phiếu của mình."
                ),
                Lang::En => format!("Only members of “{council}” score, each their own sheet."),
            },
            Self::NotDeclared { year } => match lang {
                Lang::Vi => format!(
                    "Chưa có bản kê khai lợi ích liên quan năm {year}. Hãy kê khai trước khi chấm điểm."
                ),
                Lang::En => format!(
                    "There is no declaration of interests for {year}. Declare before scoring."
                ),
            },
            Self::Recused { ground } => match lang {
                Lang::Vi => format!(
                    "Thành viên phải hồi tị với đề án này ({}). Hồi tị không thể gỡ bỏ; thành viên khác sẽ chấm.",
                    ground.say(lang)
                ),
                Lang::En => format!(
                    "The member stays away from this file ({}). That cannot be undone; others score it.",
                    ground.say(lang)
                ),
            },
            _ => return None,
        };
        Some(said)
    }

    pub(super) fn of_minutes(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.of_minutes_in_vietnamese(),
            Lang::En => self.of_minutes_in_english(),
        }
    }

    fn of_minutes_in_vietnamese(&self) -> String {
        match self {
            Self::NotListed => {
                "Đề án không thuộc phiên họp này. Thêm đề án vào phiên trước.".to_owned()
            }
            Self::ListedAlready => "Đề án đã có trong phiên họp này.".to_owned(),
            Self::ScoredAlready { total } => {
                format!("Đề án đã có phiếu chấm ({total} điểm) nên không bỏ khỏi phiên được.")
            }
            Self::ForeignFile { code } => format!(
                "Đề án {code} không thuộc kế hoạch của hội đồng hoặc đã rút. Hãy chọn đề án khác."
            ),
            Self::TooManyFiles { most } => {
                format!("Một phiên họp có tối đa {most} đề án. Hãy mở phiên khác.")
            }
            Self::Closed { number } => format!(
                "Biên bản phiên {number} đã khóa, không sửa được nữa. Cần sửa thì lập bản đính chính."
            ),
            Self::NotHeldYet { held_on } => format!(
                "Phiên họp ngày {} chưa diễn ra. Khóa biên bản từ ngày đó.",
                show_date(*held_on)
            ),
            Self::NoFiles => "Phiên họp chưa có đề án nào. Thêm đề án trước.".to_owned(),
            Self::NoQuorum { quorum } => format!(
                "Chưa đủ thành viên dự họp: có {}/{}, cần {}{}. Ghi người dự họp cho đủ, hoặc họp lại.",
                quorum.present,
                quorum.members,
                quorum.needed,
                if quorum.lacks_chair {
                    " và có chủ tịch"
                } else {
                    ""
                }
            ),
            Self::ScoresOwed { count, first } => format!(
                "Còn {count} phiếu chưa chấm (đầu tiên: {first}). Chấm đủ rồi khóa biên bản."
            ),
            Self::StillOpen => {
                "Biên bản chưa khóa: sửa ngay trong phiên, không cần bản đính chính.".to_owned()
            }
            Self::CorrectedAlready { newest } => {
                format!("Biên bản này đã có bản đính chính số {newest}. Hãy mở bản đó.")
            }
            Self::NotClosed { number } => format!(
                "Biên bản phiên {number} chưa khóa. Khóa biên bản rồi ghi kết quả xếp hạng."
            ),
            Self::RecusedAfterClosing { code, name } => format!(
                "{name} phải hồi tị với đề án {code} nhưng phiếu đã vào biên bản khóa. Lập bản đính chính trước."
            ),
            Self::NoPurse => "Chưa chọn nguồn kinh phí nào. Chọn ít nhất một nguồn.".to_owned(),
            Self::AskedTwice { purse } => {
                format!("Nguồn {purse} được ghi hai lần. Gộp thành một dòng.")
            }
            _ => "Chưa nêu lý do. Hãy ghi lý do.".to_owned(),
        }
    }

    fn of_minutes_in_english(&self) -> String {
        match self {
            Self::NotListed => "The file is not of this sitting. Add it first.".to_owned(),
            Self::ListedAlready => "The file is of this sitting already.".to_owned(),
            Self::ScoredAlready { total } => {
                format!("The file has a score ({total} points) and stays on the list.")
            }
            Self::ForeignFile { code } => {
                format!("{code} is of another plan or withdrawn. Choose another file.")
            }
            Self::TooManyFiles { most } => {
                format!("A sitting has at most {most} files. Open another one.")
            }
            Self::Closed { number } => format!(
                "The minutes of sitting {number} are closed and stay as they are. Open a correction."
            ),
            Self::NotHeldYet { held_on } => format!(
                "The sitting is held on {}. Close its minutes from that day on.",
                show_date(*held_on)
            ),
            Self::NoFiles => "The sitting has no files yet. Add some first.".to_owned(),
            Self::NoQuorum { quorum } => format!(
                "Too few sit: {} of {}, needed {}{}. Note who sits, or meet again.",
                quorum.present,
                quorum.members,
                quorum.needed,
                if quorum.lacks_chair {
                    " with the chair"
                } else {
                    ""
                }
            ),
            Self::ScoresOwed { count, first } => {
                format!(
                    "{count} scores are missing (the first: {first}). Complete them, then close."
                )
            }
            Self::StillOpen => "The minutes are open: change them there.".to_owned(),
            Self::CorrectedAlready { newest } => {
                format!("There is version {newest} of these minutes. Open that one.")
            }
            Self::NotClosed { number } => {
                format!(
                    "The minutes of sitting {number} are open. Close them, then keep the ranking."
                )
            }
            Self::RecusedAfterClosing { code, name } => format!(
                "{name} must stay away from {code}, but the score is in closed minutes. Open a correction first."
            ),
            Self::NoPurse => "No purse is chosen. Choose at least one.".to_owned(),
            Self::AskedTwice { purse } => format!("{purse} is named twice. Make it one line."),
            _ => "No reason is stated. State it.".to_owned(),
        }
    }
}
