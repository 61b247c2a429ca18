import { classNames } from "./class-names";

/** `main`: the one thing to do here. `plain`: everything else. `quiet`: no edge until pointed at. `danger`: takes something away. */
export type ButtonVariant = "main" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "large";

const VARIANT: Record<ButtonVariant, string> = {
  main: "border-ink bg-ink text-paper hover:bg-ink-2 hover:border-ink-2",
  plain: "border-line-strong bg-card text-ink hover:bg-sunk",
  quiet: "border-transparent text-ink-2 hover:bg-sunk hover:text-ink",
  danger: "border-no bg-card text-no hover:bg-no hover:text-card",
};

const SIZE: Record<ButtonSize, string> = {
  normal: "min-h-7.5 gap-1.75 rounded-md px-2.75 py-1 text-[0.8125rem]",
  large: "min-h-10 gap-2 rounded-lg px-4.5 py-2 text-lg",
};

/** The look that Button and ButtonLink share. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, more?: string | undefined): string {
  return classNames(
    "inline-flex items-center justify-center border font-medium leading-[1.3] select-none",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-progress print:hidden",
    SIZE[size],
    VARIANT[variant],
    more,
  );
}
