/** Why the program cannot start or a command cannot run: one sentence for people, in both languages, instead of a stack. */
import { type Text, text } from '#kernel/text.ts'

export class StartProblem extends Error {
  readonly says: Text
  constructor(says: Text, options?: ErrorOptions) {
    super(says.en, options)
    this.name = 'StartProblem'
    this.says = says
  }
}

export const startProblem = (zh: string, en: string, cause?: unknown): StartProblem => new StartProblem(text(zh, en), { cause })

/** How a failure is printed: the two sentences of a StartProblem; anything else is a programmer's mistake and keeps its stack. */
export function failureLines(error: unknown): string {
  if (error instanceof StartProblem) return `\n✗ ${error.says.zh}\n✗ ${error.says.en}\n`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
