//! The guidance of a plan: shown on its page, and the form that records it.

use super::url;
use crate::document::choice;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind, Offer};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, PaperFormat};
use kc_app::plan::guide::{guidance, guide};
use kc_app::plan::{self, letter};
use kc_domain::kernel::id::{DocumentId, PlanId};
use kc_domain::kernel::text::Lang;
use kc_domain::plan::{Guidance, Plan};

/// This year's priorities as a part of the plan's page; nothing where nobody recorded any.
pub(super) fn parts(visit: &Visit<'_>, of: &Plan) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let held = guidance(&cx, of.id)?;
    if held.priorities.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts = vec![Part::Heading(
        lang.t("Ưu tiên của năm", "Priorities of the year")
            .to_owned(),
    )];
    let letter = held
        .letter
        .and_then(|id| kc_app::document::show(&cx, id).ok());
    if let Some(letter) = letter {
        let by = lang.t("Theo", "By");
        parts.push(Part::Text(format!(
            "{by} {}: {}.",
            letter.title(lang),
            letter.summary
        )));
    }
    let numbered = (1..).zip(&held.priorities);
    parts.extend(numbered.map(|(at, said)| Part::Text(format!("{at}. {said}"))));
    Ok(parts)
}

/// `GET /plans/{plan}/guidance`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = plan::show(&cx, visit.id("plan", PlanId::parse)?)?;
    let held = guidance(&cx, found.id)?;
    let typed = values(&held);
    form(visit, &found, &typed).show()
}

/// `POST /plans/{plan}/guidance`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = plan::show(&cx, visit.id("plan", PlanId::parse)?)?;
    match read(typed).and_then(|new| guide(&cx, found.id, new)) {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

/// `GET /plans/{plan}/guidance/paper/{format}`
pub fn paper(visit: &Visit<'_>) -> Answer {
    let id = visit.id("plan", PlanId::parse)?;
    let format = visit.id("format", PaperFormat::from_ending)?;
    let (name, bytes) = letter::write(&visit.cx(), id, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}

/// The files of the letter, as offers.
pub(super) fn papers(lang: Lang, id: PlanId) -> [Offer; 2] {
    let address = |ending| format!("{}/guidance/paper/{ending}", url(id));
    [
        Offer::open(
            lang.t("Công văn hướng dẫn (DOCX)", "Letter of guidance (DOCX)"),
            address("docx"),
        ),
        Offer::open(
            lang.t("Bản in công văn (PDF)", "Letter for print (PDF)"),
            address("pdf"),
        ),
    ]
}

fn values(held: &Guidance) -> Query {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let letter = held.letter.map_or_else(String::new, |id| id.to_string());
    Query::default()
        .with("letter", &letter)
        .with("priorities", &held.priorities.join("\n"))
        .with("desk", &text(&held.desk))
        .with("issuer", &text(&held.issuer))
        .with("addressees", &held.addressees.join("\n"))
        .with("copies", &held.copies.join("\n"))
        .with("signer_post", &text(&held.signer_post))
        .with("signer_name", &text(&held.signer_name))
}

fn read(typed: &Query) -> Done<Guidance> {
    let mut reader = FormReader::new(typed);
    let lines = |reader: &FormReader<'_>, name: &str| {
        let written = reader.written(name);
        written.lines().map(str::to_owned).collect()
    };
    let new = Guidance {
        letter: reader.choice_or_none("letter", DocumentId::parse),
        priorities: lines(&reader, "priorities"),
        issuer: reader.text_or_none("issuer"),
        addressees: lines(&reader, "addressees"),
        desk: reader.text_or_none("desk"),
        copies: lines(&reader, "copies"),
        signer_post: reader.text_or_none("signer_post"),
        signer_name: reader.text_or_none("signer_name"),
    };
    reader.finish(new)
}

fn form(visit: &Visit<'_>, of: &Plan, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(of.id);
    let title = lang.t("Hướng dẫn và ưu tiên của năm", "Guidance and priorities");
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Kế hoạch", "Plans"), "/plans"),
        crumb(&of.name, address.clone()),
    ];
    let mut fields = content(visit);
    fields.extend(frame(lang));
    let fields = fields.into_iter().map(|field| {
        let value = typed.get(&field.name);
        field.value(value)
    });
    let mut page = FormPage::new(shell, format!("{address}/guidance"), fields.collect())
        .buttons(lang.t("Lưu", "Save"), address);
    page.before = vec![Part::Offers(papers(lang, of.id).into())];
    page
}

/// What the guidance says.
fn content(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let priorities = lang.t("Ưu tiên của năm", "Priorities");
    let desk = lang.t("Nơi và cách đăng ký", "Where and how to register");
    vec![
        Field::new(lang, Kind::Long, "priorities", priorities)
            .hint(lang.t("Mỗi ưu tiên một dòng.", "One a line."))
            .optional(),
        Field::new(lang, Kind::Few, "desk", desk)
            .hint(lang.t(
                "Cơ quan, địa chỉ, điện thoại, thư điện tử. Để trống: đơn vị phụ trách kế hoạch.",
                "Office, address, telephone, mail. Empty: the organisation in charge of the plan.",
            ))
            .optional(),
        choice::field(
            &visit.cx(),
            "letter",
            lang.t("Công văn đã ký", "The signed letter"),
            None,
        )
        .hint(lang.t(
            "Chọn khi đã ghi vào Văn bản; số và ngày của nó hiện trên bản in.",
            "Choose it once it is among the documents; its number and day stand on the print.",
        )),
    ]
}

/// What stands around it on the paper.
fn frame(lang: Lang) -> Vec<Field> {
    let long = |name, label: &str, hint: &str| {
        let field = Field::new(lang, Kind::Few, name, label);
        field.hint(hint).optional()
    };
    let short = |name, label: &str| Field::text(lang, name, label).optional();
    vec![
        Field::new(
            lang,
            Kind::Section,
            "frame",
            lang.t("Thể thức công văn", "The form of the letter"),
        ),
        short(
            "issuer",
            lang.t("Cơ quan ban hành công văn", "Who issues the letter"),
        )
        .hint(lang.t(
            "Để trống: Sở Công Thương của tỉnh, thành phố.",
            "Empty: the Department of the province.",
        )),
        long(
            "addressees",
            lang.t("Kính gửi", "Addressed to"),
            lang.t(
                "Mỗi nơi một dòng. Để trống: UBND cấp xã, tổ chức dịch vụ khuyến công, cơ sở CNNT.",
                "One a line. Empty: communes, service organisations, rural industrial firms.",
            ),
        ),
        long(
            "copies",
            lang.t("Nơi nhận", "Copies to"),
            lang.t(
                "Mỗi nơi một dòng. Để trống: UBND tỉnh, Sở Tài chính, đơn vị phụ trách kế hoạch. “Như trên” và “Lưu: VT” tự thêm.",
                "One a line. Empty: the provincial committee, finance, the organisation in charge.",
            ),
        ),
        short(
            "signer_post",
            lang.t("Chức vụ người ký", "Post of who signs"),
        )
        .example("Phó Giám đốc"),
        short("signer_name", lang.t("Người ký", "Name of who signs")),
    ]
}
