/** The tables as they should be: numbered SQL files, forward only, each checked against what was applied, run once by whoever comes first. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { applicationRole, connectionSettings } from '../database.server.ts'
import { startProblem } from '../start-problem.ts'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

export interface Migrated {
  readonly applied: readonly string[]
  /** PostgreSQL's own version, `18.4`. */
  readonly serverVersion: string
}

export const oldestServer = 15
const lockKey = 7_210_462_001

/** Brings the database of the URL up to date as its owner. Throws a StartProblem when it is too old, unreachable or was changed. */
export async function migrate({ url, folder }: { readonly url: string; readonly folder: string }): Promise<Migrated> {
  const wanted = await readMigrations(folder)
  const client = new pg.Client({ ...connectionSettings({ url, role: null, statementSeconds: 0 }) })
  await connectOrSay(client)
  try {
    const serverVersion = await checkServer(client)
    const done = await appliedMigrations(client)
    checkUnchanged(wanted, done)
    if (done.length === wanted.length && (await roleIsReady(client))) return { applied: [], serverVersion }
    const applied = await applyMissing(client, wanted)
    return { applied, serverVersion }
  } finally {
    await client.end()
  }
}

/** The files of the folder in order; numbers must be 1, 2, 3 … without gap or double. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name, at) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
      if (number !== at + 1) throw new Error(`migration ${name} should be number ${at + 1}, as four digits, a dash and a name`)
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name: name.slice(0, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function connectOrSay(client: pg.Client): Promise<void> {
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    const why =
      code === '28P01' || code === '28000'
        ? ['用户名或密码不对', 'the user or the password is wrong']
        : code === '3D000'
          ? ['没有这个数据库', 'there is no such database']
          : [`连接失败 ${code}`.trim(), `connection failed ${code}`.trim()]
    const place = `${client.host}:${client.port}/${client.database ?? ''}`
    throw startProblem(`数据库 ${place} 无法使用：${why[0]}。`, `The database at ${place} cannot be used: ${why[1]}.`, error)
  }
}

async function checkServer(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  )
  const version = String(rows[0].name).split(' ')[0]!
  if (rows[0].number < oldestServer * 10_000)
    throw startProblem(
      `数据库是 PostgreSQL ${version}，本系统需要 ${oldestServer} 或更新的版本。`,
      `The database is PostgreSQL ${version}; version ${oldestServer} or newer is needed.`,
    )
  return version
}

type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>

async function appliedMigrations(client: pg.Client): Promise<readonly Applied[]> {
  const { rows } = await client.query("select to_regclass('public.hexie_migration') is not null as there")
  if (!rows[0].there) return []
  return (await client.query('select number, name, sha256 from public.hexie_migration order by number')).rows as Applied[]
}

function checkUnchanged(wanted: readonly Migration[], done: readonly Applied[]): void {
  for (const row of done) {
    const file = wanted[row.number - 1]
    if (!file)
      throw startProblem(
        `数据库比程序新：其中已有迁移 ${row.name}，本程序没有。请用更新的程序。`,
        `The database is newer than the program: it has migration ${row.name}, which the program lacks. Use a newer program.`,
      )
    if (file.sha256 !== row.sha256)
      throw startProblem(
        `迁移文件 ${file.name}.sql 在执行之后被改动过；已执行的迁移不能更改，请恢复原文件并另写新的迁移。`,
        `Migration ${file.name}.sql was changed after it had run; restore the file and write a new one instead.`,
      )
  }
}

async function applyMissing(client: pg.Client, wanted: readonly Migration[]): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [lockKey])
  try {
    await makeRole(client)
    await client.query(`create table if not exists public.hexie_migration (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`)
    const done = await appliedMigrations(client)
    checkUnchanged(wanted, done)
    const missing = wanted.slice(done.length)
    for (const migration of missing) await applyOne(client, migration)
    await client.query(grants)
    return missing.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey])
  }
}

async function applyOne(client: pg.Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into public.hexie_migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function roleIsReady(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select case when exists (select from pg_roles where rolname = $1)
       then pg_has_role(current_user, $1, 'MEMBER') and has_table_privilege($1, 'public.hexie_migration', 'select')
       else false end as ready`,
    [applicationRole],
  )
  return rows[0].ready === true
}

async function makeRole(client: pg.Client): Promise<void> {
  try {
    await client.query(makeRoleSql)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    const order = `create role ${applicationRole} nologin; grant ${applicationRole} to ${client.user};`
    throw startProblem(
      `数据库用户 ${client.user} 不能建立角色，请数据库管理员执行一次：${order}`,
      `The database user ${client.user} may not create roles; let an administrator run once: ${order}`,
      error,
    )
  }
}

const makeRoleSql = `do $$ begin
  if not exists (select from pg_roles where rolname = '${applicationRole}') then
    begin create role ${applicationRole} nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not pg_has_role(current_user, '${applicationRole}', 'USAGE') or current_setting('is_superuser') = 'on' then
    execute format('grant ${applicationRole} to %I', current_user);
  end if;
end $$`

// Rows of a district are never deleted unless their migration grants it; a table with an append-only trigger is never updated either.
const grants = `do $$ declare t record; begin
  execute 'grant usage on schema public to ${applicationRole}';
  execute 'grant usage on all sequences in schema public to ${applicationRole}';
  for t in
    select c.oid::regclass as name, c.relname,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id') or c.relname = 'district' as of_district,
      exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname like '%append_only') as history
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    if t.relname = 'hexie_migration' then
      execute format('grant select on %s to ${applicationRole}', t.name);
    else
      execute format('grant select, insert on %s to ${applicationRole}', t.name);
      if not t.history then execute format('grant update on %s to ${applicationRole}', t.name); end if;
      if not t.of_district then execute format('grant delete on %s to ${applicationRole}', t.name); end if;
    end if;
  end loop;
end $$`
