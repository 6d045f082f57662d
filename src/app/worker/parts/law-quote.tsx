/** 看法条: the decisive words of an article, folded under the sentence they stand behind. */
import type { Text } from '#kernel/text.ts'
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'

export interface Quoted {
  readonly act: string
  readonly title: Text
  readonly article: string
  readonly quote: string
}

const words = catalogue({ zh: { see: '看法条' }, en: { see: 'The law' } })

export function LawQuote({
  laws,
  title,
  counted,
}: {
  readonly laws: readonly Quoted[]
  readonly title?: string
  readonly counted?: string
}) {
  const w = useWords(words)
  const { language } = useLanguage()
  const once = laws.filter((law, at) => laws.findIndex((other) => other.act === law.act && other.article === law.article) === at)
  if (!once.length) return null
  return (
    <details>
      <summary>{title ?? w.see}</summary>
      <div className="words">
        {once.map((law) => (
          <p key={`${law.act}${law.article}`}>
            {language === 'zh' ? `《${law.title.zh}》第 ${law.article} 条：` : `${law.title.en}, art. ${law.article}: `}
            <span lang="zh-CN">“{law.quote}”</span>
          </p>
        ))}
        {counted ? <p>{counted}</p> : null}
      </div>
    </details>
  )
}
