/** A credit code belongs to one body: the database's refusal of a second one, in words. */
import { text } from '#kernel/text.ts'
import { badInput } from '#platform/problem.ts'

export async function uniqueCode<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '23505' || constraint !== 'organisation_credit_code') throw error
    const says = text('另一家单位已登记这个统一社会信用代码', 'Another body is registered under this unified social credit code')
    throw badInput([{ path, says }])
  }
}
