/** An organisation entered: a firm, a union to be approved, a federation; below whom it lies. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '#ui/api.ts'
import { DayBox } from '#ui/controls/day-box.tsx'
import { Sheet } from '#ui/controls/dialog.tsx'
import { Picker } from '#ui/controls/picker.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { ActForm, Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { mayLieBelow, type OrganisationKind, organisationKinds, sectors, unionKinds } from '../../organisation.ts'
import { askBodies, todayHere } from '../people/questions.ts'

const words = catalogue({
  zh: {
    title: '登记一个组织',
    below: (name: string) => `在 ${name} 下面登记`,
    forFirm: (firm: string) => `给 ${firm} 建工会`,
    unionOf: (firm: string) => `${firm}工会委员会`,
    noFirm: '机关、学校等不在企业名录里的，不填',
    kind: '类别',
    name: '全称',
    parent: '隶属于',
    parentHint: '街道、行业或园区工会',
    firm: '是哪家企业的工会',
    firmHint: '输入企业名称查找',
    creditCode: '统一社会信用代码',
    sector: '行业',
    none: '不填',
    employees: '职工人数',
    since: '从哪天起',
    proposed: '工会登记后先是“筹建”，上一级工会的批复登记以后才成立。',
    send: '登记',
    nothing: '没有找到',
  },
  en: {
    title: 'Register an organisation',
    below: (name) => `Register below ${name}`,
    forFirm: (firm) => `Found a union for ${firm}`,
    unionOf: (firm) => `${firm}工会委员会`,
    noFirm: 'Leave open for an office or school that is not on the list of firms',
    kind: 'Kind',
    name: 'Full name',
    parent: 'Belongs to',
    parentHint: 'A street, trade or park federation',
    firm: 'Union of which firm',
    firmHint: 'Type the firm’s name',
    creditCode: 'Unified social credit code',
    sector: 'Trade',
    none: 'Left open',
    employees: 'Workers',
    since: 'Since',
    proposed: 'A union is first “being founded”; it stands once the next higher union’s approval is recorded.',
    send: 'Register',
    nothing: 'Nothing found',
  },
})

interface Above {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
}
interface Named {
  readonly name: string
  readonly id: string | undefined
}
interface Props {
  readonly above?: Above
  readonly firm?: { readonly id: string; readonly name: string }
  readonly first?: OrganisationKind
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

const nobody: Named = { name: '', id: undefined }
type Placeable = Exclude<OrganisationKind, 'district'>
const placeable = (Object.keys(organisationKinds) as OrganisationKind[]).filter((kind): kind is Placeable => kind !== 'district')

export default function RegisterSheet({ above, firm: firstFirm, first, onClose, onMade }: Props) {
  const { say } = useLanguage()
  const w = useWords(words)
  const client = useQueryClient()
  const kinds = placeable.filter((kind) => !above || mayLieBelow(kind, above.kind))
  const [kind, setKind] = useState<OrganisationKind>(first ?? (kinds.includes('firm') ? 'firm' : kinds[0]!))
  const [parent, setParent] = useState<Named>(above ?? nobody)
  const [firm, setFirm] = useState<Named>(firstFirm ?? nobody)
  const [typed, setTyped] = useState({
    name: firstFirm ? w.unionOf(firstFirm.name) : '',
    creditCode: '',
    sector: '',
    employees: '',
    since: todayHere() as string,
  })
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  async function send(): Promise<void> {
    const { name, creditCode, sector, employees, since } = typed
    const ofFirm = kind === 'firm' || kind === 'platform'
    const made = await post<{ readonly id: string }>('/api/organisations', {
      kind,
      name,
      since,
      ...(parent.id ? { parent: parent.id } : {}),
      ...(kind === 'union' && firm.id ? { firm: firm.id } : {}),
      ...(ofFirm && creditCode ? { creditCode } : {}),
      ...(sector && kind !== 'union' ? { sector } : {}),
      ...(ofFirm && employees ? { employees: Number(employees) } : {}),
    })
    await Promise.all(['organisations', 'units'].map((key) => client.resetQueries({ queryKey: [key] })))
    onClose()
    onMade(made.id)
  }
  return (
    <Sheet title={firstFirm ? w.forFirm(firstFirm.name) : above ? w.below(above.name) : w.title} onClose={onClose}>
      <ActForm says={w.send} send={send} onCancel={onClose} ready={typed.name.trim().length > 1}>
        <Labelled label={w.kind} path="kind">
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={kind}
              options={kinds.map((id) => ({ id, name: say(organisationKinds[id]) }))}
              onValue={(id) => setKind(id as OrganisationKind)}
            />
          )}
        </Labelled>
        {unionKinds.includes(kind) ? <p className="said mild">{w.proposed}</p> : null}
        <Labelled label={w.name} path="name">
          {(wiring) => (
            <input {...wiring} className="box" maxLength={80} value={typed.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Labelled>
        {above ? null : (
          <BodyField
            label={w.parent}
            path="parent"
            hint={w.parentHint}
            kinds={['street', 'industry', 'park', 'district']}
            value={parent}
            onValue={setParent}
          />
        )}
        {kind === 'union' && !firstFirm ? (
          <BodyField
            label={w.firm}
            path="firm"
            hint={w.firmHint}
            optional={w.noFirm}
            kinds={['firm']}
            value={firm}
            onValue={(chosen) => {
              setFirm(chosen)
              if (chosen.id && typed.name === '') set({ name: w.unionOf(chosen.name) })
            }}
          />
        ) : null}
        {kind === 'firm' || kind === 'platform' ? <OfFirm typed={typed} set={set} /> : null}
        <Labelled label={w.since} path="since">
          {(wiring) => <DayBox label={w.since} value={typed.since} onChange={(since) => set({ since })} invalid={wiring['aria-invalid']} />}
        </Labelled>
      </ActForm>
    </Sheet>
  )
}

interface BodyFieldProps {
  readonly label: string
  readonly path: string
  readonly hint: string
  /** When it may be left open. */
  readonly optional?: string
  readonly kinds: readonly string[]
  readonly value: Named
  readonly onValue: (value: Named) => void
}

export function BodyField({ label, path, hint, optional, kinds, value, onValue }: BodyFieldProps) {
  const w = useWords(words)
  return (
    <Labelled label={label} path={path} optional={optional !== undefined} hint={optional}>
      {(wiring) => (
        <Picker
          describedBy={wiring['aria-describedby']}
          id={wiring.id}
          label={label}
          name={value.name}
          chosen={value.id}
          free={false}
          invalid={wiring['aria-invalid']}
          hint={hint}
          none={w.nothing}
          kind={kinds.join()}
          ask={askBodies(...kinds)}
          onChange={(name, id) => onValue({ name, id })}
        />
      )}
    </Labelled>
  )
}

interface FirmParts {
  readonly creditCode: string
  readonly sector: string
  readonly employees: string
}

function OfFirm({ typed, set }: { readonly typed: FirmParts; readonly set: (part: Partial<FirmParts>) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  return (
    <>
      <Labelled label={w.creditCode} path="creditCode" optional>
        {(wiring) => (
          <input
            {...wiring}
            className="box num"
            maxLength={18}
            value={typed.creditCode}
            onChange={(event) => set({ creditCode: event.target.value })}
          />
        )}
      </Labelled>
      <div className="pair">
        <Labelled label={w.sector} path="sector" optional>
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={typed.sector}
              none={w.none}
              options={Object.entries(sectors).map(([id, title]) => ({ id, name: say(title) }))}
              onValue={(sector) => set({ sector })}
            />
          )}
        </Labelled>
        <Labelled label={w.employees} path="employees" optional>
          {(wiring) => (
            <input
              {...wiring}
              className="box num"
              inputMode="numeric"
              value={typed.employees}
              onChange={(event) => set({ employees: event.target.value })}
            />
          )}
        </Labelled>
      </div>
    </>
  )
}
