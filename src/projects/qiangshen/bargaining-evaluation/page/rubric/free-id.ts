/** Ids of what is added to a rubric: a letter and the next number that is free. */

/** The next free id with this letter. */
export const freeId = (letter: string, taken: readonly { readonly id: string }[]): string => {
  let n = taken.length + 1
  while (taken.some(({ id }) => id === `${letter}${n}`)) n++
  return `${letter}${n}`
}
