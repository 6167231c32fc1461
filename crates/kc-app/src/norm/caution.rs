//! What whoever judges or decides must look at before money is bound: support that may be given
//! twice, and sums above the rule. Whether it is the same content, only a person can tell; so these
//! warn and do not refuse.

use super::project::{OfProject, see_project};
use crate::kernel::{Cx, Done};
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::norm::doubles::Double;
use kc_domain::project::Project;

/// The warnings about a project, the gravest first; of other projects those this person may read.
pub fn cautions(cx: &Cx<'_>, project: &Project) -> Done<Vec<Text>> {
    let shown = see_project(cx, project)?;
    let code = &project.code;
    let doubles = shown.doubles.iter().map(|double| twice(code, double));
    Ok(doubles.chain(above(code, &shown)).collect())
}

/// Điều kiện chung: chưa được hỗ trợ từ nguồn kinh phí khác của Nhà nước cho cùng nội dung.
fn twice(code: &str, double: &Double) -> Text {
    let same = |lang| {
        let same: Vec<_> = double.same.iter().map(|same| same.say(lang)).collect();
        same.join("; ")
    };
    let other = &double.code;
    Text::new(
        format!(
            "Đề án {code} có thể trùng hỗ trợ với {other} ({}). Đối chiếu nội dung trước khi quyết định: chỉ hỗ trợ nội dung chưa được Nhà nước hỗ trợ từ nguồn nào.",
            same(Lang::Vi)
        ),
        format!(
            "Project {code} may be the same support as {other} ({}). Compare before deciding: the State pays for the same content once, from whatever source.",
            same(Lang::En)
        ),
    )
}

fn above(code: &str, shown: &OfProject) -> Option<Text> {
    let (sum, limit) = shown.sum_over?;
    Some(Text::new(
        format!(
            "Đề án {code}: cơ sở này nhận và xin tổng cộng {sum} cùng loại hỗ trợ, vượt mức {limit} cho một cơ sở. Đối chiếu các đề án trước khi quyết định."
        ),
        format!(
            "Project {code}: the firm has and asks for {sum} of this kind in all, above the {limit} for one establishment. Compare before deciding."
        ),
    ))
}
