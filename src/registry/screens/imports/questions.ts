/** What the import screens ask over HTTP, and under which keys the answers are remembered. */
import { queryOptions } from '@tanstack/react-query'
import type { Id } from '#kernel/id.ts'
import { get, patch, post, put, upload } from '#ui/api.ts'
import type {
  AbsentWire,
  ColumnsInput,
  FixedWire,
  FixWire,
  ImportKind,
  ImportListWire,
  ImportState,
  ImportWire,
  RefusalsWire,
  RowEdit,
  RowEditedWire,
  RowsShown,
  RowsWire,
  RowWire,
} from '../../imports/import-wire.ts'

const moving: readonly ImportState[] = ['waiting', 'checking', 'committing', 'undoing']
/** The house is at work on it. */
export const isMoving = (state: ImportState): boolean => moving.includes(state)

export const importQuery = (id: Id) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => get<ImportWire>(`/api/imports/${id}`, {}, signal),
    staleTime: 1_000,
    refetchInterval: ({ state: { data } }) => (data && isMoving(data.state) ? 700 : false),
    refetchIntervalInBackground: true,
  })

export const importsPage = (after: string | undefined, signal: AbortSignal): Promise<ImportListWire> =>
  get<ImportListWire>('/api/imports', { limit: 20, after }, signal)

export const importsKey = ['imports'] as const

export interface Showing {
  readonly show: RowsShown
  readonly cause?: string | undefined
}
export const rowsKey = (id: Id, { show, cause }: Showing) => ['import-rows', id, show, cause ?? ''] as const
export const rowsPage = (id: Id, { show, cause }: Showing, after: string | undefined, signal: AbortSignal): Promise<RowsWire> =>
  get<RowsWire>(`/api/imports/${id}/rows`, { show, cause, limit: 60, after }, signal)

/** One row by its number. */
export const rowAt = (id: Id, row: number, signal: AbortSignal): Promise<RowWire | undefined> =>
  get<RowsWire>(`/api/imports/${id}/rows`, { show: 'all', row, limit: 1 }, signal).then(({ items }) => items.find((one) => one.row === row))

export const absentPage = (id: Id, after: string | undefined, signal: AbortSignal): Promise<AbsentWire> =>
  get<AbsentWire>(`/api/imports/${id}/absent`, { limit: 100, after }, signal)
export const refusalsPage = (id: Id, after: string | undefined, signal: AbortSignal): Promise<RefusalsWire> =>
  get<RefusalsWire>(`/api/imports/${id}/refusals`, { limit: 100, after }, signal)

export function putIn(kind: ImportKind, unit: Id, file: File, progress: (part: number) => void): Promise<{ readonly id: Id }> {
  const form = new FormData()
  // Fields before the file: the server reads the form as it comes.
  form.set('kind', kind)
  form.set('unit', unit)
  form.set('file', file)
  return upload('/api/imports', form, progress)
}

export const editRow = (id: Id, row: number, edit: RowEdit): Promise<RowEditedWire> =>
  patch<RowEditedWire>(`/api/imports/${id}/rows/${row}`, edit)
export const fixCause = (id: Id, fix: FixWire): Promise<FixedWire> => post<FixedWire>(`/api/imports/${id}/fixes`, fix)
export const chooseColumns = (id: Id, columns: ColumnsInput): Promise<unknown> => put(`/api/imports/${id}/columns`, columns)
export const commitImport = (id: Id): Promise<unknown> => post(`/api/imports/${id}/commit`, {})
export const undoImport = (id: Id, reason: string): Promise<unknown> => post(`/api/imports/${id}/undo`, { reason })
export const cancelImport = (id: Id): Promise<unknown> => post(`/api/imports/${id}/cancel`, {})

export const workbookAddress = (id: Id): string => `/api/imports/${id}/workbook`
export const templateAddress = (kind: ImportKind): string => `/api/imports/templates/${kind}`
