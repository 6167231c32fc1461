//! Why a process says no.

use super::{Fault, Process, Step};
use crate::identity::Role;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::{Lang, Text};

/// A refusal about a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The step does not lead on from where the project stands.
    NotFromHere(Box<NotFromHere>),
    /// The process gives the step to other roles.
    NotYours {
        /// The step.
        step: Text,
        /// Who takes it.
        who: Vec<Role>,
        /// The process.
        process: Text,
    },
    /// Papers are missing in the dossier.
    PapersMissing {
        /// The step.
        step: Text,
        /// The papers that are missing.
        missing: Vec<Text>,
        /// The rule that asks for them.
        basis: String,
    },
    /// The project follows no process: its steps are not known.
    NoProcess,
    /// No process of the level was in force that day.
    NoneInForce,
    /// The project names a process this program does not know.
    Unknown {
        /// The reference.
        reference: String,
    },
    /// A version of that name is in force already.
    VersionTaken {
        /// The reference.
        reference: String,
    },
    /// The file has faults.
    Faulty {
        /// Each of them.
        faults: Vec<Fault>,
    },
    /// The process is for an area the person does not answer for, or for the whole country.
    NotOwnArea,
}

/// What must be said of a step that does not lead on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFromHere {
    /// The step, where the process has it.
    step: Option<Text>,
    /// Where the project stands.
    state: Text,
    /// The process and its basis.
    process: Text,
    basis: String,
    /// The states it leads from.
    from: Vec<Text>,
    /// The steps that lead on from here, each with who takes it.
    ahead: Vec<(Text, Vec<Role>)>,
}

impl Refusal {
    /// The step does not lead on from a state.
    pub(super) fn not_from_here(process: &Process, state: &str, step: Option<&Step>) -> Self {
        let named = |key: &str| {
            let name = process.state(key).map(|state| state.name.clone());
            name.unwrap_or_else(|| Text::new(key, key))
        };
        let from = step.map_or(&[][..], |step| &step.from);
        let ahead = process.steps_from(state).filter(|step| !step.aside);
        Self::NotFromHere(Box::new(NotFromHere {
            step: step.map(|step| step.name.clone()),
            state: named(state),
            process: process.name.clone(),
            basis: process.basis.clone(),
            from: from.iter().map(|key| named(key)).collect(),
            ahead: ahead
                .map(|step| (step.name.clone(), step.who.clone()))
                .collect(),
        }))
    }
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFromHere(_) => "process.not-from-here",
            Self::NotYours { .. } => "process.not-yours",
            Self::PapersMissing { .. } => "process.papers-missing",
            Self::NoProcess => "process.none",
            Self::NoneInForce => "process.none-in-force",
            Self::Unknown { .. } => "process.unknown",
            Self::VersionTaken { .. } => "process.version-taken",
            Self::Faulty { .. } => "process.faulty",
            Self::NotOwnArea => "process.not-own-area",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotFromHere(facts) => facts.say(lang),
            Self::NotYours { step, who, process } => {
                let who = roles(who, lang);
                match lang {
                    Lang::Vi => format!(
                        "Bước “{}” do {who} làm, theo {}. Đề nghị người giữ vai trò đó thực hiện.",
                        step.say(lang),
                        process.say(lang)
                    ),
                    Lang::En => format!(
                        "“{}” is for {who}, by {}. Ask somebody who holds that role.",
                        step.say(lang),
                        process.say(lang)
                    ),
                }
            }
            Self::PapersMissing {
                step,
                missing,
                basis,
            } => {
                let missing = texts(missing, lang);
                match lang {
                    Lang::Vi => format!(
                        "Chưa làm được “{}”: hồ sơ còn thiếu {missing} ({basis}). \
                         Ghi nhận giấy tờ ở thẻ Hồ sơ, rồi làm lại.",
                        step.say(lang)
                    ),
                    Lang::En => format!(
                        "“{}” cannot be done: the dossier lacks {missing} ({basis}). \
                         Record the papers under Papers, then try again.",
                        step.say(lang)
                    ),
                }
            }
            _ => self.of_files(lang),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::VersionTaken { .. } | Self::Faulty { .. } | Self::NotOwnArea => Some("text"),
            _ => None,
        }
    }
}

impl Refusal {
    fn of_files(&self, lang: Lang) -> String {
        match self {
            Self::NoProcess => lang
                .t(
                    "Đề án lấy từ số liệu công bố, không theo quy trình nào; nếu ghi nhầm, hãy rút.",
                    "It was taken from published figures and follows no process; withdraw it if it is wrong.",
                )
                .to_owned(),
            Self::NoneInForce => lang
                .t(
                    "Không có quy trình nào có hiệu lực cho cấp và ngày đăng ký này. Kiểm tra ngày đăng ký, hoặc áp dụng quy trình của tỉnh.",
                    "No process is in force for this level and day of registration. Check the day, or adopt the province's own process.",
                )
                .to_owned(),
            Self::Unknown { reference } => match lang {
                Lang::Vi => format!("Chương trình không có quy trình {reference} mà đề án đang theo. Báo quản trị hệ thống."),
                Lang::En => format!("The program lacks the process {reference} the project follows. Tell the administrator."),
            },
            Self::VersionTaken { reference } => match lang {
                Lang::Vi => format!("Đã có quy trình {reference}. Đổi version trong tệp: bản đã áp dụng không sửa được."),
                Lang::En => format!("There is a process {reference} already. Change the version: what is in force is never edited."),
            },
            Self::Faulty { faults } => {
                let said = faults.iter().map(|fault| fault.say(lang));
                let said = said.collect::<Vec<_>>().join("; ");
                let head = lang.t("Tệp quy trình chưa dùng được", "The process file cannot be used");
                format!("{head}: {said}.")
            }
            Self::NotOwnArea => lang
                .t(
                    "Tỉnh chỉ áp dụng quy trình cho đề án địa phương trong tỉnh mình. Sửa level và area trong tệp.",
                    "A province adopts processes for local projects in its own area only. Correct level and area in the file.",
                )
                .to_owned(),
            Self::NotFromHere(_) | Self::NotYours { .. } | Self::PapersMissing { .. } => String::new(),
        }
    }
}

impl NotFromHere {
    fn say(&self, lang: Lang) -> String {
        let process = self.process.say(lang);
        let state = self.state.say(lang);
        let Some(step) = &self.step else {
            return match lang {
                Lang::Vi => format!("{process} không có bước này."),
                Lang::En => format!("{process} has no such step."),
            };
        };
        let (step, from) = (step.say(lang), texts(&self.from, lang));
        let refused = match lang {
            Lang::Vi => format!(
                "Không làm được “{step}”: đề án đang ở bước “{state}”. Theo {process} ({}), làm được từ {from}.",
                self.basis
            ),
            Lang::En => format!(
                "“{step}” cannot be done: the project stands at “{state}”. By {process} ({}), it leads from {from}.",
                self.basis
            ),
        };
        format!("{refused} {}", self.way_on(lang))
    }

    fn way_on(&self, lang: Lang) -> String {
        let ahead = self
            .ahead
            .iter()
            .map(|(step, who)| format!("“{}” ({})", step.say(lang), roles(who, lang)));
        let ahead: Vec<_> = ahead.collect();
        if ahead.is_empty() {
            return lang
                .t(
                    "Hồ sơ đã kết thúc, chỉ còn để xem.",
                    "The case is closed and can only be read.",
                )
                .to_owned();
        }
        format!(
            "{} {}.",
            lang.t("Bước tiếp theo:", "Next:"),
            ahead.join(", ")
        )
    }
}

fn texts(texts: &[Text], lang: Lang) -> String {
    let quoted = texts.iter().map(|text| format!("“{}”", text.say(lang)));
    quoted.collect::<Vec<_>>().join(", ")
}

/// The names of some roles.
pub fn roles(roles: &[Role], lang: Lang) -> String {
    let names: Vec<_> = roles.iter().map(|role| role.name(lang)).collect();
    names.join(lang.t(" hoặc ", " or "))
}
