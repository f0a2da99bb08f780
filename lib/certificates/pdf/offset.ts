/** By how far what is printed on a pre-printed sheet is moved, in millimetres; negative is left and up. */
export interface Offset {
  readonly right: number;
  readonly down: number;
}

export const NO_OFFSET: Offset = { right: 0, down: 0 };

/** Further and a field would leave the part of the sheet that every printer reaches. In tenths of a millimetre, as it is kept. */
export const OFFSET_MAX = 100;
