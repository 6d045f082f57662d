/** The checking of a file on a thread of its own, so that the server goes on answering others. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CheckOrder, runCheck } from './check-run.server.ts'

await runCheck(workerData as CheckOrder)
parentPort?.close()
