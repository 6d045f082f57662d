/** `hexie audit`: checks the hash chains of cases and of the log, and writes their heads to be kept where nobody of the house can change them. */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { faultsOfChain } from '#engine/upkeep/audit.server.ts'
import { faultsOfKept } from '#engine/upkeep/kept-check.server.ts'
import { type CaseHead, caseHeads, missingCaseHeads } from '#engine/upkeep/case-heads.server.ts'
import type { Database } from '#platform/database.server.ts'
import { startProblem } from '#platform/start-problem.ts'
import { byProcedure } from './works.server.ts'
import { auditHeads, type AuditHead, missingHeads, verifyAudit } from '#registry/privacy/audit/verify.server.ts'

export interface AuditCommand {
  readonly db: Database
  readonly say: (line: string) => void
}

interface District {
  readonly id: string
  readonly name: string
}
const districts = (db: Database): Promise<District[]> => db.open<District>('select id, name from district order by id')

/** Throws a StartProblem when a chain is broken. `against`: an anchor; without one, newest entries that were cut off are not seen. */
export async function verifyChains({ db, say }: AuditCommand, against?: string): Promise<void> {
  let broken = 0
  const told = (name: string, kind: string, chain: string, seq: number, what = ''): void => {
    broken += 1
    say(`✗ ${name}  ${kind} ${chain}  seq ${seq}${what}`)
  }
  const all = await districts(db)
  for (const { id, name } of all) {
    for (const fault of await faultsOfChain(db, id)) told(name, 'case', fault.case, fault.seq)
    for (const fault of await verifyAudit(db, id)) told(name, 'audit', fault.chain, fault.seq)
    for (const fault of await faultsOfKept(db, id, byProcedure))
      told(name, 'case', fault.case, 0, `  ${fault.table} 与日志不符 differs from the log`)
  }
  if (against !== undefined) {
    const cut = '  与留存的链头不符 differs from the anchor'
    await eachPart(against, async (heads) => {
      for (const { id, name } of all) {
        const own = heads.filter((head) => head.district === id)
        for (const fault of await missingCaseHeads(db, id, own.flatMap(caseHeadIn))) told(name, 'case', fault.case, fault.seq, cut)
        for (const fault of await missingHeads(db, id, own.flatMap(auditHeadIn))) told(name, 'audit', fault.chain, fault.seq, cut)
      }
      for (const head of heads) if (all.every(({ id }) => id !== head.district)) told(head.district, head.kind, head.chain, head.seq, cut)
    })
  }
  if (broken > 0) throw startProblem(`哈希链断开 ${broken} 处。`, `The hash chains are broken in ${broken} places.`)
  say('✓ 哈希链完整 The hash chains are whole')
  if (against === undefined)
    say(
      '  最新记录是否被截去，须用 audit anchor 另存的文件核对 Whether newest entries were cut off is seen with audit verify --against <file>',
    )
}

/** One line a chain: its newest number and hash. The file must not exist yet. */
export async function writeAnchor({ db, say }: AuditCommand, path: string): Promise<void> {
  const file = await created(path)
  let lines = 0
  try {
    for (const { id: district } of await districts(db)) {
      const line = async (kind: Head['kind'], chain: string, { seq, hash }: AuditHead | CaseHead): Promise<void> => {
        await file.write(`${JSON.stringify({ district, kind, chain, seq, hash } satisfies Head)}\n`)
        lines += 1
      }
      for await (const head of caseHeads(db, district)) await line('case', head.case, head)
      for await (const head of auditHeads(db, district)) await line('audit', head.chain, head)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  say(
    `✓ 已写出 ${lines} 条链头，请存到本系统管理员无法改动的地方 ${lines} heads written; keep the file where the keepers of this system cannot change it`,
  )
}

async function created(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch {
    throw startProblem(`不能新建文件 ${path}（可能已存在）。`, `Cannot make ${path}; perhaps it exists already.`)
  }
}

interface Head {
  readonly district: string
  readonly kind: 'case' | 'audit'
  readonly chain: string
  readonly seq: number
  readonly hash: string
}
const caseHeadIn = ({ kind, chain, seq, hash }: Head): readonly CaseHead[] => (kind === 'case' ? [{ case: chain, seq, hash }] : [])
const auditHeadIn = ({ kind, chain, seq, hash }: Head): readonly AuditHead[] => (kind === 'audit' ? [{ chain, seq, hash }] : [])

async function eachPart(path: string, work: (heads: readonly Head[]) => Promise<void>): Promise<void> {
  let heads: Head[] = []
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') heads.push(headIn(line, path))
      if (heads.length === 1000) {
        await work(heads)
        heads = []
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw startProblem(`没有文件 ${path}。`, `There is no file ${path}.`)
  }
  await work(heads)
}

const id = /^[0-9a-f-]{36}$/
function headIn(line: string, path: string): Head {
  try {
    const { district, kind, chain, seq, hash } = JSON.parse(line) as Record<string, unknown>
    if (id.test(String(district)) && (kind === 'case' || kind === 'audit') && id.test(String(chain)) && Number.isSafeInteger(seq))
      return { district: String(district), kind, chain: String(chain), seq: Number(seq), hash: String(hash) }
  } catch {
    // Told below.
  }
  throw startProblem(`${path} 不是 audit anchor 写出的文件。`, `${path} was not written by audit anchor.`)
}
