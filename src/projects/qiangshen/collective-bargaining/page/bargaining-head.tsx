/** The head of a bargaining: the firm, the year, where it stands, and the next date with its article and how it was counted. */
import type { CaseWire } from '#engine/wire.ts'
import { useLateness } from '#engine/screens/due-words.tsx'
import { Go } from '#ui/controls/button.tsx'
import { fromToday, longDay, shortDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip } from '#ui/pieces/chip.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import type { Facts } from '../data.ts'

export const kindWords = catalogue({
  zh: {
    wage: '工资集体协商',
    comprehensive: '集体合同协商',
    safety: '劳动安全卫生专项协商',
    women: '女职工权益保护专项协商',
    skillWages: '能级工资集体协商',
  },
  en: {
    wage: 'Wage bargaining',
    comprehensive: 'Comprehensive contract',
    safety: 'Safety and health contract',
    women: 'Women workers’ contract',
    skillWages: 'Skill-grade wage bargaining',
  },
})

const words = catalogue({
  zh: {
    title: (firm: string, year: string, kind: string) => `${firm}　${year} 年${kind}`,
    designated: '规上企业',
    employees: (n: number) => `职工 ${n.toLocaleString('zh-CN')} 人`,
    delegates: (workers: number, employer: number) => `协商代表 职工方 ${workers} 人、企业方 ${employer} 人`,
    none: '没有在走的时限',
    others: '其他时限',
    whole: '案件全页、经过与文书',
    colon: '：',
    sep: '；',
  },
  en: {
    title: (firm, year, kind) => `${firm}: ${kind} ${year}`,
    designated: 'designated size',
    employees: (n) => `${n.toLocaleString('en-GB')} employees`,
    delegates: (workers, employer) => `delegates: ${workers} for the workers, ${employer} for the employer`,
    none: 'No clock is running',
    others: 'Other clocks',
    whole: 'Whole case, timeline and papers',
    colon: ': ',
    sep: '; ',
  },
})

export function BargainingHead({ file, facts }: { readonly file: CaseWire; readonly facts: Facts }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const kinds = useWords(kindWords)
  const { offer, workerSide, employerSide } = facts
  const firm = employerSide?.firm ?? workerSide?.firm ?? offer?.firm
  const name = offer?.company.name ?? file.subject
  return (
    <header className="bh">
      <div>
        <h1>{offer ? w.title(name, file.openedOn.slice(0, 4), kinds[offer.kind]) : name}</h1>
        <p className="meta s sub">
          <Chip tone={file.ended ? 'ok' : file.due[0]?.overdue ? 'late' : 'run'}>{say(file.stateTitle)}</Chip>
          <span className="num nb">{file.number}</span>
          {firm?.designated ? <span>{w.designated}</span> : null}
          {firm?.employees ? <span>{w.employees(firm.employees)}</span> : null}
          {workerSide && employerSide ? <span>{w.delegates(workerSide.delegates.length, employerSide.delegates.length)}</span> : null}
          <Go to="/desk/cases/$caseId" params={{ caseId: file.id }}>
            {w.whole}
          </Go>
        </p>
      </div>
      <NextDate file={file} />
    </header>
  )
}

function NextDate({ file }: { readonly file: CaseWire }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const lateness = useLateness()
  const [next, ...others] = file.due
  if (!next) return <p className="s sub">{w.none}</p>
  return (
    <div className="dl">
      <p>
        <span className="s sub">{say(next.title)}</span> <b>{longDay(next.last, language, file.today)}</b>{' '}
        <em>{next.overdue ? lateness(next, file.today, new Map()) : fromToday(next.last, file.today, language)}</em>
      </p>
      <p className="xs">
        {say(next.counted)} <LawNote law={next.law} />
      </p>
      {others.length > 0 ? (
        <p className="xs sub">
          {w.others}
          {w.colon}
          {others.map((one) => `${say(one.title)} ${shortDay(one.last, language, file.today)}`).join(w.sep)}
        </p>
      ) : null}
    </div>
  )
}
