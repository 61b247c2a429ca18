/** Who was last seen longer ago is not there any more; a browser tells every TELL_MS. */
export const PRESENT_MS = 45_000;
export const TELL_MS = 20_000;
