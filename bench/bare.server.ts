/** The bare baseline: Fastify and pg with hand-written SQL, what a person would write who cared for nothing else. Knows only its two tables. */
import fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
const app = fastify()

const takeStep = `
with moved as (
  update bare.case_row set seq = seq + 1, facts = jsonb_set(facts, '{workerStatements}', coalesce(facts -> 'workerStatements', '[]') || $4::jsonb), updated_at = now()
  where id = $1 returning id, seq
)
insert into bare.step (case_id, seq, step, person_name, at, input) select id, seq, $2, $3, now(), $4::jsonb from moved returning seq`

app.post<{ Params: { id: string }; Body: { step: string; input: unknown } }>('/cases/:id/steps', async (request) => {
  const values = [request.params.id, request.body.step, 'somebody', JSON.stringify(request.body.input)]
  const { rows } = await pool.query({ name: 'step', text: takeStep, values })
  return rows[0]
})

const columns = `c.id, c.number, c.procedure, c.state, c.subject, c.matter, c.owner_id, c.opened_on, c.marks, c.parties, c.assigned, c.due -> 0 as due, c.due_on`
const list = (where: string) => `
select (select count(*)::int from bare.case_row c where ${where}) as total, o.name as owner_name, p.*
from (select ${columns} from bare.case_row c where ${where} order by c.due_on, c.id limit 50) p join bare.organisation o on o.id = p.owner_id
order by p.due_on, p.id`

app.get<{ Querystring: { unit: string; state: string } }>('/cases', async ({ query }) => {
  const { rows } = await pool.query({ name: 'list', text: list('c.unit_id = $1 and c.state = $2'), values: [query.unit, query.state] })
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
})

app.get('/health', () => 'ok')
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
