import { avatarColour, initials } from "./avatar-face";
import { classNames } from "./class-names";

const SIZE = {
  small: "size-4.5 text-[0.5rem]",
  normal: "size-5.5 text-[0.625rem]",
  large: "size-7 text-xs",
} as const;

interface AvatarProps {
  /** Decides the colour. */
  id: string;
  name: string;
  size?: keyof typeof SIZE | undefined;
  /** Set when the name stands beside it anyway, so that it is not read twice. */
  decorative?: boolean | undefined;
}

/** A person as initials on a colour of their own. */
export function Avatar({ id, name, size = "normal", decorative = false }: AvatarProps) {
  return (
    <span
      title={decorative ? undefined : name}
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold text-avatar-ink",
        SIZE[size],
        avatarColour(id),
      )}
    >
      <span aria-hidden="true">{initials(name)}</span>
      {!decorative && <span className="sr-only">{name}</span>}
    </span>
  );
}
