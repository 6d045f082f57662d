/** The proof of access for imports: put in by those who govern the body they are for, and of others' nothing is told, not even that they are there. */
import { nobody, type Row, signedIn, wrong } from './row.ts'

// Whose import is seen and worked on by whom is proved in registry/imports/scope.server.test.ts; here every door is tried at nobody's import.
const at = { params: { id: nobody } }

export const importRows: Readonly<Record<string, Row>> = {
  'POST /api/imports': signedIn(wrong, 415),
  'GET /api/imports': signedIn(),
  'GET /api/imports/:id': signedIn(at, 404),
  'PUT /api/imports/:id/columns': signedIn({ ...at, payload: { columns: [{ at: 0, field: 'name' }] } }, 404),
  'POST /api/imports/:id/cancel': signedIn({ ...at, payload: {} }, 404),
  'POST /api/imports/:id/commit': signedIn({ ...at, payload: {} }, 404),
  'POST /api/imports/:id/undo': signedIn({ ...at, payload: {} }, 404),
  'GET /api/imports/:id/rows': signedIn(at, 404),
  'PATCH /api/imports/:id/rows/:row': signedIn({ params: { ...at.params, row: '2' }, payload: { leaveOut: true } }, 404),
  'POST /api/imports/:id/fixes': signedIn({ ...at, payload: { cause: 'name/name', keep: true } }, 404),
  'GET /api/imports/:id/workbook': signedIn(at, 404),
  'GET /api/imports/:id/absent': signedIn(at, 404),
  'GET /api/imports/:id/refusals': signedIn(at, 404),
  'GET /api/transfer-requests': signedIn(),
  'POST /api/transfer-requests/:id/answer': signedIn({ ...at, payload: { agree: false } }, 404),
  'GET /api/imports/templates/:kind': signedIn({ params: { kind: 'members' } }),
}
