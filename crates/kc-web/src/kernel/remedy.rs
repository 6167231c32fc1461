//! Where a refusal is mended: the address of the record, and the words of the link to it.

use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::refuse::Remedy;
use kc_domain::kernel::text::Lang;

/// The address where the kind of support of a project is chosen.
pub fn kind_of_support(project: ProjectId) -> String {
    format!("/projects/{project}/norm")
}

/// The words of a link and where it leads.
pub fn link(remedy: Remedy, lang: Lang) -> (String, String) {
    match remedy {
        Remedy::KindOfSupport(project) => {
            let words = lang.t("Chọn loại hỗ trợ", "Choose the kind of support");
            (words.to_owned(), kind_of_support(project))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::components::ErrorSummary;
    use crate::kernel::page::problems;
    use askama::Template;
    use kc_app::kernel::Failure;
    use kc_domain::norm::refusal::Refusal;

    #[test]
    fn a_refusal_for_want_of_a_kind_links_to_where_it_is_chosen() {
        let project = ProjectId([7; 16]);
        let code = "DA-2026-00001".to_owned();
        let failure = Failure::refused(Refusal::NoKind { project, code });
        let lang = Lang::Vi;
        let problems = problems(&failure, lang);
        let html = ErrorSummary { lang, problems }.render().unwrap();
        let link = format!("<a href=\"/projects/{project}/norm\">Chọn loại hỗ trợ</a>");
        assert!(html.contains(&link), "{html}");
        assert!(html.contains("Đề án DA-2026-00001 chưa chọn loại hỗ trợ"));
    }
}
