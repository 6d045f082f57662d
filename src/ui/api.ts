/** Talking to the server: typed JSON, problems as values with their refusal, uploads with progress. */
import type { Text } from '#kernel/text.ts'

/** A place in the law, as every answer of the house carries it. */
export interface LawPlace {
  readonly act: string
  readonly article: string
  readonly quote: string
  readonly title: Text
  readonly short: Text
}

export interface FieldError {
  readonly path: string
  readonly says: Text
}

export interface Refusal {
  readonly why: 'not now' | 'not you' | 'incomplete' | 'broken' | 'stale'
  readonly says: Text
  readonly missing?: Text
  readonly law?: LawPlace
}

/** RFC 9457, as the house answers it. */
export interface ProblemBody {
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly says?: Text
  readonly errors?: readonly FieldError[]
  readonly refusal?: Refusal
}

/** The server said no, or was not reached (`status` 0). */
export class ProblemError extends Error {
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly refusal: Refusal | undefined
  readonly problem: ProblemBody

  constructor(problem: ProblemBody) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.status = problem.status
    this.errors = problem.errors ?? []
    this.refusal = problem.refusal
    this.problem = problem
  }

  /** What to tell the person. */
  get says(): Text {
    return (
      this.refusal?.says ??
      this.problem.says ??
      saysOf[this.status] ?? { zh: '没有办成，请再试一次', en: 'That did not work. Please try again.' }
    )
  }
}

const saysOf: Readonly<Record<number, Text>> = {
  0: {
    zh: '连不上服务器。填的内容还在，网络恢复后再交。',
    en: 'The server cannot be reached. What you typed is kept; send it again when the network is back.',
  },
  400: { zh: '有几处要改，见下。', en: 'A few things need correcting; see below.' },
  401: { zh: '请先登录。', en: 'Please sign in.' },
  403: { zh: '您的岗位办不了这件事。', en: 'Your post may not do this.' },
  404: { zh: '没有这一件，或者它不归您看。', en: 'It is not there, or not for you to see.' },
  413: { zh: '文件太大。', en: 'The file is too large.' },
  415: { zh: '这种文件收不了。', en: 'This kind of file is not accepted.' },
  429: { zh: '太快了，请稍等再试。', en: 'Too fast. Please wait a moment.' },
  503: { zh: '服务器正忙，请稍后再试。', en: 'The server is busy. Please try again soon.' },
}

/** A key that makes sending the same act twice the same as once. Keep it until the act is answered. */
export const newKey = (): string => crypto.randomUUID()

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** A path with its query; empty values are left out. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', withQuery(path, query), undefined, signal)
export const post = <T>(path: string, body?: unknown): Promise<T> => call<T>('POST', path, body)
export const put = <T>(path: string, body?: unknown): Promise<T> => call<T>('PUT', path, body)
export const patch = <T>(path: string, body?: unknown): Promise<T> => call<T>('PATCH', path, body)
export const remove = (path: string): Promise<void> => call('DELETE', path)

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const request: RequestInit = { method, credentials: 'same-origin', headers: { accept: 'application/json' } }
  if (signal) request.signal = signal
  if (body !== undefined) {
    request.headers = { accept: 'application/json', 'content-type': 'application/json' }
    request.body = JSON.stringify(body)
  }
  const answer = await fetch(path, request).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ProblemError({ title: 'unreachable', status: 0 })
  })
  return read<T>(answer.status, answer.statusText, await answer.text())
}

function read<T>(status: number, title: string, text: string): T {
  const value = parse(text)
  if (status >= 200 && status < 300) return value as T
  throw new ProblemError(isProblem(value) ? { ...value, status } : { title, status })
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

const isProblem = (value: unknown): value is ProblemBody => typeof value === 'object' && value !== null && 'title' in value

/** Sends a form with files; `progress` is told the part that has gone, 0 to 1. */
export function upload<T>(path: string, form: FormData, progress?: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => event.lengthComputable && progress?.(event.loaded / event.total)
    request.onerror = () => reject(new ProblemError({ title: 'unreachable', status: 0 }))
    request.onload = () => {
      try {
        resolve(read<T>(request.status, request.statusText, request.responseText))
      } catch (problem) {
        reject(problem)
      }
    }
    request.send(form)
  })
}
