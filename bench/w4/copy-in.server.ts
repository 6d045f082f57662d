/** COPY … FROM STDIN over the plain driver: the lines go as they come, waiting when the socket is full. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

interface Wire {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** Runs the statement with these pieces of text as its input. */
export function copyIn(client: pg.Client, statement: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    let wire: Wire | undefined
    const send = async (): Promise<void> => {
      for await (const piece of pieces) {
        wire!.sendCopyFromChunk(Buffer.from(piece))
        if (wire!.stream.writableNeedDrain) await once(wire!.stream, 'drain')
      }
      wire!.endCopyFrom()
    }
    client.query({
      submit: (connection: Wire) => {
        wire = connection
        connection.query(statement)
      },
      handleCopyInResponse: () => {
        send().catch((error: Error) => {
          wire!.sendCopyFail(error.message)
          reject(error)
        })
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    } as unknown as pg.Submittable)
  })
}

/** One field of COPY's text format. */
export const copyField = (value: string | undefined): string =>
  value === undefined || value === '' ? '\\N' : value.replaceAll(/[\\\n\r\t]/g, (found) => (found === '\\' ? '\\\\' : ' '))
