/** Which passwords are good enough: long, not among the commonest, not made of one's own name or one key. */
import { type Text, text } from '#kernel/text.ts'

export const passwordLength = 10
/** Only the demonstration's accounts have it, and only the demonstration may set it. */
export const demoPassword = 'hexie-demo'

const commonest = new Set(
  `1234567890 12345678910 0123456789 9876543210 0987654321 1234554321 1122334455 1234512345 123123123123 1231231234
  password12 password123 password1234 passw0rd123 qwertyuiop qwerty12345 qwerty123456 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5
  asdfghjkl1 asdfghjkl; zxcvbnm123 qazwsxedc1 qazwsxedcrfv iloveyou12 iloveyou123 woaini1314 woaini5201314 woaini520 5201314520 13145201314
  aa123456789 a123456789 a1234567890 abc123456789 abcd123456 abcd1234567 abcde12345 administrator admin12345 admin123456 adminadmin
  welcome123 changeme123 letmein1234 princess123 sunshine123 football123 baseball123 monkey12345 dragon12345 superman123
  xiaoming123 zhongguo123 gonghui123 gonghui1234 hangzhou123 hangzhou1234 qiantang123 qiantang1234 hexie12345 hexie123456`.split(/\s+/),
)

/** Why this password will not do, or undefined. Length is counted in characters as people see them. */
export function passwordRefusal(password: string, names: readonly string[] = []): Text | undefined {
  const plain = password.toLowerCase()
  if ([...password].length < passwordLength)
    return text(`密码至少 ${passwordLength} 位`, `A password has at least ${passwordLength} characters`)
  if (plain === demoPassword) return text('这是演示密码，不能使用', 'This is the password of the demonstration')
  if (commonest.has(plain)) return text('这个密码太常见，容易被猜到', 'This password is among the commonest')
  if (new Set(plain).size < 4) return text('密码重复的字符太多', 'This password repeats too few characters')
  if (names.some((name) => lettersOf(name) !== '' && lettersOf(plain) === lettersOf(name)))
    return text('密码不能只是用户名加数字', 'This password is the username with digits')
  return undefined
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/\P{L}/gu, '')
