/** A day, typed part by part or chosen from a calendar, in the reader's own order of year, month and day. */
import './day-box.css'
import './menu.css'
import { CalendarDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import { type Day, isDay } from '#kernel/day.ts'

const dateOf = (day: Day): CalendarDate => new CalendarDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))

export interface DayBoxProps {
  readonly label: string
  /** What is no day counts as empty. */
  readonly value: string
  readonly onChange: (day: Day | '') => void
  readonly onBlur?: () => void
  readonly min?: Day
  readonly max?: Day
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
}

export function DayBox({ label, value, onChange, onBlur, min, max, invalid = false, describedBy }: DayBoxProps) {
  return (
    <DatePicker
      className="daybox"
      aria-label={label}
      value={isDay(value) ? dateOf(value) : null}
      onChange={(date) => onChange(date ? (date.toString() as Day) : '')}
      isInvalid={invalid}
      shouldForceLeadingZeros
      {...(onBlur ? { onBlur } : {})}
      {...(min ? { minValue: dateOf(min) } : {})}
      {...(max ? { maxValue: dateOf(max) } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      <Group className="box">
        <DateInput className="daybox-parts">{(segment) => <DateSegment segment={segment} className="daybox-part" />}</DateInput>
        <Button className="daybox-open">
          <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
            <rect x="1.5" y="3" width="13" height="11.5" rx="2" />
            <path d="M1.5 6.5h13M5 1v3M11 1v3" />
          </svg>
        </Button>
      </Group>
      <Popover className="pop">
        <Dialog className="daybox-pop">
          <Calendar>
            <header>
              <Button slot="previous" className="btn icon">
                ‹
              </Button>
              <Heading level={3} />
              <Button slot="next" className="btn icon">
                ›
              </Button>
            </header>
            <CalendarGrid weekdayStyle="narrow">
              <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="daybox-cell" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
