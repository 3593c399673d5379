/** An operation as the file has it: of these fields, the ones it needs. */
export type Wanted = {
  op: string
  vars: string[]
  var: string
  deff: boolean | 'replace'
  inner: string
  domain: string | string[]
  group: string
  K: number
  support_from: number
  numerator: string
  denominator: string
  value: string | number
  level: number
  wave: string
  freq: number[]
  expect: Record<string, unknown> | { domain: string }[]
}
