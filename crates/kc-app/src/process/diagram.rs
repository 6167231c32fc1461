//! A process drawn from its table: a diagram that Markdown readers draw, and a table of its steps.

use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::process::refusal::roles;
use kc_domain::process::{Process, State, Step};
use std::fmt::Write as _;

/// The process as a page of Markdown with a Mermaid diagram.
pub fn markdown(process: &Process, lang: Lang) -> String {
    let mut page = String::new();
    let from = show_date(process.from);
    let _ = writeln!(page, "# {}\n", process.name.say(lang));
    let _ = writeln!(
        page,
        "`{}` · {} {from} · {}\n",
        process.reference(),
        lang.t("đăng ký từ ngày", "registered from"),
        process.basis
    );
    if let Some(note) = &process.note {
        let _ = writeln!(page, "{note}\n");
    }
    page.push_str(&mermaid(process, lang));
    page.push_str(&states(process, lang));
    page.push_str(&steps(process, lang));
    page
}

/// The diagram alone.
pub fn mermaid(process: &Process, lang: Lang) -> String {
    let mut text = "```mermaid\nflowchart TD\n".to_owned();
    for state in &process.states {
        let label = format!("{} {}", state.key, state.name.say(lang));
        let _ = writeln!(text, "    {}[\"{label}\"]", state.key);
    }
    for step in &process.steps {
        for from in &step.from {
            let arrow = if step.aside { "-.->" } else { "-->" };
            let name = step.name.say(lang);
            let _ = writeln!(text, "    {from} {arrow}|\"{name}\"| {}", step.to);
        }
    }
    text.push_str("```\n\n");
    text
}

fn states(process: &Process, lang: Lang) -> String {
    let mut text = lang
        .t(
            "| bước | tên trong cơ quan | tên công khai | ai giữ | thời hạn | căn cứ |\n",
            "| state | name in the office | public name | held by | deadline | evidence |\n",
        )
        .to_owned();
    text.push_str("|---|---|---|---|---|---|\n");
    for state in &process.states {
        let _ = writeln!(text, "{}", state_row(state, lang));
    }
    text.push('\n');
    text
}

fn state_row(state: &State, lang: Lang) -> String {
    let deadline = state.deadline.map(|deadline| deadline.say(lang));
    format!(
        "| {} | {} | {} | {} | {} | {} |",
        state.key,
        state.name.say(lang),
        state.public.say(lang),
        roles(&state.holders, lang),
        deadline.unwrap_or_default(),
        state.evidence.name(lang)
    )
}

fn steps(process: &Process, lang: Lang) -> String {
    let mut text = lang
        .t(
            "| việc | từ | đến | ai làm | giấy tờ phải có | điều kiện |\n",
            "| step | from | to | who | papers | guards |\n",
        )
        .to_owned();
    text.push_str("|---|---|---|---|---|---|\n");
    for step in &process.steps {
        let _ = writeln!(text, "{}", step_row(step, lang));
    }
    text
}

fn step_row(step: &Step, lang: Lang) -> String {
    let papers: Vec<_> = step.papers.iter().map(|paper| paper.say(lang)).collect();
    let guards: Vec<_> = step.guards.iter().map(|guard| guard.name(lang)).collect();
    format!(
        "| {} | {} | {} | {} | {} | {} |",
        step.name.say(lang),
        step.from.join(", "),
        step.to,
        roles(&step.who, lang),
        papers.join("; "),
        guards.join("; ")
    )
}
