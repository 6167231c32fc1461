//! Photos of a visit: the thumbnails, the form, the file.

use super::url;
use crate::kernel::answer::{Answer, Reply, render};
use crate::kernel::components::{Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use askama::Template;
use kc_app::kernel::{Done, Failure};
use kc_app::monitoring;
use kc_app::monitoring::photo::{NewPhoto, add, open as open_file};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{AttachmentId, VisitId};
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::{Photo, Spot, Visit as Held, taken_at};

/// The thumbnails of a visit.
#[derive(Template)]
#[template(path = "monitoring/photos.html")]
struct Photos {
    shown: Vec<Shown>,
}

/// One thumbnail.
struct Shown {
    url: String,
    caption: String,
    note: String,
}

/// The photos, each with what it shows, when and where.
pub fn gallery(visit: VisitId, photos: &[Photo]) -> Done<Part> {
    let shown = photos.iter().map(|photo| Shown {
        url: format!("{}/photos/{}", url(visit), photo.file),
        caption: photo.caption.clone(),
        note: note(photo),
    });
    let shown = shown.collect();
    Ok(Part::Drawing(render(&Photos { shown })?))
}

fn note(photo: &Photo) -> String {
    let parts = [
        photo.taken_at.map(Instant::show),
        photo.place_written.clone(),
        photo.spot.as_ref().map(|spot| spot.as_str().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `GET /visits/{visit}/photos/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    let found = monitoring::show(&visit.cx(), visit.id("visit", VisitId::parse)?)?;
    let place = found.place_written.clone().unwrap_or_default();
    let typed = Query::default().with("place_written", &place);
    form(visit, &found, &typed).show()
}

fn form(visit: &Visit<'_>, found: &Held, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm ảnh", "Add a photo"));
    shell.crumbs = vec![
        crumb(lang.t("Thực địa", "Field work"), "/visits"),
        crumb(found.title(lang), url(found.id)),
    ];
    let action = format!("{}/photos", url(found.id));
    let mut page = FormPage::new(shell, action, fields(lang, typed))
        .buttons(lang.t("Thêm ảnh", "Add"), url(found.id));
    page.with_files = true;
    page
}

fn fields(lang: Lang, typed: &Query) -> Vec<Field> {
    let photo = Kind::File("image/jpeg,image/png");
    let fields = vec![
        Field::new(lang, photo, "photo", lang.t("Ảnh", "Photo")).hint(lang.t(
            "jpg hoặc png, tối đa 25 MB. Ảnh có sẵn giờ và tọa độ thì để trống hai mục đó.",
            "jpg or png, at most 25 MB. Time and spot are read from the photo where it tells them.",
        )),
        Field::text(lang, "caption", lang.t("Ảnh chụp gì", "What it shows"))
            .example(lang.t("Máy đã lắp tại xưởng 2", "The machine in workshop 2")),
        Field::new(
            lang,
            Kind::Short,
            "taken_at",
            lang.t("Chụp lúc", "Taken at"),
        )
        .example("22/11/2026 08:30")
        .optional(),
        Field::text(lang, "place_written", lang.t("Chụp tại", "Taken in")).optional(),
        Field::new(
            lang,
            Kind::Short,
            "spot",
            lang.t("Vĩ độ; kinh độ", "Latitude; longitude"),
        )
        .example("20,9281; 106,6753")
        .optional(),
    ];
    super::fields::filled(fields, typed)
}

/// `POST /visits/{visit}/photos`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, lang) = (visit.cx(), visit.lang());
    let found = monitoring::show(&cx, visit.id("visit", VisitId::parse)?)?;
    let upload = visit.arrival.uploads.iter();
    let upload = upload.into_iter().find(|file| file.field == "photo");
    let file = upload.map_or(("", [].as_slice()), |file| {
        (file.file_name.as_str(), file.bytes.as_slice())
    });
    let typed = &visit.arrival.form;
    match read(typed).and_then(|new| add(&cx, found.id, file, new)) {
        Ok(_) => Reply::see_other(url(found.id), lang.t("Đã thêm ảnh.", "The photo is kept.")),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

fn read(typed: &Query) -> Done<NewPhoto> {
    let mut reader = FormReader::new(typed);
    let new = NewPhoto {
        caption: reader.text("caption"),
        taken_at: reader.choice_or_none("taken_at", taken_at),
        place_written: reader.text_or_none("place_written"),
        spot: reader.choice_or_none("spot", Spot::parse),
    };
    reader.finish(new).map_err(in_words)
}

/// What is typed here is no choice of a list, so the problem is said in its own words.
fn in_words(failure: Failure) -> Failure {
    let Failure::Invalid(mut problems) = failure else {
        return failure;
    };
    for problem in &mut problems {
        let (vi, en) = match problem.field.as_str() {
            "taken_at" => (
                "Ghi ngày và giờ như 22/11/2026 08:30.",
                "Write it like 22/11/2026 08:30.",
            ),
            "spot" => (
                "Ghi vĩ độ rồi kinh độ như 20,9281; 106,6753.",
                "Latitude first, as in 20,9281; 106,6753.",
            ),
            _ => continue,
        };
        problem.text = kc_domain::kernel::text::Text::new(vi, en);
    }
    Failure::Invalid(problems)
}

/// `GET /visits/{visit}/photos/{file}`
pub fn open(visit: &Visit<'_>) -> Answer {
    let of = visit.id("visit", VisitId::parse)?;
    let file = visit.id("file", AttachmentId::parse)?;
    let (name, kind, bytes) = open_file(&visit.cx(), of, file)?;
    Ok(Reply::File {
        name,
        content_type: kind.media_type(),
        bytes,
    })
}
