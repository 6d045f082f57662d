/** The figures of W4 as people read them: medians of the rounds, and what they are of the bare pipeline. Pure. */
import { median } from '../figures.ts'
import type { Measured } from './import-work.server.ts'

const titles: Readonly<Record<string, string>> = {
  'copy-no-keys': 'COPY, no keys',
  copy: 'COPY, keys and checks',
  'copy-own-tables': "COPY into Hexie's tables, sealed beforehand",
  'reader-xlsx': 'reader alone, .xlsx',
  'reader-csv': 'reader alone, .csv',
  'bare-xlsx': 'bare pipeline, .xlsx',
  'hexie-xlsx': 'Hexie, .xlsx',
  'hexie-csv': 'Hexie, .csv',
}

export function importTable(measured: readonly Measured[]): string {
  const groups = Map.groupBy(measured, ({ name }) => name)
  const of = (name: string, what: (one: Measured) => number | undefined): number | undefined => {
    const values = (groups.get(name) ?? []).flatMap((one) => what(one) ?? [])
    return values.length > 0 ? median(values) : undefined
  }
  const cpu = (one: Measured) => one.cpuSeconds + one.databaseCpuSeconds
  const part = (name: string, what: (one: Measured) => number): string => {
    const [own, bare] = [of(name, what), of('bare-xlsx', what)]
    return own !== undefined && bare ? (own / bare).toFixed(2) : ''
  }
  const cell = (value: number | undefined, digits = 1): string => (value === undefined ? '' : value.toFixed(digits))
  const head = ['', 's', 'cpu s', 'cpu db s', 'peak MiB', 'of bare', 'cpu of bare', 'check s', 'write s', 'idle p99 ms', 'meanwhile p99 ms']
  const rows = [...groups.keys()].map((name) => [
    titles[name] ?? name,
    cell(of(name, ({ seconds }) => seconds)),
    cell(of(name, ({ cpuSeconds }) => cpuSeconds)),
    cell(of(name, ({ databaseCpuSeconds }) => databaseCpuSeconds)),
    cell(
      of(name, ({ peakMiB }) => peakMiB),
      0,
    ),
    part(name, ({ seconds }) => seconds),
    part(name, cpu),
    cell(of(name, ({ times }) => times?.checkSeconds)),
    cell(of(name, ({ times }) => times?.commitSeconds)),
    cell(of(name, ({ idle }) => idle?.p99)),
    cell(of(name, ({ meanwhile }) => meanwhile?.p99)),
  ])
  return table([head, ...rows])
}

export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map((row) => row.map((value, at) => (at === 0 ? value.padEnd(widths[0]!) : value.padStart(widths[at]!))).join('  '))
    .join('\n')
}
