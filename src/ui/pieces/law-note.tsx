/** The law beside what it governs: short name and article, opening to the full name and the decisive words. */
import './law-note.css'
import '../controls/menu.css'
import { type ReactNode, useId, useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { LawPlace } from '../api.ts'
import { catalogue, type Language, useLanguage, useWords } from '../language.tsx'

const words = catalogue({
  zh: { mark: '法', practice: '区', article: (n: string) => `第${n}条`, open: (name: string) => `看法条：${name}` },
  en: { mark: '§', practice: '○', article: (n: string) => `art. ${n}`, open: (name: string) => `Read the article: ${name}` },
})

/** 劳动争议调解仲裁法 第14条 / Labour Dispute Mediation and Arbitration Law, art. 14 */
export const lawName = (law: LawPlace, language: Language, name: 'title' | 'short' = 'short'): string =>
  language === 'zh' ? `${law[name].zh} ${words.zh.article(law.article)}` : `${law[name].en}, ${words.en.article(law.article)}`

/** What a district arranged for itself is never printed as law: the ids of such acts begin so. */
export const isPractice = (law: Pick<LawPlace, 'act'>): boolean => law.act.startsWith('practice-')

/** For rows: the words open beside the note. */
export function LawNote({ law }: { readonly law: LawPlace }) {
  const { language } = useLanguage()
  const w = useWords(words)
  return (
    <DialogTrigger>
      <Button
        className={isPractice(law) ? 'law practice' : 'law'}
        data-mark={isPractice(law) ? w.practice : w.mark}
        aria-label={w.open(lawName(law, language))}
      >
        <span>{lawName(law, language)}</span>
      </Button>
      <Popover className="pop" placement="bottom start">
        <Dialog className="law-pop">
          <Heading slot="title" level={3}>
            {lawName(law, language, 'title')}
          </Heading>
          <p className="lawtext" lang="zh-CN">
            {law.quote}
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** For reading matter: the words unfold in place, under the sentence that stands on them. */
export function LawUnfold({
  law,
  open: first = false,
  children,
}: {
  readonly law: LawPlace
  readonly open?: boolean
  readonly children?: ReactNode
}) {
  const { language } = useLanguage()
  const w = useWords(words)
  const [open, setOpen] = useState(first)
  const id = useId()
  return (
    <>
      <p>
        {children}{' '}
        <button
          type="button"
          className="law"
          data-mark={w.mark}
          aria-expanded={open}
          aria-controls={id}
          aria-label={w.open(lawName(law, language))}
          onClick={() => setOpen(!open)}
        >
          <span>{lawName(law, language)}</span>
        </button>
      </p>
      <p id={id} className="lawtext" lang="zh-CN" hidden={!open}>
        {law.quote}
      </p>
    </>
  )
}
