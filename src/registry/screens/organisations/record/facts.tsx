/** What holds today, each with its first day and the paper it is known from. */
import { Button, Go } from '#ui/controls/button.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { Scroller } from '#ui/pieces/scroller.tsx'
import { factKinds } from '../../../organisation.ts'
import type { OrganisationRecordWire } from '../../../organisations/organisation-wire.ts'
import { useFactValue } from './fact-words.tsx'
import type { Act } from './organisation-page.tsx'

const words = catalogue({
  zh: {
    title: '现在的情况',
    note: '改动从哪天起算，原来的留在经过里',
    what: '事项',
    value: '内容',
    since: '从哪天起',
    source: '凭什么',
    import: '导入',
    change: '改',
    changeOf: (what: string) => `改：${what}`,
    none: '还没有登记事实。',
  },
  en: {
    title: 'As it is now',
    note: 'a change counts from its day; what was before stays in the history',
    what: 'What',
    value: 'Value',
    since: 'Since',
    source: 'By which paper',
    import: 'import',
    change: 'Change',
    changeOf: (what) => `Change: ${what}`,
    none: 'No facts recorded yet.',
  },
})

export function Facts({ body, onAct }: { readonly body: OrganisationRecordWire; readonly onAct: (act: Act) => void }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const value = useFactValue()
  return (
    <section className="sheet pad">
      <h2 className="h">
        {w.title} <small>{w.note}</small>
      </h2>
      {body.facts.length === 0 ? <p className="s sub">{w.none}</p> : null}
      {body.facts.length > 0 ? (
        <Scroller label={w.title}>
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{w.what}</th>
                <th scope="col">{w.value}</th>
                <th scope="col">{w.since}</th>
                <th scope="col">{w.source}</th>
                <th scope="col">
                  <span className="vh">{w.change}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {body.facts.map((one) => (
                <tr key={one.id}>
                  <td className="sub nb">{say(factKinds[one.fact])}</td>
                  <td>
                    <b>{value(one.fact, one.value)}</b>
                  </td>
                  <td className="num nb">{one.since}</td>
                  <td className="sub">
                    {one.source}
                    {one.import ? (
                      <>
                        {' '}
                        <Go to="/desk/imports/$importId" params={{ importId: one.import }}>
                          {w.import}
                        </Go>
                      </>
                    ) : null}
                  </td>
                  <td className="r">
                    {body.may.change && body.standing !== 'ended' ? (
                      <Button
                        look="txt"
                        size="sm"
                        aria-label={w.changeOf(say(factKinds[one.fact]))}
                        onClick={() => onAct({ what: 'fact', fact: one.fact })}
                      >
                        {w.change}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      ) : null}
    </section>
  )
}
