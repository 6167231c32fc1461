//! Establishments.

mod history;

pub use history::{Support, supports};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, StoreError, Stored, Tx};
use kc_domain::establishment::{Establishment, LegalForm, TaxNumber, name_key};
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::kernel::text::{fold, sort_key};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

const COLUMNS: &str = "SELECT id, name, legal_form, tax_number, address_written, area, trade, \
                       products, owner_name, woman_owned, minority_owned, craft_village, workers, \
                       surveyed_on, organisation_id, party_id, illustrative, version \
                       FROM establishment";

/// Most records that are offered as looking alike.
const ALIKE_MAX: i64 = 20;

/// What a list is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of the name or the digits of the tax number, in any case and without accents.
    pub words: String,
    /// Only within any of these areas.
    pub areas: Option<Vec<AreaPath>>,
    /// Only this legal form.
    pub legal_form: Option<LegalForm>,
}

/// What a list is ordered by; what is unknown stands last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By name, from A to Y.
    #[default]
    Name,
    /// By name, from Y to A.
    NameDown,
    /// The fewest workers first.
    Workers,
    /// The most workers first.
    WorkersDown,
    /// The oldest survey first.
    Surveyed,
    /// The newest survey first.
    SurveyedDown,
}

impl Order {
    fn tail(self) -> &'static str {
        match self {
            Self::Name => "ORDER BY name_sort, id",
            Self::NameDown => "ORDER BY name_sort DESC, id",
            Self::Workers => "ORDER BY workers IS NULL, workers, name_sort, id",
            Self::WorkersDown => "ORDER BY workers IS NULL, workers DESC, name_sort, id",
            Self::Surveyed => "ORDER BY surveyed_on IS NULL, surveyed_on, name_sort, id",
            Self::SurveyedDown => "ORDER BY surveyed_on IS NULL, surveyed_on DESC, name_sort, id",
        }
    }
}

/// One establishment, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: EstablishmentId) -> Stored<Option<Establishment>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Establishments within a scope.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    order: Order,
    window: Window,
) -> Stored<Page<Establishment>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "establishment", Some("party_id"));
    conditions.holds_words(
        "(establishment.name_fold || ' ' || COALESCE(establishment.tax_number, ''))",
        &filter.words,
    );
    if let Some(areas) = &filter.areas {
        conditions.in_areas(areas, "establishment");
    }
    if let Some(form) = filter.legal_form {
        conditions.add("establishment.legal_form = ?", [form.code().into()]);
    }
    let parts = ["SELECT count(*) FROM establishment", COLUMNS, order.tail()];
    conditions.page(reader, parts, window, read)
}

/// Establishments within a scope with the same tax number or the same name.
pub fn alike(
    reader: &mut Reader<'_>,
    scope: &Scope,
    name: &str,
    tax_number: Option<&TaxNumber>,
) -> Stored<Vec<Establishment>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "establishment", Some("party_id"));
    conditions.add(
        "(establishment.name_key = ? OR establishment.tax_number = ?)",
        [
            name_key(name).into(),
            tax_number.map(TaxNumber::as_str).into(),
        ],
    );
    let tail = "ORDER BY name_sort, id LIMIT ?";
    let (sql, values) = conditions.statement(COLUMNS, tail, [ALIKE_MAX.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// Adds an establishment; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, new: &Establishment) -> Stored<()> {
    tx.execute(
        "INSERT INTO establishment (id, name, name_fold, name_sort, name_key, legal_form,
                                    tax_number, address_written, area, trade, products,
                                    owner_name, woman_owned, minority_owned, craft_village,
                                    workers, surveyed_on, organisation_id, party_id,
                                    illustrative, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19, $20, 1, $21)
         ON CONFLICT (id) DO NOTHING",
        &[
            new.id.into(),
            (&new.name).into(),
            fold(&new.name).into(),
            sort_key(&new.name).into(),
            name_key(&new.name).into(),
            new.legal_form.map(LegalForm::code).into(),
            new.tax_number.as_ref().map(TaxNumber::as_str).into(),
            (&new.address_written).into(),
            (&new.area).into(),
            new.trade.as_ref().into(),
            new.products.as_ref().into(),
            new.owner_name.as_ref().into(),
            new.woman_owned.into(),
            new.minority_owned.into(),
            new.craft_village.into(),
            new.workers.into(),
            new.surveyed_on.into(),
            new.organisation.into(),
            new.party.into(),
            new.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Changes an establishment that is still as the person saw it.
pub fn update(tx: &mut Tx<'_>, after: &Establishment) -> Stored<()> {
    tx.update_one(
        "UPDATE establishment
         SET name = $1, name_fold = $2, name_sort = $3, name_key = $4, legal_form = $5,
             tax_number = $6, address_written = $7, area = $8, trade = $9, products = $10,
             owner_name = $11, woman_owned = $12, minority_owned = $13, craft_village = $14,
             workers = $15, surveyed_on = $16, version = version + 1
         WHERE id = $17 AND version = $18",
        &[
            (&after.name).into(),
            fold(&after.name).into(),
            sort_key(&after.name).into(),
            name_key(&after.name).into(),
            after.legal_form.map(LegalForm::code).into(),
            after.tax_number.as_ref().map(TaxNumber::as_str).into(),
            (&after.address_written).into(),
            (&after.area).into(),
            after.trade.as_ref().into(),
            after.products.as_ref().into(),
            after.owner_name.as_ref().into(),
            after.woman_owned.into(),
            after.minority_owned.into(),
            after.craft_village.into(),
            after.workers.into(),
            after.surveyed_on.into(),
            after.id.into(),
            after.version.into(),
        ],
    )
}

fn read(row: &Row) -> Stored<Establishment> {
    let tax_number: Option<String> = row.get(3)?;
    let tax_number = tax_number.map(|text| TaxNumber::parse(&text)).transpose();
    Ok(Establishment {
        id: row.get(0)?,
        name: row.get(1)?,
        legal_form: row.code_or_none(2, LegalForm::from_code)?,
        tax_number: tax_number.map_err(|refusal| StoreError::Shape(format!("{refusal:?}")))?,
        address_written: row.get(4)?,
        area: row.get(5)?,
        trade: row.get(6)?,
        products: row.get(7)?,
        owner_name: row.get(8)?,
        woman_owned: row.get(9)?,
        minority_owned: row.get(10)?,
        craft_village: row.get(11)?,
        workers: row.get(12)?,
        surveyed_on: row.get(13)?,
        organisation: row.get(14)?,
        party: row.get(15)?,
        illustrative: row.get(16)?,
        version: row.get(17)?,
    })
}
