/** What may be issued to many, as the form on the screen wants it: the schema of the common input with its labels in both languages. Pure. */
import { z } from 'zod'
import type { Text } from '#kernel/text.ts'
import { lawWire } from '../words.ts'
import type { Mechanism } from '../mechanism.ts'
import type { Campaign } from './campaign.ts'
import type { CampaignKindWire } from './campaign-wire.ts'

interface Field {
  readonly title?: string
  readonly properties?: Readonly<Record<string, Field>>
  readonly items?: Field
}

function labelsOf(schema: Field, en: Campaign['en'], labels: Record<string, Text> = {}): Readonly<Record<string, Text>> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (field.title) labels[name] = { zh: field.title, en: en[name] ?? field.title }
    labelsOf(field, en, labels)
  }
  if (schema.items) labelsOf(schema.items, en, labels)
  return labels
}

export function kindWire(m: Mechanism & { readonly campaign: Campaign }): CampaignKindWire {
  const { title, hint, common, en, law } = m.campaign
  const schema = z.toJSONSchema(common, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })
  return {
    procedure: m.procedure.id,
    title,
    hint,
    short: { zh: m.procedure.short, en: m.en.short },
    law: lawWire(law),
    schema,
    fields: labelsOf(schema as Field, en),
    words: m.en.words,
  }
}
