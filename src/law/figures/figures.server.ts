/** The local figures a district has recorded: those that hold on a day, all there were, and a new one. */
import type { Day } from '#kernel/day.ts'
import { type Id, newId } from '#kernel/id.ts'
import { chainOf, type Region } from '#kernel/region.ts'
import type { Query } from '#platform/database.server.ts'
import { type FigureId, figureIds } from './figure.ts'

export interface LocalFigure {
  readonly figure: FigureId
  readonly region: Region
  /** A whole number in the unit of the figure. */
  readonly value: number
  readonly since: Day
  /** The last day; absent while no later one is known for the same place. */
  readonly until?: Day
  readonly source: string
}

interface FigureRow extends Omit<LocalFigure, 'until' | 'value'> {
  readonly value: string | number
  readonly until: Day | null
}

const figureOf = ({ value, until, ...row }: FigureRow): LocalFigure => ({ ...row, value: Number(value), ...(until && { until }) })

const columns = `figure, region, value, since, source,
  (lead(since) over (partition by figure, region order by since) - 1)::date as until`

/** What holds on the day in the place: of each figure the one of the nearest place that has any by then. Absent: not recorded. */
export async function figuresOn(
  q: Query,
  district: Id,
  on: Day,
  region: Region,
): Promise<Readonly<Partial<Record<FigureId, LocalFigure>>>> {
  const rows = await q<FigureRow>(
    `select distinct on (figure) * from (select ${columns} from local_figure where district_id = $1 and region = any ($3)) known
     where since <= $2 order by figure, array_position($3, region), since desc`,
    [district, on, chainOf(region)],
  )
  return Object.fromEntries(rows.map((row) => [row.figure, figureOf(row)]))
}

/** Every figure recorded, newest first, those of the nearest place before those of the wider. */
export async function allFigures(q: Query, district: Id): Promise<readonly LocalFigure[]> {
  const rows = await q<FigureRow>(
    `select * from (select ${columns} from local_figure where district_id = $1) known where figure = any ($2)
     order by array_position($2, figure), since desc, length(region) desc limit 500`,
    [district, figureIds],
  )
  return rows.map(figureOf)
}

export interface NewFigure extends Omit<LocalFigure, 'until'> {
  /** What was recorded wrongly from the same day is to be replaced. */
  readonly replaces?: boolean
  readonly by?: Id
}

/** Records a figure from its first day. Undefined when written; otherwise the one already known from that day, which stays unless `replaces`. */
export async function recordFigure(q: Query, district: Id, wanted: NewFigure): Promise<LocalFigure | undefined> {
  const { figure, region, value, since, source, replaces = false, by } = wanted
  const written = await q(
    `insert into local_figure (district_id, id, figure, region, value, since, source, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (district_id, figure, region, since) do update
       set value = excluded.value, source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = now()
       where $9::boolean or (local_figure.value = excluded.value and local_figure.source = excluded.source)
     returning id`,
    [district, newId(), figure, region, value, since, source, by ?? null, replaces],
  )
  if (written.length > 0) return undefined
  const [known] = await q<FigureRow>(
    `select figure, region, value, since, source, null as until from local_figure
     where district_id = $1 and figure = $2 and region = $3 and since = $4`,
    [district, figure, region, since],
  )
  return known && figureOf(known)
}
