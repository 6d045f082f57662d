/** The value of a fact in words. */
import { catalogue, useLanguage, useWords } from '#ui/language.tsx'
import { type FactKind, ownerships, pilotLevels, sectors, sizes } from '../../../organisation.ts'

const words = catalogue({
  zh: { yes: '是', no: '不是', people: (n: string) => `${n} 人` },
  en: { yes: 'yes', no: 'no', people: (n) => n },
})

export function useFactValue(): (fact: FactKind, value: string | number | boolean) => string {
  const { language, say } = useLanguage()
  const w = useWords(words)
  return (fact, value) => {
    if (typeof value === 'boolean') return value ? w.yes : w.no
    if (typeof value === 'number') return w.people(value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'))
    const titles = { sector: sectors, size: sizes, ownership: ownerships, pilotLevel: pilotLevels }[fact as string] as
      | Record<string, { zh: string; en: string }>
      | undefined
    const title = titles?.[value]
    return title ? say(title) : value
  }
}
