/** How the law counts heads (民法典 1259): 以上 includes the number, 过半数 does not include half. Whole numbers, so nothing is rounded. */

/** 以上: this many or more. */
export const atLeast = (part: number, least: number): boolean => part >= least

/** 半数以上: exactly half is enough. */
export const halfOrMore = (part: number, whole: number): boolean => 2 * part >= whole

/** 过半数: exactly half is not enough. */
export const moreThanHalf = (part: number, whole: number): boolean => 2 * part > whole

/** 三分之二以上 */
export const twoThirdsOrMore = (part: number, whole: number): boolean => 3 * part >= 2 * whole

/** 三分之一以下 */
export const oneThirdOrLess = (part: number, whole: number): boolean => 3 * part <= whole
