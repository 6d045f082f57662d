/** What the screens of evaluation ask over HTTP, and how scores and rates are written. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import type { Language } from '#kernel/text.ts'
import { get } from '#ui/api.ts'
import type { EvaluationPage, EvaluationWire, Rubrics, Summary } from '../desk/wire.ts'
import type { Item, Question } from '../rubric/rubric.ts'

export interface EvaluationSearch {
  readonly round?: string
  readonly state?: string
  readonly band?: string
  readonly unit?: string
  readonly q?: string
}

export const evaluationsPage = (search: EvaluationSearch, after: string | undefined, signal: AbortSignal): Promise<EvaluationPage> =>
  get<EvaluationPage>('/api/bargaining-evaluations', { ...search, after, limit: 100 }, signal)
export const summaryQuery = (search: EvaluationSearch) =>
  queryOptions({
    queryKey: ['evaluations', 'summary', search],
    queryFn: ({ signal }) => get<Summary>('/api/bargaining-evaluations/summary', { ...search }, signal),
  })
export const rubricsQuery = queryOptions({
  queryKey: ['evaluations', 'rubrics'],
  queryFn: ({ signal }) => get<Rubrics>('/api/bargaining-evaluations/rubrics', {}, signal),
})
export const evaluationQuery = (id: Id) =>
  queryOptions({
    queryKey: ['evaluations', 'one', id],
    queryFn: ({ signal }) => get<EvaluationWire>(`/api/bargaining-evaluations/${id}`, {}, signal),
  })

/** 8666 → 86.66; nothing for what is not known. */
export const pointsOf = (hundredths: number | null | undefined): string =>
  hundredths === null || hundredths === undefined ? '' : String(hundredths / 100)
/** 9966 → 99.66 % */
export const rateOf = (share: number | null | undefined): string =>
  share === null || share === undefined ? '' : `${Math.floor(share) / 100}%`
export const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : Math.floor((part * 10_000) / whole))

/** English where the district has written it. */
export const titleOf = (item: Pick<Item, 'title' | 'titleEn'>, language: Language): string =>
  language === 'en' ? (item.titleEn ?? item.title) : item.title
export const wordsOf = (question: Pick<Question, 'words' | 'wordsEn'>, language: Language): string =>
  language === 'en' ? (question.wordsEn ?? question.words) : question.words
