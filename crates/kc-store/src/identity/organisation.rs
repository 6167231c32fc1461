//! Organisations in their tree.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::identity::{Organisation, OrganisationKind};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::{fold, sort_key};
use kc_domain::policy::Scope;

const COLUMNS: &str = "SELECT id, name, short_name, kind, parent_id, area, illustrative, version \
                       FROM organisation";

/// What a list of organisations is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of the name, in any case and without accents.
    pub words: String,
    /// Only this kind.
    pub kind: Option<OrganisationKind>,
}

/// One organisation, whoever asks; the caller shows it only after a permit.
pub fn find(reader: &mut Reader<'_>, id: OrganisationId) -> Stored<Option<Organisation>> {
    let sql = "SELECT id, name, short_name, kind, parent_id, area, illustrative, version
               FROM organisation WHERE id = $1";
    reader
        .first(sql, &[id.into()])?
        .as_ref()
        .map(read)
        .transpose()
}

/// Organisations within a scope, by name.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    window: Window,
) -> Stored<Page<Organisation>> {
    let mut conditions = Conditions::new();
    conditions.scope_by_area(scope, "organisation");
    for word in fold(&filter.words)
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        conditions.add(
            "organisation.name_fold LIKE ?",
            [format!("%{word}%").into()],
        );
    }
    if let Some(kind) = filter.kind {
        conditions.add("organisation.kind = ?", [kind.code().into()]);
    }
    let parts = [
        "SELECT count(*) FROM organisation",
        COLUMNS,
        "ORDER BY name_sort, id",
    ];
    conditions.page(reader, parts, window, read)
}

/// Adds an organisation; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, organisation: &Organisation) -> Stored<()> {
    tx.execute(
        "INSERT INTO organisation (id, name, name_fold, name_sort, short_name, kind, parent_id,
                                   area, illustrative, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)
         ON CONFLICT (id) DO NOTHING",
        &[
            organisation.id.into(),
            (&organisation.name).into(),
            fold(&organisation.name).into(),
            sort_key(&organisation.name).into(),
            organisation.short_name.as_ref().into(),
            organisation.kind.code().into(),
            organisation.parent.into(),
            (&organisation.area).into(),
            organisation.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Changes an organisation that is still as the caller saw it.
pub fn update(tx: &mut Tx<'_>, organisation: &Organisation) -> Stored<()> {
    tx.update_one(
        "UPDATE organisation
         SET name = $1, name_fold = $2, name_sort = $3, short_name = $4, kind = $5,
             parent_id = $6, area = $7, version = version + 1
         WHERE id = $8 AND version = $9",
        &[
            (&organisation.name).into(),
            fold(&organisation.name).into(),
            sort_key(&organisation.name).into(),
            organisation.short_name.as_ref().into(),
            organisation.kind.code().into(),
            organisation.parent.into(),
            (&organisation.area).into(),
            organisation.id.into(),
            organisation.version.into(),
        ],
    )
}

fn read(row: &Row) -> Stored<Organisation> {
    Ok(Organisation {
        id: row.get(0)?,
        name: row.get(1)?,
        short_name: row.get(2)?,
        kind: row.code(3, OrganisationKind::from_code)?,
        parent: row.get(4)?,
        area: row.get(5)?,
        illustrative: row.get(6)?,
        version: row.get(7)?,
    })
}
