/** The fields of a member's qualification, as they are filled in for a new one and changed later. */
import { DayBox } from '#ui/controls/day-box.tsx'
import { catalogue, useWords } from '#ui/language.tsx'
import { Choice, Labelled } from '#ui/pieces/act-form.tsx'
import { type Team, teams } from '../../teams/team.ts'
import type { MemberWire } from '../../teams/team-wire.ts'

const words = catalogue({
  zh: {
    card: '证号',
    trainedOn: '培训日期',
    hours: '培训学时',
    examinedOn: '考核日期',
    exam: '考核结果',
    passed: '合格',
    failed: '不合格',
    unknown: '没有考核',
    certifiedBy: '发证单位',
    registration: '执业证号',
    areas: '擅长方向',
    areasHint: '用顿号或逗号隔开，如：工伤、欠薪',
    serves: '服务时间',
    limit: '最多联系几家企业',
  },
  en: {
    card: 'Card number',
    trainedOn: 'Trained on',
    hours: 'Hours of training',
    examinedOn: 'Examined on',
    exam: 'Examination',
    passed: 'Passed',
    failed: 'Failed',
    unknown: 'Not examined',
    certifiedBy: 'Certified by',
    registration: 'Registration number',
    areas: 'Fields',
    areasHint: 'Divide with commas: work injury, wages',
    serves: 'Hours of service',
    limit: 'Firms at most',
  },
})

export interface Typed {
  readonly cardNumber: string
  readonly trainedOn: string
  readonly trainingHours: string
  readonly examinedOn: string
  readonly exam: '' | 'passed' | 'failed'
  readonly certifiedBy: string
  readonly registration: string
  readonly areas: string
  readonly hours: string
  readonly loadLimit: string
}

export const typedOf = (member?: MemberWire): Typed => ({
  cardNumber: member?.cardNumber ?? '',
  trainedOn: member?.trainedOn ?? '',
  trainingHours: member?.trainingHours?.toString() ?? '',
  examinedOn: member?.examinedOn ?? '',
  exam: member?.examPassed === undefined ? '' : member.examPassed ? 'passed' : 'failed',
  certifiedBy: member?.certifiedBy ?? '',
  registration: member?.registration ?? '',
  areas: member?.areas.join('、') ?? '',
  hours: member?.hours ?? '',
  loadLimit: member?.loadLimit?.toString() ?? '',
})

/** As it is sent: what was left empty is cleared. */
export const sentOf = (typed: Typed) => ({
  cardNumber: typed.cardNumber.trim() || null,
  trainedOn: typed.trainedOn || null,
  trainingHours: typed.trainingHours === '' ? null : Number(typed.trainingHours),
  examinedOn: typed.examinedOn || null,
  examPassed: typed.exam === '' ? null : typed.exam === 'passed',
  certifiedBy: typed.certifiedBy.trim() || null,
  registration: typed.registration.trim() || null,
  areas: typed.areas
    .split(/[、,，;；]/)
    .map((area) => area.trim())
    .filter(Boolean),
  hours: typed.hours.trim() || null,
  loadLimit: typed.loadLimit === '' ? null : Number(typed.loadLimit),
})

interface Props {
  readonly team: Team
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
}

export function MemberFields({ team, typed, onTyped }: Props) {
  const w = useWords(words)
  const set = (part: Partial<Typed>) => onTyped({ ...typed, ...part })
  const needs = teams[team].needs
  const line = (
    name: 'cardNumber' | 'certifiedBy' | 'registration' | 'areas' | 'hours',
    label: string,
    optional: boolean,
    hint?: string,
  ) => (
    <Labelled label={label} path={name} optional={optional} hint={hint}>
      {(wiring) => <input {...wiring} className="box" value={typed[name]} onChange={(event) => set({ [name]: event.target.value })} />}
    </Labelled>
  )
  const number = (name: 'trainingHours' | 'loadLimit', label: string) => (
    <Labelled label={label} path={name} optional>
      {(wiring) => (
        <input
          {...wiring}
          className="box num"
          inputMode="numeric"
          value={typed[name]}
          onChange={(event) => set({ [name]: event.target.value.replace(/\D/g, '') })}
        />
      )}
    </Labelled>
  )
  const day = (name: 'trainedOn' | 'examinedOn', label: string, optional: boolean) => (
    <Labelled label={label} path={name} optional={optional}>
      {() => <DayBox label={label} value={typed[name]} onChange={(value) => set({ [name]: value })} />}
    </Labelled>
  )
  return (
    <>
      {team === 'volunteer' ? line('registration', w.registration, false) : line('cardNumber', w.card, !needs.includes('card'))}
      <div className="pair">
        {day('trainedOn', w.trainedOn, !needs.includes('training'))}
        {number('trainingHours', w.hours)}
      </div>
      <div className="pair">
        {day('examinedOn', w.examinedOn, !needs.includes('exam'))}
        <Labelled label={w.exam} path="examPassed" optional={!needs.includes('exam')}>
          {(wiring) => (
            <Choice
              wiring={wiring}
              value={typed.exam}
              none={w.unknown}
              options={[
                { id: 'passed', name: w.passed },
                { id: 'failed', name: w.failed },
              ]}
              onValue={(exam) => set({ exam: exam as Typed['exam'] })}
            />
          )}
        </Labelled>
      </div>
      {line('certifiedBy', w.certifiedBy, true)}
      {line('areas', w.areas, true, w.areasHint)}
      {line('hours', w.serves, true)}
      {number('loadLimit', w.limit)}
    </>
  )
}
