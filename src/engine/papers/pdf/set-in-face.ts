/** Puts pdfmake content into the face: every text is cut into runs of the slices that hold its characters. */
export type Weight = 400 | 700

/** A piece of text in one font. */
export interface Run {
  readonly text: string
  readonly font: string
}

type Runs = (text: string, weight: Weight) => readonly Run[]

/** A copy of the content in which each text is a list of runs, and boldness is a weight of the face. */
export function setInFace<T>(content: T, runs: Runs, weight: Weight = 400): T {
  if (Array.isArray(content)) return content.map((item) => setInFace(item, runs, weight)) as T
  if (content === null || typeof content !== 'object') return content
  const { bold, ...node } = content as Record<string, unknown>
  const own: Weight = bold === true ? 700 : weight
  for (const key of ['stack', 'columns', 'section', 'table', 'body']) {
    if (node[key]) node[key] = setInFace(node[key], runs, own)
  }
  if (typeof node.text === 'string') node.text = node.text === '' ? '' : runs(node.text, own)
  return node as T
}

/** The characters that content needs, by weight. */
export function charactersOf(content: unknown): Record<Weight, string> {
  const needed: Record<Weight, string> = { 400: '', 700: '' }
  setInFace(content, (text, weight) => {
    needed[weight] += text
    return []
  })
  return needed
}
