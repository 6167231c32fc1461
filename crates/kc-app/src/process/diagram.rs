//! A process drawn from its table: a diagram that Markdown readers draw, and tables of its states and steps.

use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::process::refusal::roles;
use kc_domain::process::{Process, State, Step};

/// The process as a page of Markdown with a Mermaid diagram.
pub fn markdown(process: &Process, lang: Lang) -> String {
    let from = show_date(process.from);
    let registered = lang.t("đăng ký từ ngày", "registered from");
    let head = format!(
        "# {}\n\n`{}` · {registered} {from} · {}\n",
        process.name.say(lang),
        process.reference(),
        process.basis
    );
    let note = process.note.iter().map(|note| format!("{note}\n"));
    let parts = [head].into_iter().chain(note).chain([
        mermaid(process, lang),
        states(process, lang),
        steps(process, lang),
    ]);
    parts.collect::<Vec<_>>().join("\n")
}

/// The diagram alone.
pub fn mermaid(process: &Process, lang: Lang) -> String {
    let nodes = process.states.iter().map(|state| {
        let name = state.name.say(lang);
        format!("    {0}[\"{0} {name}\"]", state.key)
    });
    let arrows = process.steps.iter().flat_map(|step| {
        step.from.iter().map(move |from| {
            let arrow = if step.aside { "-.->" } else { "-->" };
            let effects = step.effects.iter().map(|effect| effect.name(lang));
            let said: Vec<_> = [step.name.say(lang)].into_iter().chain(effects).collect();
            format!("    {from} {arrow}|\"{}\"| {}", said.join("<br>"), step.to)
        })
    });
    let lines: Vec<_> = nodes.chain(arrows).collect();
    format!("```mermaid\nflowchart TD\n{}\n```\n", lines.join("\n"))
}

fn states(process: &Process, lang: Lang) -> String {
    let head = lang.t(
        "| bước | tên trong cơ quan | tên công khai | ai giữ | thời hạn | căn cứ |",
        "| state | name in the office | public name | held by | deadline | evidence |",
    );
    let rows = process.states.iter().map(|state| state_row(state, lang));
    table(head, rows)
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
    let head = lang.t(
        "| việc | từ | đến | ai làm | giấy tờ phải có | điều kiện | hệ quả |",
        "| step | from | to | who | papers | guards | effects |",
    );
    let rows = process.steps.iter().map(|step| step_row(step, lang));
    table(head, rows)
}

fn step_row(step: &Step, lang: Lang) -> String {
    let papers: Vec<_> = step.papers.iter().map(|paper| paper.say(lang)).collect();
    let guards: Vec<_> = step.guards.iter().map(|guard| guard.name(lang)).collect();
    let effects: Vec<_> = step
        .effects
        .iter()
        .map(|effect| effect.name(lang))
        .collect();
    format!(
        "| {} | {} | {} | {} | {} | {} | {} |",
        step.name.say(lang),
        step.from.join(", "),
        step.to,
        roles(&step.who, lang),
        papers.join("; "),
        guards.join("; "),
        effects.join("; ")
    )
}

/// A table under a head that says how many columns there are.
fn table(head: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<_> = rows.collect();
    let columns = head.matches('|').count().saturating_sub(1);
    let line = "---|".repeat(columns);
    format!("{head}\n|{line}\n{}\n", rows.join("\n"))
}
