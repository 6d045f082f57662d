/** The stretches of a regional bargaining that several steps share. */
/** The talks are on: from the offer to the draft. */
export const open = ['offered', 'talking'] as const
/** Nothing is in force yet. */
export const unconcluded = ['offered', 'talking', 'drafted', 'rejected', 'refused'] as const
/** Desk roles that take down what another brings to the counter. */
export const desk = ['workers', 'upperUnion'] as const
