import { type Selectable, sql } from 'kysely'
import { asJson, type Db } from './database.ts'
import type { Schema } from './schema.ts'

export type ModelRow = Selectable<Schema['area_models']>
export type ModelledRow = Selectable<Schema['modelled_estimates']>

/** Adds the models of a run; those that it has already stay as they are. */
export async function addModels(db: Db, models: readonly ModelRow[]): Promise<void> {
  await sql`
    insert into area_models
    select * from jsonb_populate_recordset(null::area_models, ${asJson(models)}::jsonb)
    on conflict do nothing`.execute(db)
}

/** Adds modelled estimates of a run; those that it has already stay as they are. */
export async function addModelled(db: Db, estimates: readonly ModelledRow[]): Promise<void> {
  await sql`
    insert into modelled_estimates
    select * from jsonb_populate_recordset(null::modelled_estimates, ${asJson(estimates)}::jsonb)
    on conflict do nothing`.execute(db)
}

export async function modelsOf(db: Db, runId: string): Promise<ModelRow[]> {
  return db.selectFrom('area_models').selectAll().where('run_id', '=', runId).execute()
}

export async function modelledOf(db: Db, runId: string): Promise<ModelledRow[]> {
  return db.selectFrom('modelled_estimates').selectAll().where('run_id', '=', runId).execute()
}
