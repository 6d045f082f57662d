/** The door on the port: open from the first moment, answering "not yet" until the house behind it is ready, and "no more" while it stops. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startProblem } from '../start-problem.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface Doorway {
  /** The port in use, when 0 was asked for. */
  readonly port: number
  /** Lets requests in to the house. */
  open(answer: Answer): void
  /** Takes no new connections, lets running answers finish, and cuts what is left (live events) after the wait. */
  close(waitMillis?: number): Promise<void>
}

export interface DoorwayOptions {
  readonly host: string
  readonly port: number
  readonly version: string
}

/** Listens at once, so that a port in use is told before anything else is done. */
export async function openDoorway({ host, port, version }: DoorwayOptions): Promise<Doorway> {
  const waiting: Answer = (request, response) => {
    const health = request.url === '/api/health'
    const body = health
      ? { status: 'starting', version, database: 'starting' }
      : {
          type: '/problems/unavailable',
          title: '系统正在启动，请稍候',
          titles: { zh: '系统正在启动，请稍候', en: 'Starting, please wait' },
          status: 503,
        }
    response.writeHead(503, { 'content-type': health ? 'application/json' : 'application/problem+json; charset=utf-8', 'retry-after': '2' })
    response.end(JSON.stringify(body))
  }
  let answer = waiting
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 30_000, keepAliveTimeout: 72_000 }, (request, response) =>
    answer(request, response),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    open: (next) => {
      answer = next
    },
    async close(waitMillis = 5000) {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), waitMillis)
      await closed
      clearTimeout(cut)
    },
  }
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return startProblem(
      `端口 ${port} 已被占用；请停止占用它的程序，或用 PORT 换一个端口。`,
      `Port ${port} is in use; stop the program that holds it, or choose another with PORT.`,
    )
  if (error.code === 'EACCES') return startProblem(`没有权限使用端口 ${port}。`, `Port ${port} may not be used without more rights.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return startProblem(`本机没有地址 ${host}；请检查 HOST。`, `This machine has no address ${host}; check HOST.`)
  return error
}
