/** How a name sounds, at once: for finding firms whose name was written with other characters of the same sound. */

export async function loadSpelling(): Promise<(name: string) => string> {
  const { pinyin } = await import('pinyin-pro')
  return (name) =>
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .join('')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
}
