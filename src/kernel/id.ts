/** Identifiers: UUIDv7, made by the application, sortable by the moment they were made. */
import { uuidv7 } from 'uuidv7'

export type Id = string

export const newId = (): Id => uuidv7()

export const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
