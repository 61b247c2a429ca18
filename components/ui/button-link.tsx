import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look";
import { Kbd } from "./kbd";
import { Link } from "./link";

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  kbd?: string | undefined;
}

/** A link that looks like a button, for the next step that is a page of its own. */
export function ButtonLink({
  variant = "plain",
  size = "normal",
  icon,
  kbd,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonLook(variant, size, className)}>
      {icon}
      {children}
      {kbd !== undefined && <Kbd inherit={variant === "main"}>{kbd}</Kbd>}
    </Link>
  );
}
