/** The case at hand: both sides' figures, the next date, and the acts of the mediation room. */
import { useQuery } from '@tanstack/react-query'
import { caseQuery } from '#engine/screens/questions.ts'
import type { CaseWire, StepWire } from '#engine/wire.ts'
import { daysBetween } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { Go, GoButton } from '#ui/controls/button.tsx'
import { fromToday, longDay } from '#ui/dates.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Chip, Mark } from '#ui/pieces/chip.tsx'
import { Trouble, Waiting } from '#ui/pieces/notice.tsx'
import type { Facts } from '../data.ts'
import type { Board } from '../desk/board.ts'
import { Figures } from './case-extras.tsx'

const words = catalogue({
  zh: {
    end: '调解期限届满',
    hearing: '下一场',
    mediators: '调解员',
    noMediator: '还没有指定',
    claims: '职工怎么说',
    answers: '企业怎么说',
    silent: '还没有陈述',
    open: '看案件',
    agreement: '调解协议书',
    packet: '合成一份',
  },
  en: {
    end: 'Mediation ends',
    hearing: 'Next hearing',
    mediators: 'Mediators',
    noMediator: 'none named yet',
    claims: 'The worker says',
    answers: 'The employer says',
    silent: 'nothing yet',
    open: 'Open the case',
    agreement: 'Agreement',
    packet: 'As one file',
  },
})

/** What one does in the mediation room, in that order; the first that is allowed is filled. */
const acts = [
  'assignMediators',
  'schedule',
  'stateClaim',
  'stateAnswer',
  'recordHearing',
  'draftAgreement',
  'sign',
  'accept',
  'notifyRespondent',
  'requestArbitralReview',
  'issuePaymentOrder',
  'fail',
]
const most = 5

export function AtHand({ id, board }: { readonly id: Id; readonly board: Board }) {
  const { data: file, error } = useQuery(caseQuery(id))
  if (error) return <Trouble error={error} />
  if (!file) return <Waiting />
  return <Hand file={file} board={board} />
}

function Hand({ file, board }: { readonly file: CaseWire; readonly board: Board }) {
  const { language, say } = useLanguage()
  const w = useWords(words)
  const row = board.cases.find((one) => one.id === file.id)
  const facts = file.facts as Partial<Facts>
  const allowed = acts.flatMap((id) => file.steps.filter((step) => step.id === id && step.allowed)).slice(0, most)
  return (
    <article className="sheet pad hand">
      <p className="s sub">
        <span className="num">{file.number}</span>　{file.matter}
      </p>
      <h2>
        <Go to="/desk/cases/$caseId" params={{ caseId: file.id }}>
          {file.subject}
        </Go>
      </h2>
      <p className="marks">
        <Chip tone={row && row.left <= 0 ? 'late' : 'run'}>{say(file.stateTitle)}</Chip>
        {file.marks.map((mark) => (
          <Mark key={mark.id}>{say(mark.title)}</Mark>
        ))}
      </p>
      <dl className="kv">
        {row ? (
          <>
            <dt>{w.end}</dt>
            <dd>
              <b className={row.left <= 0 ? 'red' : undefined}>{longDay(row.last, language, file.today)}</b>
              {'　'}
              {daysBetween(file.today, row.last) >= 0 ? fromToday(row.last, file.today, language) : ''}
            </dd>
          </>
        ) : null}
        {row?.hearing ? (
          <>
            <dt>{w.hearing}</dt>
            <dd>
              {longDay(row.hearing.on, language, file.today)} {row.hearing.at}
              {language === 'zh' ? '，' : ', '}
              {row.hearing.place}
            </dd>
          </>
        ) : null}
        <dt>{w.mediators}</dt>
        <dd>
          {file.assigned.length > 0 ? (
            file.assigned.map((one) => one.name).join(language === 'zh' ? '、' : ', ')
          ) : (
            <span className="faint">{w.noMediator}</span>
          )}
        </dd>
      </dl>
      <div className="sides">
        <Side title={w.claims} says={facts.workerStatements?.at(-1)?.says ?? facts.application?.happened} silent={w.silent} />
        <Side title={w.answers} says={facts.firmStatements?.at(-1)?.says} silent={w.silent} />
      </div>
      <section>
        <Figures facts={facts} today={file.today} />
      </section>
      <Acts file={file} steps={allowed} />
    </article>
  )
}

const Side = ({ title, says, silent }: { readonly title: string; readonly says: string | undefined; readonly silent: string }) => (
  <section>
    <h3>{title}</h3>
    <p className={says ? undefined : 'faint'}>{says ?? silent}</p>
  </section>
)

function Acts({ file, steps }: { readonly file: CaseWire; readonly steps: readonly StepWire[] }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const agreement = file.papers.findLast((paper) => paper.kind === 'mediationAgreement')
  return (
    <p className="acts">
      {steps.map((step, at) => (
        <GoButton
          key={step.id}
          look={at === 0 ? 'pri' : 'plain'}
          to="/desk/cases/$caseId"
          params={{ caseId: file.id }}
          search={{ step: step.id }}
        >
          {say(step.title)}
        </GoButton>
      ))}
      {agreement ? (
        <a className="btn" href={`/api/cases/${file.id}/papers/${agreement.id}?as=pdf`} target="_blank" rel="noreferrer">
          {w.agreement}
        </a>
      ) : null}
      <GoButton look="txt" to="/desk/cases/$caseId" params={{ caseId: file.id }}>
        {w.open}
      </GoButton>
    </p>
  )
}
