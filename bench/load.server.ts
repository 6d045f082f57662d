/** The load: a process of its own that sends given requests over keep-alive connections and answers with its figures. */
import { Agent, request } from 'node:http'
import { percentile, type Round } from './figures.ts'

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie?: string
  readonly body?: string
}

export interface Job {
  readonly port: number
  readonly clients: number
  readonly asked: readonly Asked[]
}

function ask(port: number, agent: Agent, { method, path, cookie, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), prefer: 'return=minimal' } : {}),
    }
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
      let bytes = 0
      let text = ''
      const ok = answer.statusCode === 200
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (!ok) text += chunk.toString()
      })
      answer.on('end', () => (ok ? resolve(bytes) : reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function run({ port, clients, asked }: Job): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const took: number[] = []
  let bytes = 0
  let next = 0
  const client = async () => {
    for (let one = asked[next++]; one; one = asked[next++]) {
      const from = performance.now()
      const length = await ask(port, agent, one)
      took.push(performance.now() - from)
      bytes += length
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  took.sort((a, b) => a - b)
  return { perSecond: took.length / seconds, p50: percentile(took, 0.5), p99: percentile(took, 0.99), bytes: bytes / took.length }
}

process.on('message', (job: Job) => {
  run(job).then(
    (round) => process.send!({ round }),
    (error: Error) => process.send!({ error: error.message }),
  )
})
