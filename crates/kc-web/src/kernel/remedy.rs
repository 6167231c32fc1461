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
