/** What can be wrong or doubtful with a row about a team, told with how to mend it. */
import { text } from '#kernel/text.ts'
import { doubt, type Fault, wrong } from '../values/reading.ts'

export const leftOut = wrong('leftOut', text('不写入', 'Left out'), text('您选择不写入这一行。', 'You chose to leave this row out.')).fault
export const severalPeople = wrong(
  'several',
  text('登记册里不止一人符合', 'Several people of the register fit'),
  text('姓名和手机号都相同，请填身份证号。', 'Name and phone are the same; give the ID number.'),
).fault
export const unknown = wrong(
  'unknown',
  text('登记册里没有此人', 'Nobody such in the register'),
  text('要新登记，请填身份证号；已登记的请核对姓名和手机号。', 'To enter somebody new give the ID number; else check name and phone.'),
).fault
export const elsewhere = wrong(
  'elsewhere',
  text('此人登记在您的范围之外', 'Registered outside your reach'),
  text('请由其所在街道或区总工会导入。', 'Let their own street or the district bring the file.'),
).fault
export const unknownBody = wrong(
  'organisation.unknown',
  text('找不到聘任单位', 'No such body is found'),
  text('请写您范围内的工会、街道或调解组织的全称。', 'Write the full name of a union, street or mediation body within your reach.'),
).fault
export const severalBodies = wrong(
  'organisation.several',
  text('不止一个单位叫这个名字', 'Several bodies are called so'),
  text('请写全称。', 'Write the full name.'),
).fault
export const cardTaken = wrong(
  'card.taken',
  text('这个证号已登记在别人名下', 'This card number is registered already'),
  text('同一队伍、同一天起的任期已有这个证号。请核对。', 'A term of the same team and day has this number; please check.'),
).fault
export const overlaps = doubt(
  'overlaps',
  text('与已有任期重叠', 'It overlaps a term on record'),
  text('登记册里这支队伍已有一个任期。确是新的一届就照写。', 'There is a term in this team already. If this is another, write as is.'),
)

export const twinFault = (row: number): Fault =>
  wrong(
    'twin',
    text(`与第 ${row} 行是同一任期`, `The same term as in row ${row}`),
    text('同一人、同一队伍、同一天开始。', 'The same person, team and first day.'),
  ).fault
export const cardTwin = (row: number): Fault =>
  wrong(
    'card.twin',
    text(`证号与第 ${row} 行相同`, `The same card number as in row ${row}`),
    text('一个证号只属于一个人。请核对。', 'A card number belongs to one person; please check.'),
  ).fault
export const nameDiffers = doubt(
  'name.differs',
  text('姓名与登记的不同', 'The name differs'),
  text('身份证号相同，姓名不同。写入不改姓名。', 'The ID number is the same, the name is not; it is not changed.'),
)
