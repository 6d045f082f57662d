/** Which passwords pass, on both sides of each limit. */
import { expect, test } from 'vitest'
import { passwordRefusal } from './password.ts'

test.each(['123456789', 'abcdefghi', '桂花树下的第九盏灯'])('%s is too short', (password) =>
  expect(passwordRefusal(password)?.en).toMatch(/at least 10/),
)
test.each(['password123', 'PASSWORD123', 'woaini1314', '1234567890', 'a1234567890'])('%s is too common', (password) =>
  expect(passwordRefusal(password)?.en).toMatch(/commonest/),
)
test('one key held down, the demonstration’s, one’s own name with digits', () => {
  expect(passwordRefusal('aaaaaaaaaaaa')?.en).toMatch(/repeats/)
  expect(passwordRefusal('hexie-demo')?.en).toMatch(/demonstration/)
  expect(passwordRefusal('zhoumin_2026', ['ZhouMin'])?.en).toMatch(/username/)
})
test.each(['运河边的第三棵老柳树', 'correct horse battery', 'Kx7-plum-river'])('%s passes', (password) =>
  expect(passwordRefusal(password, ['zhoumin', '周敏'])).toBeUndefined(),
)
