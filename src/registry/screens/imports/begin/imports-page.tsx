/** Where an import begins: what is brought and for whom, the file, and the imports there were. */
import '../promise.css'
import './begin.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Trouble } from '#ui/pieces/notice.tsx'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { kindsOfImport } from '../../../imports/kinds/kinds.ts'
import type { ImportKind } from '../../../imports/import-wire.ts'
import { follow } from '../followed.ts'
import { putIn, templateAddress } from '../questions.ts'
import { kindNames } from '../wording.ts'
import { DropZone } from './drop-zone.tsx'
import { Earlier } from './earlier.tsx'
import { Teach } from './teach.tsx'
import { ForWhom, useForWhom } from './for-whom.tsx'

const words = catalogue({
  zh: {
    title: '导入',
    lede: '把 Excel、WPS 里的表放进来：认列、查错、在格里改好，您确认以后才写入。',
    kind: '导什么',
    whom: '给哪里导',
    file: '放入文件',
    template: '下载空表',
    templateNote: (kind: string) => `${kind}的空表，身份证号、手机号列已设为文本`,
    first: '请先选给哪里导',
  },
  en: {
    title: 'Import',
    lede: 'Bring a sheet from Excel or WPS: columns are recognised, faults shown and mended in place, and nothing is written before you confirm.',
    kind: 'What',
    whom: 'For',
    file: 'The file',
    template: 'Download a blank sheet',
    templateNote: (kind) => `Blank sheet: ${kind}, with ID and mobile numbers as text`,
    first: 'Choose for whom first',
  },
})

const kindNotes: Readonly<Record<ImportKind, { readonly zh: string; readonly en: string }>> = {
  members: { zh: '职工和会员，一人一行', en: 'Employees and members, a row each' },
  drivers: { zh: '货车司机、骑手，可以没有单位', en: 'With or without a firm' },
  firms: { zh: '企业一家一行，规上按年度', en: 'A row a firm; designated by year' },
  supervisors: { zh: '调解员、监督员等，带证号和任期', en: 'Mediators, supervisors, with cards and terms' },
}
const kinds = Object.keys(kindsOfImport) as (keyof typeof kindsOfImport)[]

export function ImportsAt() {
  const { kind: asked } = useSearch({ strict: false }) as { kind?: string }
  const { say } = useLanguage()
  const w = useWords(words)
  const navigate = useNavigate()
  const [kind, setKind] = useState<keyof typeof kindsOfImport>(() => kinds.find((one) => one === asked) ?? 'members')
  const whom = useForWhom()
  const [gone, setGone] = useState<number>()
  const [error, setError] = useState<unknown>()
  async function bring(file: File): Promise<void> {
    if (!whom.unit) return
    setError(undefined)
    setGone(0)
    try {
      const { id } = await putIn(kind, whom.unit, file, setGone)
      follow(id)
      await navigate({ to: '/desk/imports/$importId', params: { importId: id } })
    } catch (problem) {
      setError(problem)
    } finally {
      setGone(undefined)
    }
  }
  return (
    <div className="imports">
      <title>{w.title}</title>
      <header>
        <h1 className="big">{w.title}</h1>
        <p className="sub">{w.lede}</p>
      </header>
      <div className="imports-main">
        <section className="sheet bring">
          <fieldset className="field">
            <legend className="label">{w.kind}</legend>
            <div className="kinds">
              {kinds.map((one) => (
                <label key={one} className="pick">
                  <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
                  <span>
                    <b>{say(kindNames[one])}</b>
                    <small>{say(kindNotes[one])}</small>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <ForWhom whom={whom} single={kind !== 'firms'} />
          <div className="field">
            <p className="label">{w.file}</p>
            <DropZone gone={gone} ready={whom.unit !== undefined} why={w.first} onFile={(file) => void bring(file)} />
            {error ? <Trouble error={error} /> : null}
          </div>
          <p className="blank">
            <a className="btn" href={templateAddress(kind)} download>
              {w.template}
            </a>
            <span className="s sub">{w.templateNote(say(kindNames[kind]))}</span>
          </p>
        </section>
        <Earlier />
      </div>
      <Teach kind={kind} />
    </div>
  )
}
