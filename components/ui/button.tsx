import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";

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
