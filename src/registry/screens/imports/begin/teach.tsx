/** What a sheet may hold: the columns of this kind, which of them it needs, and how to write in them. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { kindsOfImport } from '../../../imports/kinds/kinds.ts'

const words = catalogue({
  zh: {
    title: '表里可以有哪些列',
    note: '列名写法不同也认得，例如“司机姓名”“证件号码”“挂靠公司”。没有的列可以不要，多出的列不导入。',
    needed: '必有',
    how: [
      '有错的行不写入，在格里改，或下载标好错的原表改',
      '同一份表再导一次，什么都不会变；改过的表只更新变了的',
      '写入后三十天内可整批撤销',
    ].join('\n'),
  },
  en: {
    title: 'What columns a sheet may have',
    note: 'Headings are recognised in many wordings. Columns you lack may be missing; others are left out.',
    needed: 'needed',
    how: [
      'Wrong rows are not written: mend them in place, or in the returned sheet',
      'The same file again changes nothing; a changed file updates what changed',
      'All of an import can be undone for thirty days',
    ].join('\n'),
  },
})

export function Teach({ kind }: { readonly kind: keyof typeof kindsOfImport }) {
  const { say } = useLanguage()
  const w = useWords(words)
  const { fields, example } = kindsOfImport[kind]
  const examples = example as Readonly<Record<string, string>>
  return (
    <aside className="teach">
      <h2 className="h">{w.title}</h2>
      <p className="s sub">{w.note}</p>
      <dl>
        {fields.map(({ field, title, required, hint }) => (
          <div key={field}>
            <dt>
              {say(title)}
              {required ? <b className="red"> {w.needed}</b> : null}
            </dt>
            <dd>{hint ? say(hint) : examples[field]}</dd>
          </div>
        ))}
      </dl>
      <ul className="promise">
        {w.how.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </aside>
  )
}
