/** The three steps of a campaign: choose, write, preview and issue; those behind, the one of now, those ahead. */
import { catalogue, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: { label: '步骤', choose: '选企业', write: '写内容', issue: '预览、发出', behind: '已完成' },
  en: { label: 'Steps', choose: 'Choose firms', write: 'What it says', issue: 'Preview and issue', behind: 'done' },
})
const steps = ['choose', 'write', 'issue'] as const
export type StepName = (typeof steps)[number]

export function Steps({ now }: { readonly now: StepName }) {
  const w = useWords(words)
  const at = steps.indexOf(now)
  return (
    <ol className="cg-steps" aria-label={w.label}>
      {steps.map((step, n) => (
        <li key={step} className={n < at ? 'done' : n === at ? 'on' : undefined} {...(n === at ? { 'aria-current': 'step' as const } : {})}>
          <i aria-hidden="true">{n + 1}</i>
          <span>{w[step]}</span>
          {n < at ? <span className="vh">{w.behind}</span> : null}
        </li>
      ))}
    </ol>
  )
}
