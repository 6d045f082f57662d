/** What may be done at an organisation; what may not stays in sight and says why, with the article where the law stands in the way. */
import { Button } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { LawNote } from '#ui/pieces/law-note.tsx'
import { unionLaw } from '#law/acts/union.ts'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { type ActName, actsOf, type ActState } from './acts.ts'
import type { Act } from './organisation-page.tsx'

const words = catalogue({
  zh: {
    can: '现在能做',
    cannot: '现在还不能',
    approve: '登记批复',
    fact: '登记一件事实',
    term: '登记换届',
    extend: '登记延期换届',
    cover: '覆盖一家企业',
    union: '给它建一个工会',
    below: '在下面登记',
    move: '调整隶属',
    end: '登记终止',
    onlyUpper: '由上一级工会办理。',
    onlyThose: '由管辖它的工会办理，您可以看。',
    proposed: '还没有上一级工会的批复，不能开展工作。',
    ended: '已经终止，只留历史。',
    approveNote: '批复文号、日期和第一届任期，登记后即成立',
    factNote: '规上、职工人数、地址等，从哪天起、凭哪份材料',
    termNote: '三年或者五年一届，登记后旧的一届自动结束',
    extendNote: '一般不超过半年，须有批复',
    coverNote: '没有单独建会的企业，从哪天起由它覆盖',
    unionNote: '登记后是“筹建”，批复以后成立',
    belowNote: '它下面的企业、工会或调解组织',
    moveNote: '换到别的街道、行业或园区，须有批复',
    endNote: '企业注销，或会员大会同意并经批准',
    record: '登记',
    found: '建会',
    moving: '调整',
  },
  en: {
    can: 'What may be done',
    cannot: 'Not now',
    approve: 'Record the approval',
    fact: 'Record a fact',
    term: 'Record a new term',
    extend: 'Record an extension',
    cover: 'Take in a firm',
    union: 'Found a union for it',
    below: 'Register below it',
    move: 'Move it',
    end: 'Record its end',
    onlyUpper: 'For the next higher union to do.',
    onlyThose: 'For the union that governs it to do; you may read.',
    proposed: 'The next higher union has not approved it yet, so it cannot act.',
    ended: 'It has ended; only its history stays.',
    approveNote: 'Number and day of the approval and the first term; it stands from then',
    factNote: 'Designated, workers, address: from which day, by which paper',
    termNote: 'Three or five years; the former term ends by itself',
    extendNote: 'Generally no more than half a year, by an approval',
    coverNote: 'A firm without a union of its own, from which day',
    unionNote: 'Is first being founded, and stands once approved',
    belowNote: 'Firms, unions or mediation bodies below it',
    moveNote: 'To another street, trade or park; needs an approval',
    endNote: 'The firm is closed, or the members resolved it and it was approved',
    record: 'Record',
    found: 'Found',
    moving: 'Move',
  },
})

interface Props {
  readonly body: OrganisationRecordWire
  readonly onAct: (act: Act) => void
}

const notes = {
  approve: 'approveNote',
  fact: 'factNote',
  term: 'termNote',
  extend: 'extendNote',
  cover: 'coverNote',
  union: 'unionNote',
  below: 'belowNote',
  move: 'moveNote',
  end: 'endNote',
} as const

export function RecordActs({ body, onAct }: Props) {
  const w = useWords(words)
  const acts = actsOf(body)
  const can = acts.filter((one) => !one.why)
  const cannot = acts.filter((one) => one.why)
  if (acts.length === 0) return null
  return (
    <section className="sheet pad body-acts">
      {can.length > 0 ? <h2 className="h">{w.can}</h2> : null}
      <ul className="acts">
        {can.map(({ act }) => (
          <li key={act}>
            <div>
              <h3>{w[act]}</h3>
              <p className="xs sub">{w[notes[act]]}</p>
            </div>
            <Button look={act === 'approve' ? 'pri' : 'plain'} aria-label={w[act]} onClick={() => onAct({ what: act } as Act)}>
              {act === 'union' ? w.found : act === 'move' ? w.moving : w.record}
            </Button>
          </li>
        ))}
      </ul>
      {cannot.length > 0 ? (
        <>
          <h2 className="h cannot">{w.cannot}</h2>
          <ul className="acts">
            {cannot.map((one) => (
              <Grey key={one.act} {...one} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Grey({ act, why, article }: ActState & { readonly act: ActName }) {
  const w = useWords(words)
  return (
    <li className="no">
      <h3>{w[act]}</h3>
      <p>
        {w[why!]} {article ? <LawNote law={unionLaw.art(article)} /> : null}
      </p>
    </li>
  )
}
