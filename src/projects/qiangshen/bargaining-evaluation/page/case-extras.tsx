/** What evaluation adds to the derived case page: the way to the score sheet, the questionnaires and the arithmetic. */
import type { CaseExtras } from '#engine/screens/case/case-page.tsx'
import type { CaseWire } from '#engine/wire.ts'
import { GoButton } from '#ui/controls/button.tsx'
import { catalogue, useWords } from '#ui/language.tsx'

const words = catalogue({
  zh: { title: '评估', open: '问卷、打分表和复算' },
  en: { title: 'Evaluation', open: 'Questionnaires, score sheet, arithmetic' },
})

function ToTheSheet({ file }: { readonly file: CaseWire }) {
  const w = useWords(words)
  return (
    <>
      <h2 className="h">{w.title}</h2>
      <GoButton to="/desk/evaluation/$caseId" params={{ caseId: file.id }}>
        {w.open}
      </GoButton>
    </>
  )
}

export const evaluationExtras: CaseExtras = { beside: (file) => <ToTheSheet file={file} /> }
