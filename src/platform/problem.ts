/** The problems a caller can be told of (RFC 9457), thrown anywhere above a route and turned into an answer by the HTTP layer. */
import { type Text, text } from '#kernel/text.ts'

export interface FieldError {
  readonly path: string
  readonly says: Text
}

/** A refusal by law as the wire carries it; the engine owns the whole shape, the platform only passes it on. */
export interface RefusalShape {
  readonly why: string
  readonly says: Text
}

interface ProblemParts {
  readonly status: number
  readonly kind: string
  readonly title: Text
  readonly says?: Text
  readonly errors?: readonly FieldError[]
  readonly refusal?: RefusalShape
  readonly retryAfterSeconds?: number
}

export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly titles: Text
  readonly status: number
  readonly detail?: string
  readonly says?: Text
  readonly errors?: readonly FieldError[]
  readonly refusal?: RefusalShape
  readonly requestId?: string
}

export class Problem extends Error {
  readonly parts: ProblemParts
  constructor(parts: ProblemParts) {
    super(parts.title.en)
    this.name = 'Problem'
    this.parts = parts
  }
}

/** The body sent, `application/problem+json`. `title` and `detail` are Chinese, as RFC 9457 has one text; `titles` and `says` carry both. */
export function problemBody({ parts }: Problem, requestId?: string): ProblemBody {
  const { status, kind, title, says, errors, refusal } = parts
  return {
    type: `/problems/${kind}`,
    title: title.zh,
    titles: title,
    status,
    ...(says && { detail: says.zh, says }),
    ...(errors && { errors }),
    ...(refusal && { refusal }),
    ...(requestId && { requestId }),
  }
}

const problem = (status: number, kind: string, title: Text, more: Partial<ProblemParts> = {}): Problem =>
  new Problem({ status, kind, title, ...more })

export const badInput = (errors: readonly FieldError[]): Problem =>
  problem(400, 'bad-input', text('填写的内容有误', 'The input is not right'), { errors })

export const notSignedIn = (): Problem => problem(401, 'not-signed-in', text('请先登录', 'Please sign in'))

export const forbidden = (says: Text = text('您的岗位不能做这件事', 'Your post may not do this')): Problem =>
  problem(403, 'forbidden', text('无权操作', 'Not allowed'), { says })

export const notFound = (): Problem => problem(404, 'not-found', text('没有找到', 'Not found'))

export const wrongMethod = (): Problem =>
  problem(405, 'wrong-method', text('此地址不接受这种请求', 'This address does not take that method'))

export const conflict = (refusal: RefusalShape): Problem =>
  problem(409, 'refused', text('现在不能这样做', 'This cannot be done'), { says: refusal.says, refusal })

export const tooLarge = (limitBytes?: number): Problem =>
  problem(413, 'too-large', text('内容太大', 'Too large'), {
    ...(limitBytes && { says: text(`不能超过 ${inMiB(limitBytes)}`, `The limit is ${inMiB(limitBytes)}`) }),
  })

const inMiB = (bytes: number): string => (bytes >= 1_048_576 ? `${Math.round(bytes / 104_857.6) / 10} MB` : `${Math.ceil(bytes / 1024)} KB`)

export const unsupportedType = (says?: Text): Problem =>
  problem(415, 'unsupported-type', text('不支持这种文件或内容类型', 'This type of content is not supported'), { ...(says && { says }) })

export const tooMany = (retryAfterSeconds: number): Problem =>
  problem(429, 'too-many', text('请求太频繁，请稍后再试', 'Too many requests, please try again later'), { retryAfterSeconds })

export const unavailable = (retryAfterSeconds = 5): Problem =>
  problem(503, 'unavailable', text('系统暂时不可用，请稍后再试', 'Temporarily unavailable, please try again'), { retryAfterSeconds })

/** What went wrong inside: nothing of it is told, only the request id to ask about. */
export const internal = (): Problem => problem(500, 'internal', text('系统出错了', 'Something went wrong here'))
