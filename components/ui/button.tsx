import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look";
import { Kbd } from "./kbd";

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** While true, presses do nothing and `busyText` replaces the label; the button keeps its focus. */
  busy?: boolean | undefined;
  busyText?: string | undefined;
  /** A 14 px icon before the label. */
  icon?: ReactNode;
  /** The key that does the same; shown only where there is a keyboard. */
  kbd?: string | undefined;
}

/** A press that does something here. To go somewhere, use ButtonLink. */
export function Button({
  variant = "plain",
  size = "normal",
  busy = false,
  busyText,
  icon,
  kbd,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      className={buttonLook(variant, size, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Spinner /> : icon}
      {busy && busyText !== undefined ? busyText : children}
      {kbd !== undefined && <Kbd inherit={variant === "main"}>{kbd}</Kbd>}
    </button>
  );
}

/** A small turning arc for what takes a moment; the words beside it say what. */
function Spinner() {
  return (
    <svg className="size-3.5 animate-spin" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" opacity="0.25" />
      <path
        d="M7 1.5A5.5 5.5 0 0 1 12.5 7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
