/** Clocks: the calendar of working days on which they run. */
export const Clocks = () => null
