//! The appendix of the minutes: every score that counts, by member and criterion, beside the result.

use super::super::sight::{Mark, MemberSight, Sight, SightOfFile};
use super::minutes::named;
use kc_domain::appraisal::{Criterion, Points};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::paper::{Align, Appendix, Block, Cell, Column, Row, Sheet, Style, Table};
use kc_domain::kernel::text::Lang;

/// Most members side by side in one table; a council of more goes on in a second table.
const ABREAST: usize = 8;
/// Most rows of the appendix with every criterion: about forty pages. Above that only totals stand.
const ROWS_MAX: usize = 700;
/// Most rows of a table that stays on one page, with room for criteria of two lines.
const WHOLE_MAX: usize = 13;

/// The scores; nothing where none were given or the reader may not see them yet.
pub(super) fn appendix(sight: &Sight) -> Option<Appendix> {
    if sight.is_blind || sight.counted.is_empty() {
        return None;
    }
    let criteria = sight.sheet.criteria.len().saturating_add(1);
    let groups = sight.members.chunks(ABREAST).count();
    let rows = sight.files.len().saturating_mul(criteria);
    let is_long = rows.saturating_mul(groups) > ROWS_MAX;
    let mut blocks: Vec<_> = Vec::new();
    if is_long {
        blocks.push(Block::Paragraph(
            "Phiên có nhiều đề án nên phụ lục ghi tổng điểm của từng phiếu; điểm từng tiêu chí xem \
             trên phần mềm."
                .to_owned(),
        ));
        blocks.extend(abreast(sight).map(|some| Block::Table(totals(sight, some))));
    } else {
        blocks.extend(sight.files.iter().flat_map(|file| of_file(sight, file)));
    }
    blocks.extend(struck(sight));
    Some(Appendix {
        title: "Điểm của từng thành viên".to_owned(),
        attached_to: format!(
            "Kèm theo Biên bản phiên họp thứ {} ngày {}",
            sight.sitting.number,
            show_date(sight.sitting.held_on)
        ),
        blocks,
        sheet: Sheet::Landscape,
    })
}

/// The places of members in groups that fit side by side.
fn abreast(sight: &Sight) -> impl Iterator<Item = std::ops::Range<usize>> {
    let count = sight.members.len();
    let starts = (0..count).step_by(ABREAST);
    starts.map(move |from| from..from.saturating_add(ABREAST).min(count))
}

/// The members of a group with the mark each gave a file.
fn marked<'a>(
    sight: &'a Sight,
    file: &'a SightOfFile,
    group: &std::ops::Range<usize>,
) -> Vec<(&'a MemberSight, &'a Mark)> {
    let pairs = sight.members.iter().zip(&file.marks);
    pairs.skip(group.start).take(group.len()).collect()
}

fn of_file(sight: &Sight, file: &SightOfFile) -> Vec<Block> {
    let result = file.result.map(|points| format!("{points} điểm"));
    let result = result.unwrap_or_else(|| "chưa đủ phiếu".to_owned());
    let heading = format!("{} – kết quả: {result}", named(file));
    let mut blocks = vec![Block::Heading(2, heading)];
    blocks.extend(abreast(sight).map(|group| Block::Table(by_criterion(sight, file, &group))));
    blocks
}

/// Criteria by members, the sum of each score below; every table says its own file.
fn by_criterion(sight: &Sight, file: &SightOfFile, group: &std::ops::Range<usize>) -> Table {
    let members = marked(sight, file, group);
    let mut columns = vec![
        Column::new("Tiêu chí", 60, Align::Left),
        Column::new("Tối đa", 14, Align::Right),
    ];
    columns.extend(members.iter().map(|(held, _)| member_column(held)));
    let row = |criterion: &Criterion| {
        let mut cells = vec![
            Cell::Text(criterion.name.clone()),
            criterion.points_max.to_string().into(),
        ];
        let given = members
            .iter()
            .map(|(held, _)| given(sight, file, held, criterion));
        cells.extend(given.map(shown));
        Row::normal(cells)
    };
    let mut rows: Vec<_> = sight.sheet.criteria.iter().map(row).collect();
    let mut sums = vec!["Cộng".into(), sight.sheet.points_max().to_string().into()];
    sums.extend(members.iter().map(|(_, mark)| total(mark)));
    rows.push(Row::styled(Style::Total, sums));
    Table {
        columns,
        is_kept_whole: rows.len() <= WHOLE_MAX,
        rows,
        ..Table::default()
    }
}

fn totals(sight: &Sight, group: std::ops::Range<usize>) -> Table {
    let mut columns = vec![Column::new("Đề án", 60, Align::Left)];
    let members = sight.members.iter().skip(group.start).take(group.len());
    columns.extend(members.map(member_column));
    columns.push(Column::new("Kết quả", 16, Align::Right));
    let row = |file: &SightOfFile| {
        let mut cells = vec![Cell::Text(named(file))];
        cells.extend(
            marked(sight, file, &group)
                .iter()
                .map(|(_, mark)| total(mark)),
        );
        cells.push(shown(file.result));
        Row::normal(cells)
    };
    Table {
        columns,
        rows: sight.files.iter().map(row).collect(),
        ..Table::default()
    }
}

fn member_column(held: &MemberSight) -> Column {
    Column::new(&*held.member.name, 18, Align::Right)
}

fn given(
    sight: &Sight,
    file: &SightOfFile,
    held: &MemberSight,
    criterion: &Criterion,
) -> Option<Points> {
    let whose = (file.facts.project, held.member.person);
    let mut scores = sight.counted.iter();
    let score = scores.find(|score| (score.project, score.person) == whose)?;
    let mut points = score.points.iter();
    let found = points.find(|(code, _)| *code == criterion.code);
    found.map(|(_, points)| *points)
}

fn shown(points: Option<Points>) -> Cell {
    points.map_or(Cell::Empty, |points| points.to_string().into())
}

/// The sum of a score, or why there is none.
fn total(mark: &Mark) -> Cell {
    match mark {
        Mark::Scored(points) => points.to_string().into(),
        Mark::Late(points, _) => format!("{points} (phải hồi tị)").into(),
        Mark::Recused(_) => "hồi tị".into(),
        Mark::Owed => "chưa chấm".into(),
    }
}

/// Scores that count no more, kept to be read.
fn struck(sight: &Sight) -> Vec<Block> {
    let line = |score: &kc_domain::appraisal::Score| {
        let struck = score.struck.as_ref()?;
        let mut files = sight.files.iter();
        let file = files.find(|file| file.facts.project == score.project)?;
        let mut members = sight.members.iter();
        let held = members.find(|held| held.member.person == score.person)?;
        Some(format!(
            "{}, đề án {}: {} điểm, gạch lúc {}: {}",
            held.member.name,
            file.facts.code,
            score.total,
            struck.at.show(),
            struck.why.name(Lang::Vi)
        ))
    };
    let lines: Vec<_> = sight.struck.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let heading = "Phiếu đã gạch, không tính".to_owned();
    vec![Block::Heading(2, heading), Block::List(lines)]
}
