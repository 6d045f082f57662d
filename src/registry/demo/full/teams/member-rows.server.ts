/** Writes the members of the teams. Those that are there already stay as they are. */
import type { Query } from '#platform/database.server.ts'
import { demoDistrict } from '../../../demo.ts'
import type { TeamRow } from './members.ts'

export const writeTeams = (q: Query, rows: readonly TeamRow[]): Promise<unknown> => q(teamsSql, [demoDistrict.id, JSON.stringify(rows)])

const teamsSql = `
  insert into team_member (district_id, id, team, person_id, organisation_id, card_number, trained_on, training_hours, examined_on, exam_passed,
    certified_by, registration, load_limit, areas, since, until)
  select $1, id, team, person, organisation, "cardNumber", "trainedOn", "trainingHours", "examinedOn", "examPassed", "certifiedBy",
    registration, "loadLimit", areas, since, until
  from jsonb_to_recordset($2::jsonb) as r (id uuid, team text, person uuid, organisation uuid, "cardNumber" text, "trainedOn" date,
    "trainingHours" smallint, "examinedOn" date, "examPassed" boolean, "certifiedBy" text, registration text, "loadLimit" smallint,
    areas text[], since date, until date)
  on conflict do nothing`
