/** The look that everything one types into shares. 16 px letters on touch screens, or iOS zooms in. */
export const inputLook =
  "w-full rounded-[7px] border border-field bg-card px-2.5 py-1.25 text-ink leading-[1.45] pointer-coarse:text-[1rem] " +
  "hover:border-ink-3 aria-invalid:border-no disabled:cursor-not-allowed disabled:bg-sunk disabled:text-ink-3 " +
  "[&[readonly]]:bg-sunk focus-visible:outline-offset-0 print:border-line";
